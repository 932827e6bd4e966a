package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2EnteredAccountTest extends EnteredAccountContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
