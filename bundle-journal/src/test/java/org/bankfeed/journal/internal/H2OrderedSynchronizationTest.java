package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2OrderedSynchronizationTest extends OrderedSynchronizationContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
