package org.bankfeed.store.internal;

import org.bankfeed.store.testing.PostgresServer;

final class PostgresLeaseTest extends LeaseContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    OpenStore open() {
        return StoreForTests.postgres(url, "postgres", "");
    }
}
