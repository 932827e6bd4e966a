package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.TestStore;

final class H2BacktestsTest extends BacktestsContract {

    @Override
    TestStore open() {
        return TestStore.inMemory();
    }
}
