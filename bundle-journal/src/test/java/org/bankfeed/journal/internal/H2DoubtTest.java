package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2DoubtTest extends DoubtContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
