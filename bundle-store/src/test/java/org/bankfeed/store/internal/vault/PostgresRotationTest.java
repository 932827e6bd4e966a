package org.bankfeed.store.internal.vault;

import java.time.Duration;
import org.bankfeed.store.internal.OpenStore;
import org.bankfeed.store.internal.StoreForTests;
import org.bankfeed.store.internal.key.KeySource;
import org.bankfeed.store.testing.PostgresServer;

final class PostgresRotationTest extends RotationContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    OpenStore open(KeySource keys) {
        return StoreForTests.postgres(url, keys, Duration.ofSeconds(30));
    }
}
