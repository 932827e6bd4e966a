package org.bankfeed.matching.internal;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.bankfeed.store.testing.TestStore;

/** One server for all tests of this process; it ends with the process. */
final class PostgresServer {

    private static final EmbeddedPostgres SERVER = start();

    private PostgresServer() {}

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.builder()
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TestStore newStore() {
        return TestStore.postgres(SERVER.getJdbcUrl("postgres", "postgres"), "postgres", "");
    }
}
