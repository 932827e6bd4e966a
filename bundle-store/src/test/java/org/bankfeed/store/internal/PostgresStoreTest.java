package org.bankfeed.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bankfeed.store.Stage;
import org.bankfeed.store.testing.PostgresServer;
import org.junit.jupiter.api.Test;

/** The same contract on PostgreSQL, each test in a database of its own. */
final class PostgresStoreTest extends StoreContract {

    private final String url = PostgresServer.newDatabase();

    @Override
    OpenStore open() {
        return StoreForTests.postgres(url, "postgres", "");
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
