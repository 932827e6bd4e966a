package org.bankfeed.matching.internal;

import org.bankfeed.store.testing.PostgresServer;
import org.bankfeed.store.testing.TestStore;

final class PostgresHeldBackTest extends HeldBackContract {

    @Override
    TestStore open() {
        return PostgresServer.sharedStore();
    }
}
