package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class PostgresLinkStateTest extends LinkStateContract {

    @Override
    TestStore open() {
        return PostgresServer.newStore();
    }
}
