package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.PostgresServer;
import org.bankfeed.store.testing.TestStore;

final class PostgresBalanceTest extends BalanceContract {

    @Override
    TestStore open() {
        return PostgresServer.sharedStore();
    }
}
