package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class H2BalanceTest extends BalanceContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
