package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.PostgresServer;
import org.bankfeed.store.testing.TestStore;

final class PostgresFasterTest extends FasterContract {

    @Override
    TestStore open() {
        return PostgresServer.sharedStore();
    }
}
