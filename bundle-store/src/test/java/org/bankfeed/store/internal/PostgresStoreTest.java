package org.bankfeed.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.bankfeed.store.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The same contract on PostgreSQL, each test in a database of its own. */
final class PostgresStoreTest extends StoreContract {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static EmbeddedPostgres server;

    private String database = "";

    @BeforeAll
    static void start() throws IOException {
        server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Override
    @BeforeEach
    void openStore() {
        if (database.isEmpty()) {
            database = "test" + NUMBER.incrementAndGet();
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + database);
            } catch (SQLException e) {
                throw new AssertionError(e);
            }
        }
        super.openStore();
    }

    @Override
    OpenStore open() {
        return StoreForTests.postgres(server.getJdbcUrl("postgres", database), "postgres", "");
    }

    @Override
    OpenStore secondNode() {
        return open();
    }

    @Test
    void nodesThatStartAtOnceWaitForOneAnother() throws Exception {
        List<List<String>> found = atOnce(4, () -> {
            try (OpenStore node = open()) {
                Stage fresh = node.store().stage("fresh", List.of(FIRST, SECOND));
                return fresh.inTransaction(unit -> unit.query("select colour from thing", row -> row.text("colour")));
            }
        });
        assertThat(found).hasSize(4).containsOnly(List.of());
    }
}
