package org.bankfeed.store.internal.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.store.KeyRotation.Report;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Secret;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.store.internal.OpenStore;
import org.bankfeed.store.internal.StoreForTests;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.key.CipherKey;
import org.bankfeed.store.internal.key.DoesNotOpenException;
import org.bankfeed.store.internal.key.KeySource;
import org.bankfeed.store.internal.key.Sealed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data keys and their change, on every database. */
public abstract class RotationContract {

    static final CompanyId ACME = new CompanyId("Acme");
    static final CompanyId BOLT = new CompanyId("Bolt");
    public static final Caller ADA = new Caller(ACME, "ada", Set.of(Role.ADMINISTRATOR), Channel.SHELL);
    static final String OLD = key(1);
    static final String NEW = key(2);

    OpenStore open;

    abstract OpenStore open(KeySource keys);

    @BeforeEach
    void openStore() {
        open = open(StoreForTests.given(OLD));
    }

    @AfterEach
    void closeStore() {
        open.close();
    }

    private static String key(int number) {
        byte[] bytes = new byte[CipherKey.BYTES];
        bytes[0] = (byte) number;
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String id(String key) {
        return CipherKey.master(Base64.getDecoder().decode(key)).id();
    }

    private void reopen(KeySource keys) {
        open.close();
        open = open(keys);
    }

    private Secrets secrets(CompanyId company) {
        return open.vault().secretsOf(company, "link");
    }

    private Stage vault() {
        return open.databaseStore().own(DatabaseVault.STAGE, OpenStore.VAULT, 0);
    }

    private List<String> texts(String sql) {
        return vault().inTransaction(unit -> unit.query(sql, row -> row.text("x")));
    }

    /** As a version wrote it that knew no data keys. */
    private void writeAsOnce(CompanyId company, String name, String value) {
        Sealed sealed = CipherKey.master(Base64.getDecoder().decode(OLD))
                .seal(new Thing(company.value(), "link").place(name), value.getBytes(UTF_8));
        vault().inTransaction(unit -> unit.update(
                "insert into secret (company, owner, name, key_id, nonce, sealed, changed_at) values (?,?,?,?,?,?,?)",
                company.value(),
                "link",
                name,
                sealed.keyId(),
                sealed.nonce(),
                sealed.value(),
                Instant.now()));
    }

    @Test
    void eachCompanyHasADataKeyOfItsOwnUnderTheMasterKey() {
        secrets(ACME).write("a", new Secret("1"));
        secrets(ACME).write("b", new Secret("2"));
        secrets(BOLT).write("a", new Secret("3"));

        assertThat(texts("select distinct company || ' ' || key_id as x from secret"))
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(texts("select company || ' ' || id as x from data_key"));
        assertThat(texts("select distinct master_key_id as x from data_key")).containsExactly(id(OLD));
    }

    @Test
    void aDataKeyMovedToAnotherCompanyDoesNotOpen() {
        secrets(ACME).write("a", new Secret("1"));
        secrets(BOLT).write("a", new Secret("2"));
        vault().inTransaction(unit -> unit.update("delete from data_key where company = 'Acme'"));
        vault().inTransaction(unit -> unit.update("update data_key set company = 'Acme'"));
        vault().inTransaction(unit ->
                unit.update("update secret set key_id = (select id from data_key) where company = 'Acme'"));

        assertThatThrownBy(() -> secrets(ACME).read("a"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not open");
    }

    @Test
    void whatTheMasterKeyEncryptedItselfIsReadAndMovesWithTheNextWrite() {
        writeAsOnce(ACME, "token", "once");
        reopen(StoreForTests.given(OLD));
        assertThat(secrets(ACME).read("token")).contains(new Secret("once"));

        assertThat(secrets(ACME).compareAndSet("token", new Secret("once"), new Secret("now")))
                .isTrue();

        assertThat(secrets(ACME).read("token")).contains(new Secret("now"));
        assertThat(texts("select key_id as x from secret")).doesNotContain(id(OLD));
    }

    @Test
    void afterARotationTheFormerMasterKeyIsNeededNoLonger() {
        writeAsOnce(ACME, "once", "o");
        secrets(ACME).write("a", new Secret("1"));
        secrets(BOLT).write("a", new Secret("2"));
        reopen(StoreForTests.given(NEW, OLD));
        secrets(BOLT).write("b", new Secret("3"));

        Report report = open.keyRotation().rotate(ADA);

        assertThat(report).isEqualTo(new Report(id(NEW), false, 2, 2, 4, 0));
        reopen(StoreForTests.given(NEW));
        assertThat(secrets(ACME).read("once")).contains(new Secret("o"));
        assertThat(secrets(ACME).read("a")).contains(new Secret("1"));
        assertThat(secrets(BOLT).read("a")).contains(new Secret("2"));
        assertThat(secrets(BOLT).read("b")).contains(new Secret("3"));
        assertThat(texts("select id as x from data_key")).hasSize(2);
        open.close();
        assertThatThrownBy(() -> open(StoreForTests.given(OLD)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("does not fit what was encrypted with key " + id(NEW))
                .hasMessageNotContaining(OLD);
    }

    @Test
    void eachCompanysAuditLogTellsOfIt() {
        secrets(ACME).write("a", new Secret("1"));
        secrets(BOLT).write("a", new Secret("2"));

        open.keyRotation().rotate(ADA);

        assertThat(texts("select company || ' ' || person || ' ' || act as x from bankfeed_audit.entry"))
                .containsExactlyInAnyOrder("Acme ada rotate keys", "Bolt ada rotate keys");
        assertThat(open.databaseStore().auditFault(BOLT)).isEmpty();
    }

    @Test
    void aSecondRotationMakesNewDataKeysAgainAndLeavesNoneBehind() {
        secrets(ACME).write("a", new Secret("1"));
        List<String> before = texts("select id as x from data_key");

        assertThat(open.keyRotation().rotate(ADA)).isEqualTo(new Report(id(OLD), false, 0, 1, 1, 0));
        assertThat(open.keyRotation().rotate(ADA)).isEqualTo(new Report(id(OLD), false, 0, 1, 1, 0));

        assertThat(texts("select id as x from data_key")).hasSize(1).doesNotContainAnyElementsOf(before);
        assertThat(secrets(ACME).read("a")).contains(new Secret("1"));
    }

    @Test
    void killedAfterAnyOfItsStepsItGoesOnWhereItWas() {
        for (String company : List.of("Acme", "Bolt")) {
            for (int i = 0; i < 3; i++) {
                secrets(new CompanyId(company)).write("n" + i, new Secret(company + i));
            }
        }
        writeAsOnce(ACME, "once", "o");
        int steps = 0;
        boolean done = false;
        while (!done) {
            open.useKeys(StoreForTests.given(steps % 2 == 0 ? NEW : OLD, steps % 2 == 0 ? OLD : NEW));
            int kill = ++steps;
            try {
                run(new DyingLease(kill));
                done = true;
            } catch (KilledException e) {
                allReadable();
                Report rest = run(new DyingLease(Integer.MAX_VALUE));
                assertThat(rest.continued()).isEqualTo(kill > 2);
                assertThat(rest.dataKeys()).isLessThanOrEqualTo(2);
            }
            allReadable();
            assertThat(texts("select distinct master_key_id as x from data_key"))
                    .containsExactly(id(kill % 2 == 1 ? NEW : OLD));
            assertThat(texts("select id as x from data_key")).hasSize(2);
        }
        assertThat(steps).isGreaterThan(12);
    }

    private void allReadable() {
        for (String company : List.of("Acme", "Bolt")) {
            for (int i = 0; i < 3; i++) {
                assertThat(secrets(new CompanyId(company)).read("n" + i)).contains(new Secret(company + i));
            }
        }
        assertThat(secrets(ACME).read("once")).contains(new Secret("o"));
    }

    private Report run(Lease lease) {
        MasterKeyRing master = ((DatabaseVault) open.vault()).master();
        return new RotationRun(vault(), master, new DataKeys(master), lease, ADA).run();
    }

    @Test
    void othersReadAndWriteMeanwhile() throws Exception {
        int threads = 4;
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<Integer>> counts = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                Secrets mine = open.vault().secretsOf(t % 2 == 0 ? ACME : BOLT, "link-" + t);
                mine.write("n", new Secret("0"));
                counts.add(pool.submit(() -> {
                    int n = 0;
                    while (!over.get()) {
                        Secret now = new Secret(Integer.toString(n));
                        Secret next = new Secret(Integer.toString(++n));
                        assertThat(mine.read("n")).contains(now);
                        if (n % 3 == 0) {
                            mine.write("n", next);
                        } else {
                            assertThat(mine.compareAndSet("n", now, next)).isTrue();
                        }
                    }
                    return n;
                }));
            }
            for (int i = 0; i < 12; i++) {
                assertThat(open.keyRotation().rotate(ADA).unreadable()).isZero();
            }
            over.set(true);
            for (int t = 0; t < threads; t++) {
                int written = counts.get(t).get(20, TimeUnit.SECONDS);
                assertThat(open.vault()
                                .secretsOf(t % 2 == 0 ? ACME : BOLT, "link-" + t)
                                .read("n"))
                        .contains(new Secret(Integer.toString(written)));
            }
        } finally {
            over.set(true);
            pool.shutdownNow();
        }
    }

    @Test
    void aDamagedValueIsCountedAndLeftAndHoldsNothingUp() {
        secrets(ACME).write("a", new Secret("1"));
        secrets(ACME).write("b", new Secret("2"));
        vault().inTransaction(unit -> unit.update("update secret set owner = 'other' where name = 'a'"));

        Report report = open.keyRotation().rotate(ADA);

        assertThat(report.unreadable()).isEqualTo(1);
        assertThat(report.values()).isEqualTo(1);
        assertThat(secrets(ACME).read("b")).contains(new Secret("2"));
        vault().inTransaction(unit -> unit.update("update secret set owner = 'link' where name = 'a'"));
        assertThat(secrets(ACME).read("a")).contains(new Secret("1"));
    }

    @Test
    void aDamagedDataKeyTakesItsValuesAlongButTheCompanyGetsANewOne() {
        secrets(ACME).write("a", new Secret("1"));
        vault().inTransaction(unit -> unit.update("update data_key set nonce = ?", new byte[12]));
        open.useKeys(StoreForTests.given(NEW, OLD));
        assertThatThrownBy(() -> secrets(ACME).write("b", new Secret("2"))).isInstanceOf(DoesNotOpenException.class);

        assertThat(open.keyRotation().rotate(ADA)).isEqualTo(new Report(id(NEW), false, 0, 1, 0, 1));

        secrets(ACME).write("a", new Secret("anew"));
        assertThat(secrets(ACME).read("a")).contains(new Secret("anew"));
    }

    @Test
    void onlyAnAdministratorRotatesAndOnlyOneAtATime() {
        Caller bookkeeper = new Caller(ACME, "ben", Set.of(Role.BOOKKEEPER), Channel.SHELL);
        assertThatThrownBy(() -> open.keyRotation().rotate(bookkeeper)).isInstanceOf(AccessDeniedException.class);

        try (Lease other = open.leases()
                .acquire(OnlineRotation.JOB, OnlineRotation.ALL, Duration.ofMinutes(1))
                .orElseThrow()) {
            assertThat(other.renew()).isTrue();
            assertThatThrownBy(() -> open.keyRotation().rotate(ADA))
                    .isInstanceOf(StoreException.Unavailable.class)
                    .hasMessageContaining("being changed already");
        }
        assertThat(open.keyRotation().rotate(ADA).dataKeys()).isZero();
    }

    @Test
    void theKeysAreExchangedWhileTheStoreStaysOpen() {
        Secrets held = secrets(ACME);
        held.write("a", new Secret("1"));

        assertThatThrownBy(() -> open.useKeys(StoreForTests.given(NEW)))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("does not fit");
        assertThat(held.read("a")).contains(new Secret("1"));
        open.useKeys(StoreForTests.given(NEW, OLD));
        open.keyRotation().rotate(ADA);
        open.useKeys(StoreForTests.given(NEW));

        assertThat(held.read("a")).contains(new Secret("1"));
    }

    private static final class KilledException extends RuntimeException {}

    /** Ends the rotation before one of its steps, as a kill would. */
    private static final class DyingLease implements Lease {
        private int left;

        DyingLease(int left) {
            this.left = left;
        }

        @Override
        public String job() {
            return OnlineRotation.JOB;
        }

        @Override
        public CompanyId company() {
            return OnlineRotation.ALL;
        }

        @Override
        public long token() {
            return 1;
        }

        @Override
        public boolean renew() {
            return true;
        }

        @Override
        public void release() {}

        @Override
        public void stillHeld(UnitOfWork unit) {
            if (--left == 0) {
                throw new KilledException();
            }
        }
    }
}
