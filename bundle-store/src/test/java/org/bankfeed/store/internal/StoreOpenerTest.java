package org.bankfeed.store.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bankfeed.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the configuration makes of the database while it changes, and what the operator hears of it. */
final class StoreOpenerTest {

    @TempDir
    Path base;

    private ContextForTests context;
    private final List<StoreOpener> started = new ArrayList<>();

    @BeforeEach
    void prepare() {
        context = new ContextForTests(base);
    }

    @AfterEach
    void close() {
        started.forEach(StoreOpener::close);
    }

    @Test
    void withoutAnyConfigurationTheEmbeddedDatabaseIsOpened() {
        StoreOpener opener = start(Map.of());

        context.awaitOpen();
        assertThat(opener.problems()).isEmpty();
        assertThat(embedded()).exists();
    }

    @Test
    void aUrlThatGoesMissingLeavesTheDatabaseAsItIsAndIsTold() {
        StoreOpener opener = start(elsewhere());
        context.awaitOpen();
        Object store = context.offered(Store.class);

        opener.modified(new StoreConfigForTests(Map.of()));

        assertThat(context.offered(Store.class)).isSameAs(store);
        assertThat(opener.problems())
                .singleElement()
                .asString()
                .startsWith("The database stays as it was configured before: url is missing");
        assertThat(embedded()).doesNotExist();

        opener.modified(new StoreConfigForTests(elsewhere()));
        assertThat(opener.problems()).isEmpty();
        assertThat(context.offered(Store.class)).isSameAs(store);
    }

    @Test
    void aFolderThatGoesMissingWithTheUrlChangesNothingEither() {
        Path folder = base.resolve("store");
        StoreOpener opener = start(Map.of("url", "jdbc:h2:file:" + base.resolve("other"), "folder", folder.toString()));
        context.awaitOpen();

        opener.modified(new StoreConfigForTests(Map.of()));

        assertThat(opener.problems()).singleElement().asString().contains("url is missing");
        assertThat(embedded()).doesNotExist();
    }

    @Test
    void afterARestartAMissingUrlOpensNothingUntilItIsThere() {
        StoreOpener opener = start(elsewhere());
        context.awaitOpen();
        opener.close();
        context = new ContextForTests(base);

        opener = start(Map.of());

        assertThat(opener.problems()).singleElement().asString().startsWith("url is missing");
        assertThat(context.offered(Store.class)).isNull();
        assertThat(embedded()).doesNotExist();

        opener.modified(new StoreConfigForTests(elsewhere()));
        context.awaitOpen();
        assertThat(opener.problems()).isEmpty();
    }

    @Test
    void aDatabaseThatWaitsForItsDriverSaysSo() {
        StoreOpener opener = start(Map.of("url", "jdbc:postgresql://localhost:1/none"));

        assertThat(opener.problems())
                .singleElement()
                .asString()
                .contains("org.postgresql.Driver")
                .contains("feature:install bankfeed-store");
    }

    private StoreOpener start(Map<String, String> values) {
        StoreOpener opener = new StoreOpener(context.context(), new StoreConfigForTests(values));
        started.add(opener);
        return opener;
    }

    private Map<String, String> elsewhere() {
        return Map.of("url", "jdbc:h2:file:" + base.resolve("other"));
    }

    private Path embedded() {
        return base.resolve("bankfeed/bankfeed.mv.db");
    }
}
