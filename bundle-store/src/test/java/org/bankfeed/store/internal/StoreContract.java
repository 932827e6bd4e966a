package org.bankfeed.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Secret;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holds on every database. */
public abstract class StoreContract {

    static final CompanyId ACME = new CompanyId("Acme");
    static final Caller ANN = new Caller(ACME, "ann", Set.of(Role.BOOKKEEPER, Role.VIEWER), Channel.SHELL);

    static final Migration FIRST = new Migration(1, "things", """
            create table thing (
                id varchar(40) not null primary key,
                amount numeric(18, 3),
                count integer,
                big bigint,
                on_day date,
                at timestamp(6) with time zone,
                content bytea,
                flag boolean,
                words varchar
            );
            create index thing_on_day on thing (on_day);
            """);
    static final Migration SECOND = new Migration(2, "colour", "alter table thing add column colour varchar(20);");

    OpenStore open;
    Stage stage;

    /** Opens the store of this test's database; again, if it was closed. */
    abstract OpenStore open();

    /** A name that no other test on the same database uses. */
    String stageName() {
        return "things";
    }

    @BeforeEach
    void openStore() {
        open = open();
        stage = open.store().stage(stageName(), List.of(FIRST));
    }

    @AfterEach
    void closeStore() {
        open.close();
    }

    void insert(String id) {
        stage.inTransaction(unit -> unit.update("insert into thing (id) values (?)", id));
    }

    <T> List<T> all(String sql, UnitOfWork.RowReader<T> reader) {
        return stage.inTransaction(unit -> unit.query(sql, reader));
    }

    List<String> ids() {
        return stage.inTransaction(unit -> unit.query("select id from thing order by id", row -> row.text("id")));
    }

    @Test
    void everyKindOfValueComesBackAsItWas() {
        Instant moment = Instant.parse("2026-03-29T00:59:59.123456Z");
        LocalDate day = LocalDate.of(2024, 2, 29);
        byte[] content = {0, 1, -128, 127};
        stage.inTransaction(unit -> unit.update(
                "insert into thing (id, amount, count, big, on_day, at, content, flag, words) values"
                        + " (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                "a",
                new BigDecimal("-1234567890.125"),
                7,
                Long.MAX_VALUE,
                day,
                moment,
                content,
                true,
                Channel.SHELL));

        Optional<String> read = stage.inTransaction(unit -> unit.one(
                "select * from thing where on_day = ? and at = ?",
                row -> {
                    assertThat(row.text("ID")).isEqualTo("a");
                    assertThat(row.decimal("amount")).isEqualByComparingTo("-1234567890.125");
                    assertThat(row.integer("count")).isEqualTo(7);
                    assertThat(row.number("big")).isEqualTo(Long.MAX_VALUE);
                    assertThat(row.date("on_day")).isEqualTo(day);
                    assertThat(row.instant("at")).isEqualTo(moment);
                    assertThat(row.bytes("content")).isEqualTo(content);
                    assertThat(row.flag("flag")).isTrue();
                    assertThat(row.text("words")).isEqualTo("SHELL");
                    return "";
                },
                day,
                moment));
        assertThat(read).isPresent();
    }

    @Test
    void theYearsFarAwayKeepTheirDay() {
        LocalDate day = LocalDate.of(1847, 5, 1);
        stage.inTransaction(unit -> unit.update("insert into thing (id, on_day) values (?, ?)", "a", day));
        assertThat(all("select on_day from thing", row -> row.date("on_day"))).containsExactly(day);
    }

    @Test
    void nullsGoInAndComeOutOnlyWhereTheyAreExpected() {
        stage.inTransaction(unit -> unit.update(
                "insert into thing (id, amount, on_day, at, content, words) values (?, ?, ?, ?, ?, ?)",
                "a",
                null,
                null,
                null,
                null,
                null));

        Optional<String> read = stage.inTransaction(unit -> unit.one("select * from thing", row -> {
            assertThat(row.decimalOrNull("amount")).isNull();
            assertThat(row.dateOrNull("on_day")).isNull();
            assertThat(row.instantOrNull("at")).isNull();
            assertThat(row.textOrNull("words")).isNull();
            assertThatThrownBy(() -> row.integer("count"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("count");
            assertThatThrownBy(() -> row.text("no_such"))
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("no_such");
            return "";
        }));
        assertThat(read).isPresent();
    }

    @Test
    void manyRowsGoInAtOnce() {
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(new Object[] {"t" + i, i});
        }

        int inserted = stage.inTransaction(unit -> unit.updateAll("insert into thing (id, count) values (?, ?)", rows));

        assertThat(inserted).isEqualTo(500);
        assertThat(ids()).hasSize(500);
        assertThat(stage.<Integer, RuntimeException>inTransaction(
                        unit -> unit.updateAll("insert into thing (id) values (?)", List.of())))
                .isZero();
    }

    @Test
    void aThrowTakesEverythingBackAndComesOutAsItWas() {
        IOException thrown = new IOException("the line is gone");

        assertThatThrownBy(() -> stage.inTransaction(unit -> {
                    unit.update("insert into thing (id) values (?)", "a");
                    unit.audit(ANN, "add", "a", "added a");
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(ids()).isEmpty();
        assertThat(auditSubjects()).isEmpty();
    }

    @Test
    void aNestedTransactionIsPartOfTheOuterOne() {
        assertThatThrownBy(() -> stage.inTransaction(outer -> {
                    insert("nested");
                    assertThat(ids()).containsExactly("nested");
                    throw new IllegalStateException("later");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(ids()).isEmpty();
    }

    @Test
    void whatANestedOneDidBeforeItThrewIsTakenBackAndTheOuterOneGoesOn() {
        stage.inTransaction(outer -> {
            outer.update("insert into thing (id) values (?)", "outer");
            assertThatThrownBy(() -> stage.inTransaction(nested -> {
                        nested.update("insert into thing (id) values (?)", "nested");
                        nested.audit(ANN, "add", "nested", "added");
                        return nested.update("insert into thing (id) values (?)", "outer");
                    }))
                    .isInstanceOf(StoreException.Duplicate.class);
            outer.audit(ANN, "add", "outer", "added");
            return outer.update("insert into thing (id) values (?)", "after");
        });

        assertThat(ids()).containsExactly("after", "outer");
        assertThat(auditSubjects()).containsExactly("outer");
    }

    @Test
    void aTakenKeyIsADuplicateAndItsMessageTellsNoValue() {
        insert("BE68539007547034");
        assertThatThrownBy(() -> insert("BE68539007547034"))
                .isInstanceOf(StoreException.Duplicate.class)
                .hasMessageNotContaining("BE68");
    }

    @Test
    void aSwallowedFailureDoesNotCommitTheRest() {
        assertThatThrownBy(() -> stage.inTransaction(unit -> {
                    unit.update("insert into thing (id) values (?)", "a");
                    try {
                        unit.update("insert into thing (id) values (?)", "a");
                    } catch (StoreException.Duplicate e) {
                        // believes that it goes on
                    }
                    return "";
                }))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("nested");
        assertThat(ids()).isEmpty();
    }

    @Test
    void moreThanOneRowIsAnErrorWhereOneIsExpected() {
        insert("a");
        insert("b");
        assertThatThrownBy(() -> stage.inTransaction(unit -> unit.one("select id from thing", row -> row.text("id"))))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void aUnitIsOfNoUseAfterItsTransaction() {
        var kept = stage.inTransaction(unit -> unit);
        assertThatThrownBy(() -> kept.update("delete from thing")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aSecondStartKeepsWhatTheFirstOneWrote() {
        insert("a");
        open.close();

        openStore();

        assertThat(ids()).containsExactly("a");
    }

    @Test
    void aLaterMigrationRunsOnWhatIsThere() {
        insert("a");
        stage = open.store().stage(stageName(), List.of(FIRST, SECOND));

        stage.inTransaction(unit -> unit.update("update thing set colour = ?", "red"));

        assertThat(all("select colour from thing", row -> row.text("colour"))).containsExactly("red");
    }

    @Test
    void aMigrationThatWasChangedAfterItRanIsRefused() {
        Migration changed = new Migration(1, FIRST.description(), FIRST.sql() + "create table more (id integer);");

        assertThatThrownBy(() -> open.store().stage(stageName(), List.of(changed)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("stage " + stageName())
                .hasMessageContaining("another version");
    }

    @Test
    void aDatabaseNewerThanTheProgramIsRefused() {
        open.store().stage(stageName(), List.of(FIRST, SECOND));
        open.close();
        open = open();

        assertThatThrownBy(() -> open.store().stage(stageName(), List.of(FIRST)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("or a later one");
    }

    @Test
    void aMigrationThatFailsIsAStoreException() {
        Migration broken = new Migration(2, "broken", "alter table no_such add column x integer");
        assertThatThrownBy(() -> open.store().stage(stageName(), List.of(FIRST, broken)))
                .isInstanceOf(StoreException.class);
    }

    @Test
    void theStoresOwnStagesAndOtherNamesAreRefused() {
        for (String name : List.of("audit", "vault", "lease", "Journal", "a1", "")) {
            assertThatThrownBy(() -> open.store().stage(name, List.of())).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void auditEntriesChainWhoeverWritesThemAtOnce() throws Exception {
        atOnce(8, () -> {
            for (int i = 0; i < 20; i++) {
                stage.inTransaction(unit -> {
                    unit.audit(ANN, "try", "x", "tried é");
                    return "";
                });
            }
            return "";
        });

        assertThat(auditSubjects()).hasSize(160);
        assertThat(open.databaseStore().auditFault(ACME)).isEmpty();
    }

    @Test
    void aChangedAuditEntryIsNoticed() {
        auditThree();
        tamper("update bankfeed_audit.entry set sentence = 'nothing happened' where number = 2");
        assertThat(open.databaseStore().auditFault(ACME))
                .hasValueSatisfying(f -> assertThat(f).contains("entry 2").contains("changed"));
    }

    @Test
    void aMissingAuditEntryIsNoticedInTheMiddleAndAtTheEnd() {
        auditThree();
        tamper("delete from bankfeed_audit.entry where number = 3");
        assertThat(open.databaseStore().auditFault(ACME))
                .hasValueSatisfying(f -> assertThat(f).contains("last entries"));
        tamper("delete from bankfeed_audit.entry where number = 1");
        assertThat(open.databaseStore().auditFault(ACME))
                .hasValueSatisfying(f -> assertThat(f).contains("entry 1").contains("missing"));
    }

    private void auditThree() {
        for (int i = 1; i <= 3; i++) {
            String subject = "s" + i;
            stage.inTransaction(unit -> {
                unit.audit(ANN, "try", subject, "tried");
                return "";
            });
        }
        assertThat(open.databaseStore().auditFault(ACME)).isEmpty();
    }

    void tamper(String sql, @Nullable Object... parameters) {
        stage.inTransaction(unit -> unit.update(sql, parameters));
    }

    List<String> auditSubjects() {
        return stage.inTransaction(unit ->
                unit.query("select subject from bankfeed_audit.entry order by number", row -> row.text("subject")));
    }

    // ---- the vault

    Secrets secrets() {
        return open.vault().secretsOf(ACME, "link-1");
    }

    @Test
    void aSecretComesBackAlsoAfterASecondStartAndLiesEncrypted() {
        secrets().write("refresh", new Secret("hunter2-é"));
        secrets().write("refresh", new Secret("hunter3-é"));
        open.close();
        openStore();

        assertThat(secrets().read("refresh")).contains(new Secret("hunter3-é"));
        assertThat(secrets().read("other")).isEmpty();
        List<byte[]> sealed = stage.inTransaction(
                unit -> unit.query("select sealed from bankfeed_vault.secret", row -> row.bytes("sealed")));
        assertThat(sealed).hasSize(1).allSatisfy(bytes -> assertThat(
                        new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("hunter"));
    }

    @Test
    void aValueMovedToAnotherRowDoesNotOpen() {
        secrets().write("refresh", new Secret("a"));
        open.vault().secretsOf(ACME, "link-2").write("refresh", new Secret("b"));
        tamper("update bankfeed_vault.secret set owner = 'x' where owner = 'link-2'");
        tamper("update bankfeed_vault.secret set owner = 'link-2' where owner = 'link-1'");

        assertThatThrownBy(() -> open.vault().secretsOf(ACME, "link-2").read("refresh"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("does not open");
    }

    @Test
    void compareAndSetSetsOnlyWhatItSaw() {
        Secret one = new Secret("1");
        Secret two = new Secret("2");
        assertThat(secrets().compareAndSet("k", one, two)).isFalse();
        assertThat(secrets().compareAndSet("k", null, one)).isTrue();
        assertThat(secrets().compareAndSet("k", null, two)).isFalse();
        assertThat(secrets().compareAndSet("k", two, one)).isFalse();
        assertThat(secrets().compareAndSet("k", one, two)).isTrue();
        assertThat(secrets().read("k")).contains(two);
        assertThat(secrets().compareAndSet("k", two, null)).isTrue();
        assertThat(secrets().read("k")).isEmpty();
    }

    @Test
    void onlyOneOfManyWins() throws Exception {
        List<Boolean> won = atOnce(8, () -> secrets().compareAndSet("k", null, new Secret("x")));
        assertThat(won).containsOnlyOnce(true);
    }

    @Test
    void forgettingLeavesOthersAlone() {
        secrets().write("a", new Secret("1"));
        open.vault().secretsOf(ACME, "link-2").write("a", new Secret("2"));
        secrets().forget();
        assertThat(secrets().read("a")).isEmpty();
        assertThat(open.vault().secretsOf(ACME, "link-2").read("a")).isPresent();
    }

    @Test
    void workOnTheSameSecretsNeverOverlapsEvenOfTwoNodes() throws Exception {
        try (OpenStore other = secondNode()) {
            AtomicInteger inside = new AtomicInteger();
            AtomicInteger turn = new AtomicInteger();
            List<Integer> seen = atOnce(12, () -> {
                OpenStore node = turn.getAndIncrement() % 2 == 0 ? open : other;
                Secrets mine = node.vault().secretsOf(ACME, "link-1");
                return mine.exclusively(() -> {
                    int together = inside.incrementAndGet();
                    int next = mine.read("n")
                                    .map(s -> Integer.parseInt(s.reveal()))
                                    .orElse(0)
                            + 1;
                    mine.write("n", new Secret(Integer.toString(next)));
                    inside.decrementAndGet();
                    return together;
                });
            });
            assertThat(seen).containsOnly(1);
            assertThat(secrets().read("n")).contains(new Secret("12"));
        }
    }

    /** Another process on the same database, where there can be one. */
    abstract OpenStore secondNode();

    @Test
    void whatWasSetInOnesTurnStaysWhenTheWorkThrowsLater() {
        IOException thrown = new IOException();
        assertThatThrownBy(() -> secrets().exclusively(() -> {
                    secrets().exclusively(() -> {
                        secrets().write("refresh", new Secret("new"));
                        return "";
                    });
                    throw thrown;
                }))
                .isSameAs(thrown);
        assertThat(secrets().read("refresh")).contains(new Secret("new"));
    }

    @Test
    void aSecretIsKeptWhateverBecomesOfTheTransactionAround() {
        assertThatThrownBy(() -> stage.inTransaction(unit -> {
                    secrets().write("refresh", new Secret("new"));
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(secrets().read("refresh")).contains(new Secret("new"));
    }

    public static <T> List<T> atOnce(int threads, Callable<T> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            CountDownLatch start = new CountDownLatch(1);
            List<Future<T>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(() -> {
                    start.await();
                    return work.call();
                }));
            }
            start.countDown();
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get(50, TimeUnit.SECONDS));
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
