package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2LinkStateTest extends LinkStateContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
