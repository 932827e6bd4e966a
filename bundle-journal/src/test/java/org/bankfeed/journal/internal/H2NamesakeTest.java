package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2NamesakeTest extends NamesakeContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
