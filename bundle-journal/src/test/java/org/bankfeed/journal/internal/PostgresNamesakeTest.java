package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.TestStore;

final class PostgresNamesakeTest extends NamesakeContract {

    @Override
    TestStore open() {
        return PostgresServer.newStore();
    }
}
