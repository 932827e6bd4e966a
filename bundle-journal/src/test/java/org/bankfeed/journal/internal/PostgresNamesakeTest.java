package org.bankfeed.journal.internal;

import org.bankfeed.store.testing.PostgresServer;
import org.bankfeed.store.testing.TestStore;

final class PostgresNamesakeTest extends NamesakeContract {

    @Override
    TestStore open() {
        return PostgresServer.sharedStore();
    }
}
