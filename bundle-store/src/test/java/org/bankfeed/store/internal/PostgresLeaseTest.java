package org.bankfeed.store.internal;

final class PostgresLeaseTest extends LeaseContract {

    private final String url = SharedPostgres.newDatabase();

    @Override
    OpenStore open() {
        return StoreForTests.postgres(url, "postgres", "");
    }
}
