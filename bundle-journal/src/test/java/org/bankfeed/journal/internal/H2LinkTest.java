package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2LinkTest extends LinkContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
