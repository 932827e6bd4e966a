package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.PostgresServer;
import org.bankfeed.store.testing.TestStore;

final class PostgresBacktestsTest extends BacktestsContract {

    @Override
    TestStore open() {
        return PostgresServer.sharedStore();
    }
}
