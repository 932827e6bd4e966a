package org.bankfeed.store.internal;

import java.time.Duration;

final class PostgresRotationTest extends RotationContract {

    private final String url = SharedPostgres.newDatabase();

    @Override
    OpenStore open(KeySource keys) {
        return StoreForTests.postgres(url, keys, Duration.ofSeconds(30));
    }
}
