package org.bankfeed.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Secret;
import org.bankfeed.store.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A commit survives a process that is killed the moment after; what was not committed does not. */
final class DurabilityTest {

    private static final CompanyId ACME = new CompanyId("Acme");
    private static final List<Migration> TABLE =
            List.of(new Migration(1, "numbers", "create table number (value integer primary key)"));

    @TempDir
    Path folder;

    @Test
    void aCommitSurvivesKillNine() throws Exception {
        for (int round = 0; round < 3; round++) {
            int last = writeUntilKilled(200);

            try (OpenStore store = open(folder)) {
                Stage stage = store.store().stage("numbers", TABLE);
                List<Integer> values = stage.inTransaction(
                        unit -> unit.query("select value from number order by value", row -> row.integer("value")));
                assertThat(values).contains(last).doesNotContain(-1);
                assertThat(values.size()).isGreaterThanOrEqualTo(last);
                assertThat(store.vault().secretsOf(ACME, "link").read("token"))
                        .hasValueSatisfying(token ->
                                assertThat(Integer.parseInt(token.reveal())).isGreaterThanOrEqualTo(last));
            }
        }
    }

    /** Starts a child that commits numbers and says each; kills it in the midst; returns the last that it said. */
    private int writeUntilKilled(int atLeast) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Child.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int last = 0;
        try (BufferedReader said = new BufferedReader(new InputStreamReader(child.getInputStream(), UTF_8))) {
            int heard = 0;
            while (heard++ < atLeast) {
                last = Integer.parseInt(Objects.requireNonNull(said.readLine(), "the child ended by itself"));
            }
            assertThat(child.toHandle().destroyForcibly())
                    .isTrue(); // unlike the process itself, it leaves the pipe open
            String more = said.readLine();
            while (more != null && more.matches("\\d+")) {
                last = Integer.parseInt(more);
                more = said.readLine();
            }
        }
        assertThat(child.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(child.exitValue()).isEqualTo(128 + 9);
        return last;
    }

    private static OpenStore open(Path folder) {
        return StoreForTests.h2("jdbc:h2:file:" + folder.resolve("bankfeed"), folder);
    }

    /** Commits one number after the other, for ever. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) {
            OpenStore store = open(Path.of(args[0]));
            Stage stage = store.store().stage("numbers", TABLE);
            startOneThatNeverCommits(stage);
            int next = 1
                    + stage.inTransaction(unit -> unit.query("select value from number", row -> 1))
                            .size();
            for (int value = next; ; value++) {
                int number = value;
                stage.inTransaction(unit -> unit.update("insert into number (value) values (?)", number));
                store.vault().secretsOf(ACME, "link").write("token", new Secret(Integer.toString(number)));
                System.out.println(number);
            }
        }

        private static void startOneThatNeverCommits(Stage stage) {
            Thread thread = new Thread(() -> {
                try {
                    stage.inTransaction(unit -> {
                        unit.update("insert into number (value) values (-1)");
                        Thread.sleep(TimeUnit.MINUTES.toMillis(5));
                        return "";
                    });
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            });
            thread.setDaemon(true);
            thread.start();
        }
    }
}
