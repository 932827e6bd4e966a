package org.bankfeed.store.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bankfeed.store.KeyRotation.Report;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Secret;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.internal.vault.DatabaseVault;
import org.bankfeed.store.internal.vault.RotationContract;
import org.bankfeed.store.testing.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Two processes on one PostgreSQL, one of them stopped by the system in the midst of its work and continued later. */
@DisabledOnOs(OS.WINDOWS)
final class PausedNodeTest {

    private static final Duration SILENCE = Duration.ofSeconds(2);

    private final String url = PostgresServer.newDatabase();
    private OpenStore node;
    private Stage stage;

    @BeforeEach
    void open() {
        node = store(url);
        stage = node.store().stage("work", LeaseContract.TABLE);
    }

    @AfterEach
    void close() {
        node.close();
    }

    private static OpenStore store(String url) {
        return StoreForTests.postgres(url, StoreForTests.given(StoreForTests.someKey()), SILENCE);
    }

    private ChildNode child(String task) throws IOException {
        return ChildNode.start(Child.class, task, url);
    }

    private List<String> work() {
        return stage.inTransaction(unit -> unit.query("select who from work order by who", row -> row.text("who")));
    }

    private void write(Lease lease) {
        stage.inTransaction(unit -> {
            lease.stillHeld(unit);
            return unit.update("insert into work (who) values ('taker')");
        });
    }

    @Test
    void aHolderPausedPastTheEndOfItsLeaseIsRefusedWhenItWrites() throws Exception {
        try (ChildNode child = child("lease")) {
            assertThat(child.hear()).isEqualTo("held");
            child.pause();

            write(LeaseContract.await(node, "reading", LeaseContract.ACME, LeaseContract.MINUTE));
            child.wakeUp();
            child.say("go on");

            assertThat(child.hear()).isEqualTo("TakenOver");
            assertThat(work()).containsExactly("taker");
        }
    }

    @Test
    void aHolderPausedInsideItsTransactionHoldsNobodyUpAndCommitsNothing() throws Exception {
        try (ChildNode child = child("transaction")) {
            assertThat(child.hear()).isEqualTo("held");
            child.pause();

            write(LeaseContract.await(node, "reading", LeaseContract.ACME, LeaseContract.MINUTE));
            child.wakeUp();
            child.say("go on");

            assertThat(child.hear()).isEqualTo("Unavailable");
            assertThat(work()).containsExactly("taker");
        }
    }

    @Test
    void whoIsPausedWhileHeRefreshesLosesHisTurnAndOverwritesNothing() throws Exception {
        Secrets secrets = node.vault().secretsOf(LeaseContract.ACME, "link");
        secrets.write("token", new Secret("first"));
        try (ChildNode child = child("turn")) {
            assertThat(child.hear()).isEqualTo("held");
            child.pause();

            boolean rotated = secrets.<Boolean, RuntimeException>exclusively(
                    () -> secrets.compareAndSet("token", new Secret("first"), new Secret("second")));
            assertThat(rotated).isTrue();
            child.wakeUp();
            child.say("go on");

            assertThat(child.hear()).isEqualTo("compareAndSet TakenOver, write TakenOver, forget TakenOver");
            assertThat(secrets.read("token")).contains(new Secret("second"));
            assertThat(child.hear()).isEqualTo("next turn: second");
        }
    }

    @Test
    void whatAPausedHolderAloneKnowsIsNotLostWhenNobodyChangedIt() throws Exception {
        Secrets secrets = node.vault().secretsOf(LeaseContract.ACME, "link");
        secrets.write("token", new Secret("first"));
        try (ChildNode child = child("turn")) {
            assertThat(child.hear()).isEqualTo("held");
            child.pause();
            assertThat(secrets.<Boolean, RuntimeException>exclusively(
                            () -> secrets.read("token").isPresent()))
                    .isTrue();
            child.wakeUp();
            child.say("go on");

            assertThat(child.hear()).isEqualTo("compareAndSet ok, write TakenOver, forget TakenOver");
            assertThat(secrets.read("token")).contains(new Secret("stale"));
        }
    }

    @Test
    void whoDiesBetweenTheAnswerAndTheCommitLeavesTheTokenOfBeforeAndHisTurn() throws Exception {
        Secrets secrets = node.vault().secretsOf(LeaseContract.ACME, "link");
        secrets.write("token", new Secret("first"));
        try (ChildNode child = child("turn")) {
            assertThat(child.hear()).isEqualTo("held");
            child.killHard(); // the provider has answered him; nobody else knows the new token

            String next = secrets.<String, RuntimeException>exclusively(
                    () -> secrets.read("token").map(Secret::reveal).orElse("none"));

            assertThat(next)
                    .as("which the provider takes once more, or refuses")
                    .isEqualTo("first");
        }
    }

    @Test
    void whoWorksForLongKeepsHisTurn() throws Exception {
        try (ChildNode child = child("turn")) {
            node.vault().secretsOf(LeaseContract.ACME, "link").write("token", new Secret("first"));
            assertThat(child.hear()).isEqualTo("held");
            CountDownLatch inside = new CountDownLatch(1);
            ExecutorService thread = Executors.newSingleThreadExecutor();
            Future<?> waiting = thread.submit(
                    () -> node.vault().secretsOf(LeaseContract.ACME, "link").exclusively(() -> {
                        inside.countDown();
                        return "";
                    }));

            assertThat(inside.await(SILENCE.toMillis() * 3 / 2, TimeUnit.MILLISECONDS))
                    .isFalse();
            child.say("go on");

            assertThat(child.hear()).isEqualTo("compareAndSet ok, write ok, forget ok");
            waiting.get(20, TimeUnit.SECONDS);
            thread.shutdown();
        }
    }

    @Test
    void aRotationThatIsKilledIsTakenUpByAnotherNode() throws Exception {
        Secrets secrets = node.vault().secretsOf(LeaseContract.ACME, "link");
        for (int i = 0; i < 300; i++) {
            secrets.write("n" + i, new Secret("value " + i));
        }
        try (ChildNode child = child("rotate")) {
            assertThat(child.hear()).isEqualTo("held");
            child.say("go on");
            Stage vault = node.databaseStore().own(DatabaseVault.STAGE, OpenStore.VAULT, 0);
            int moved = 0;
            while (moved < 20) {
                moved = vault.<Integer, RuntimeException>inTransaction(unit -> unit.query(
                                "select s.name from secret s join data_key k on k.id = s.key_id and k.number = 2",
                                row -> row.text("name"))
                        .size());
            }
            child.killHard();
        }

        Report rest = afterTheLease();

        assertThat(rest.continued()).isTrue();
        assertThat(rest.dataKeys()).isZero();
        assertThat(rest.values()).isBetween(1, 280);
        for (int i = 0; i < 300; i++) {
            assertThat(secrets.read("n" + i)).contains(new Secret("value " + i));
        }
    }

    private Report afterTheLease() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                return node.keyRotation().rotate(RotationContract.ADA);
            } catch (StoreException.Unavailable e) {
                assertThat(System.nanoTime()).isLessThan(end);
            }
        }
    }

    /** The other process. */
    static final class Child {
        private Child() {}

        private static final BufferedReader TOLD = new BufferedReader(new InputStreamReader(System.in, UTF_8));

        public static void main(String[] args) throws IOException {
            try (OpenStore node = store(args[1])) {
                switch (args[0]) {
                    case "lease", "transaction" -> lease(node, args[0].equals("transaction"));
                    case "turn" -> turn(node);
                    default -> {
                        held();
                        node.keyRotation().rotate(RotationContract.ADA);
                    }
                }
            }
        }

        private static void held() throws IOException {
            System.out.println("held");
            if (TOLD.readLine() == null) {
                throw new IOException("the test is gone");
            }
        }

        private static void lease(OpenStore node, boolean inside) throws IOException {
            Stage stage = node.store().stage("work", LeaseContract.TABLE);
            Lease lease = node.leases()
                    .acquire("reading", LeaseContract.ACME, SILENCE)
                    .orElseThrow();
            if (!inside) {
                held();
            }
            System.out.println(outcome(() -> stage.<Integer, IOException>inTransaction(unit -> {
                lease.stillHeld(unit);
                if (inside) {
                    held();
                }
                return unit.update("insert into work (who) values ('paused')");
            })));
        }

        private static void turn(OpenStore node) throws IOException {
            Secrets secrets = node.vault().secretsOf(LeaseContract.ACME, "link");
            secrets.<String, IOException>exclusively(() -> {
                held();
                System.out.println("compareAndSet "
                        + outcome(() -> {
                            if (!secrets.compareAndSet("token", new Secret("first"), new Secret("stale"))) {
                                throw new StoreException("not set", null);
                            }
                        })
                        + ", write " + outcome(() -> secrets.write("token", new Secret("stale")))
                        + ", forget " + outcome(secrets::forget));
                return "";
            });
            System.out.println("next turn: "
                    + secrets.<String, RuntimeException>exclusively(
                            () -> secrets.read("token").map(Secret::reveal).orElse("none")));
        }

        private static String outcome(Attempt attempt) throws IOException {
            try {
                attempt.run();
                return "ok";
            } catch (StoreException e) {
                return e.getClass().getSimpleName();
            }
        }

        @FunctionalInterface
        private interface Attempt {
            void run() throws IOException;
        }
    }
}
