package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2ReturnTest extends ReturnContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
