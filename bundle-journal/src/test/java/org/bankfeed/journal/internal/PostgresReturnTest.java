package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.PostgresServer;
import org.bankfeed.store.testing.TestStore;

final class PostgresReturnTest extends ReturnContract {

    @Override
    TestStore open() {
        return PostgresServer.sharedStore();
    }
}
