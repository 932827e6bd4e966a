package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.journal.internal.Lines.line;
import static org.bankfeed.journal.internal.Lines.unreadable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FakeBankFeed;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.AccountSettings;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.BankTransaction.State;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.journal.TransactionQuery;
import org.bankfeed.store.Migration;
import org.bankfeed.value.Money;
import org.bankfeed.value.Page;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.junit.jupiter.api.Test;

/** What holds of reading, on whatever database. */
abstract class ReadingContract extends JournalHarness {

    private static final Migration SEARCH = Migration.of(StoreBankJournal.class, "V13__search_by_end_to_end_id.sql");

    @Test
    void readsEverythingOnceAndTellsItByDay() throws Exception {
        readSeven();

        assertThat(told()).containsExactly("NEW t1", "NEW t2", "NEW t3", "NEW t4", "NEW t5", "NEW t6", "NEW t7");
        assertThat(log()).extracting(entry -> entry.sequence()).isSorted().doesNotHaveDuplicates();
        assertThat(account(Lines.CURRENT).loaded()).isTrue();
        assertThat(account(Lines.CURRENT).transactions()).isEqualTo(7);
        assertThat(Objects.requireNonNull(account(Lines.CURRENT).current()).amount())
                .isEqualTo(Money.of("100", "EUR"));
    }

    @Test
    void readingAgainBringsNothing() throws Exception {
        readSeven();

        SyncReceipt.AccountPart again = part();

        assertThat(again.added() + again.changed()).isZero();
        assertThat(again.complete()).isTrue();
        assertThat(told()).hasSize(7);
        assertThat(listed()).hasSize(7);
    }

    @Test
    void laterLinesComeInTheirOrderOfArrival() throws Exception {
        readSeven();
        bring(line("late", "2026-01-02", "9", "an old day"), line("new", "2026-03-09", "9", "a new day"));

        assertThat(part().added()).isEqualTo(2);
        assertThat(told().subList(7, 9)).containsExactly("NEW late", "NEW new");
    }

    @Test
    void aKillBetweenPagesLosesNothing() throws Exception {
        shareCurrent();
        for (int i = 1; i <= 9; i++) {
            bring(line("t" + i, "2026-02-0" + i, "" + i, "text"));
        }
        link(anna);
        for (int page = 1; page <= 3; page++) {
            int kill = 2;
            feed.beforeEachPage((account, number) -> {
                if (number == kill) {
                    throw new KillableFeed.Killed();
                }
            });
            if (page < 3) {
                assertThatThrownBy(this::synchronize).isInstanceOf(KillableFeed.Killed.class);
                assertThat(told()).isEmpty();
            }
            journal = started(feed);
        }
        feed.beforeEachPage(null);
        synchronize();

        assertThat(told())
                .containsExactly(
                        "NEW t1", "NEW t2", "NEW t3", "NEW t4", "NEW t5", "NEW t6", "NEW t7", "NEW t8", "NEW t9");
    }

    @Test
    void aReadingThatGoesOnFromWhereOneStoppedFindsWhatHasComeSince() throws Exception {
        shareCurrent();
        for (int i = 1; i <= 9; i++) {
            bring(line("t" + i, "2026-02-0" + i, "" + i, "text"));
        }
        link(anna);
        feed.beforeEachPage((account, number) -> {
            if (number == 2) {
                throw new KillableFeed.Killed();
            }
        });
        assertThatThrownBy(this::synchronize).isInstanceOf(KillableFeed.Killed.class);
        feed.beforeEachPage(null);
        bring(line("since", "2026-02-10", "10", "text"));
        synchronize();

        assertThat(told()).hasSize(10).endsWith("NEW since");
    }

    @Test
    void theFirstLoadOfSeveralAccountsIsToldByBankDay() throws Exception {
        shareCurrent();
        shareSavings();
        for (int i = 1; i <= 4; i++) {
            fake.bring(CURRENT, line("c" + i, "2026-02-0" + 2 * i, "1", "c"));
            fake.bring(SAVINGS, line("s" + i, "2026-02-0" + (2 * i - 1), "1", "s"));
        }
        link(anna);
        synchronize();

        assertThat(told())
                .containsExactly("NEW s1", "NEW c1", "NEW s2", "NEW c2", "NEW s3", "NEW c3", "NEW s4", "NEW c4");
    }

    @Test
    void withinADayTheFirstLoadKeepsTheProvidersOrder() throws Exception {
        shareCurrent();
        for (int i = 1; i <= 8; i++) {
            bring(line("t" + i, "2026-02-01", "" + i, "text"));
        }
        link(anna);
        synchronize();

        assertThat(told())
                .containsExactly("NEW t1", "NEW t2", "NEW t3", "NEW t4", "NEW t5", "NEW t6", "NEW t7", "NEW t8");
    }

    @Test
    void oneAccountsFailureDoesNotStopTheOther() throws Exception {
        shareCurrent();
        shareSavings();
        fake.bring(CURRENT, line("c1", "2026-02-02", "1", "c"));
        fake.bring(SAVINGS, line("s1", "2026-02-01", "1", "s"));
        link(anna);
        feed.beforeEachPage((account, number) -> {
            if (account.id().equals(CURRENT)) {
                throw new BankFeedException.Unavailable("The bank is busy.", Duration.ofSeconds(1), "r-9", null);
            }
        });
        SyncReceipt receipt = synchronize();

        assertThat(receipt.accounts())
                .filteredOn(part -> part.account().equals(account(Lines.CURRENT).id()))
                .allSatisfy(part -> {
                    assertThat(part.complete()).isFalse();
                    assertThat(part.problem())
                            .asString()
                            .contains("The bank is busy.")
                            .contains("r-9");
                });
        assertThat(told()).containsExactly("NEW s1");
        assertThat(journal.connections(anna).get(0).state()).isEqualTo(Connection.State.CONNECTED);
    }

    @Test
    void aFeedsProgrammingErrorIsSaidInOneSentence() throws Exception {
        shareCurrent();
        bring(line("t1", "2026-02-01", "1", "x"));
        link(anna);
        feed.beforeEachPage((account, number) -> {
            throw new IllegalStateException("secret detail");
        });

        assertThat(part().problem()).asString().contains("failed unexpectedly").doesNotContain("secret detail");

        feed.beforeEachPage(null);
        assertThat(part().problem()).isNull();
        assertThat(told()).containsExactly("NEW t1");
    }

    @Test
    void aLineThatCannotBeReadIsKeptAndReadAfterAnUpdate() throws Exception {
        shareCurrent();
        bring(line("t1", "2026-02-01", "1", "x"), unreadable("t2", "raw-2"), line("t3", "2026-02-03", "3", "x"));
        link(anna);
        SyncReceipt.AccountPart first = part();

        assertThat(first.added()).isEqualTo(3);
        assertThat(first.unreadable()).isEqualTo(1);
        assertThat(told()).containsExactly("NEW t1", "NEW t3");
        assertThat(listed()).contains("t2");
        assertThat(account(Lines.CURRENT).unreadable()).isEqualTo(1);
        assertThat(transaction("t2").state()).isEqualTo(State.UNREADABLE);
        assertThat(transaction("t2").problem())
                .isEqualTo(Sentence.of(FaultCode.FIELD_FORM_UNKNOWN, new Name("amount")));
        assertThat(journal.notices(anna)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.UNREADABLE_LINES);
            assertThat(notice.sentence(Locale.GERMAN)).contains("Die Form des Feldes amount ist nicht bekannt.");
        });
        assertThat(journal.refusals(anna)).singleElement().satisfies(refusal -> assertThat(
                        refusal.lastSentence().in(Locale.FRENCH))
                .contains("n’a pas pu être lue. La forme du champ amount n’est pas connue."));

        fake.learnToRead(
                "raw-2", new FeedLine.Readable(Lines.transaction("t2", "2026-02-02", "2", "now readable"), "raw-2"));
        journal = started(feed);
        synchronize();

        assertThat(told()).containsExactly("NEW t1", "NEW t3", "NEW t2");
        assertThat(transaction("t2").state()).isEqualTo(State.BOOKED);
        assertThat(account(Lines.CURRENT).unreadable()).isZero();
        assertThat(journal.notices(anna)).isEmpty();
    }

    @Test
    void aChangedTextIsToldOnce() throws Exception {
        readSeven();
        bring(line("t7", "2026-02-07", "7", "another text"));

        assertThat(part().changed()).isEqualTo(1);
        assertThat(part().changed()).isZero();
        assertThat(told().subList(7, 8)).containsExactly("CHANGED t7");
        assertThat(told()).hasSize(8);
        assertThat(read("t7").remittance()).isEqualTo("another text");
    }

    @Test
    void aChangedAmountKeepsTheFirstAndIsNoticed() throws Exception {
        readSeven();
        bring(line("t7", "2026-02-07", "70", "text 7"));
        synchronize();
        synchronize();

        assertThat(read("t7").amount()).isEqualTo(Money.of("7", "EUR"));
        assertThat(told()).hasSize(7);
        assertThat(journal.notices(anna)).singleElement().satisfies(notice -> {
            assertThat(notice.kind()).isEqualTo(Notice.Kind.AMOUNT_CHANGED);
            assertThat(notice.sentence(Locale.ENGLISH)).contains("€7.00").contains("€70.00");
        });

        bring(line("t7", "2026-02-07", "7", "text 7"));
        synchronize();
        assertThat(journal.notices(anna)).isEmpty();
    }

    @Test
    void aChangedAmountIsSettledByAPersonUntilTheBankTellsYetAnother() throws Exception {
        readSeven();
        bring(line("t7", "2026-02-07", "70", "text 7"));
        synchronize();
        TransactionId line = new TransactionId(account(Lines.CURRENT).id(), "t7");
        Money told = Money.of("70", "EUR");

        assertThatThrownBy(() -> journal.settleAmount(anna, line, Money.of("71", "EUR")))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("yet another amount now: €70.00");
        journal.settleAmount(anna, line, told);
        journal.settleAmount(anna, line, told);
        synchronize();
        assertThat(journal.notices(anna)).isEmpty();
        assertThat(journal.changedAmounts(anna)).singleElement().satisfies(changed -> {
            assertThat(changed.line().id()).isEqualTo(line);
            assertThat(changed.told()).isEqualTo(told);
            assertThat(changed.settledBy()).isEqualTo(anna.name());
            assertThat(changed.settledAt()).isEqualTo(clock.instant());
        });
        assertThat(audited("settle amount")).as("said once").hasSize(1);

        journal.reopenAmount(anna, line);
        journal.reopenAmount(anna, line);
        assertThat(journal.notices(anna)).hasSize(1);
        assertThat(audited("reopen amount")).hasSize(1);

        journal.settleAmount(anna, line, told);
        bring(line("t7", "2026-02-07", "700", "text 7"));
        synchronize();
        assertThat(journal.notices(anna))
                .as("another one is news")
                .singleElement()
                .satisfies(notice -> assertThat(notice.sentence(Locale.ENGLISH)).contains("from €7.00 to €700.00"));

        bring(line("t7", "2026-02-07", "7", "text 7"));
        synchronize();
        assertThat(journal.changedAmounts(anna)).isEmpty();
        assertThatThrownBy(() -> journal.settleAmount(anna, line, told)).hasMessageContaining("has not changed");
    }

    @Test
    void twinsOfEqualContentBothStay() throws Exception {
        shareCurrent();
        bring(line("a", "2026-02-01", "5", "same"), line("b", "2026-02-01", "5", "same"));
        link(anna);
        synchronize();
        bring(line("c", "2026-02-01", "5", "same"));
        synchronize();

        assertThat(told()).containsExactly("NEW a", "NEW b", "NEW c");
    }

    @Test
    void anAccountSwitchedOffRestsUntilItIsSwitchedOn() throws Exception {
        readSeven();
        configure(false, null);
        bring(line("t8", "2026-02-08", "8", "while off"));

        assertThat(synchronize().accounts()).isEmpty();
        assertThat(told()).hasSize(7);

        configure(true, null);
        synchronize();
        assertThat(told()).hasSize(8).endsWith("NEW t8");
    }

    @Test
    void linesBeforeTheCountingDayAreShownButNotTold() throws Exception {
        shareCurrent();
        for (int i = 1; i <= 5; i++) {
            bring(line("t" + i, "2026-02-0" + i, "" + i, "text"));
        }
        link(anna);
        configure(true, LocalDate.parse("2026-02-04"));
        synchronize();
        assertThat(listed()).hasSize(5);
        assertThat(told()).containsExactly("NEW t4", "NEW t5");

        configure(true, LocalDate.parse("2026-02-02"));
        assertThat(told()).containsExactly("NEW t4", "NEW t5", "NEW t2", "NEW t3");

        configure(true, LocalDate.parse("2026-02-05"));
        bring(line("old", "2026-02-04", "1", "too old"));
        synchronize();
        assertThat(told()).hasSize(4);
    }

    @Test
    void pendingLinesAreReplacedWhole() throws Exception {
        readSeven();
        fake.pend(CURRENT, List.of(line("p1", "2026-03-09", "1", "on its way"), unreadable("p2", "raw")));
        synchronize();
        assertThat(journal.pending(anna))
                .extracting(BankTransaction::state)
                .containsExactly(State.PENDING, State.UNREADABLE);

        fake.pend(CURRENT, List.of(line("p3", "2026-03-09", "1", "on its way")));
        synchronize();
        assertThat(journal.pending(anna))
                .extracting(pending -> pending.id().feedId())
                .containsExactly("p3");
        assertThat(listed()).doesNotContain("p1", "p3");
    }

    @Test
    void pagesAndSearchesNewestFirst() throws Exception {
        readSeven();
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<BankTransaction> page =
                    journal.transactions(anna, new TransactionQuery(null, null, null, null, after, 3));
            page.items().forEach(item -> seen.add(item.id().feedId()));
            after = page.next();
        } while (after != null);

        assertThat(seen).containsExactly("t7", "t6", "t5", "t4", "t3", "t2", "t1");
        assertThat(found("KLANT TEXT 4")).containsExactly("t4");
        assertThat(found("3,00")).containsExactly("t3");
        assertThat(found("%")).isEmpty();
        assertThatThrownBy(() -> journal.transactions(anna, new TransactionQuery(null, null, null, null, "x", 3)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsALineByItsEndToEndIdOrMandate() throws Exception {
        shareCurrent();
        bringCollections();
        link(anna);
        part();

        assertThat(found("e2e-2026-77")).containsExactly("c1");
        assertThat(found("MND-12")).containsExactly("c1");
        assertThat(found("notprovided")).isEmpty();
    }

    @Test
    void findsLinesOfBeforeByTheirEndToEndIdOrMandate() throws Exception {
        shareCurrent();
        bringCollections();
        link(anna);
        part();
        store.store().stage("journal", StoreBankJournal.SCHEMA).inTransaction(unit -> {
            unit.update("UPDATE line SET search_text = 'collected'");
            for (String statement : SEARCH.sql().split(";")) {
                if (!statement.isBlank()) {
                    unit.update(statement);
                }
            }
            return true;
        });

        assertThat(found("e2e-2026-77")).containsExactly("c1");
        assertThat(found("MND-12")).containsExactly("c1");
        assertThat(found("notprovided")).isEmpty();
        assertThat(found("collected")).hasSize(2);
    }

    private void bringCollections() {
        bring(
                new FeedLine.Readable(Lines.collected("c1", "E2E-2026-77", "MND-12"), "{}"),
                new FeedLine.Readable(Lines.collected("c2", "NotProvided", null), "{}"));
    }

    @Test
    void anotherCompanySeesNothingOfIt() throws Exception {
        readSeven();
        TransactionId id = transaction("t1").id();
        Caller bob = newCompany("anna");

        assertThat(journal.connections(bob)).isEmpty();
        assertThat(journal.accounts(bob)).isEmpty();
        assertThat(journal.transactions(bob, TransactionQuery.newest(10)).items())
                .isEmpty();
        assertThat(journal.transaction(bob, id)).isEmpty();
        assertThat(journal.pending(bob)).isEmpty();
        assertThat(journal.notices(bob)).isEmpty();
        assertThat(journal.log(bob, 0, 10)).isEmpty();
        assertThat(journal.synchronize(bob).accounts()).isEmpty();
        assertThatThrownBy(() -> journal.configure(bob, id.account(), new AccountSettings(false, null, null)))
                .isInstanceOfSatisfying(JournalException.class, e -> assertThat(e.reason())
                        .isEqualTo(JournalException.Reason.NOT_FOUND));
        assertThatThrownBy(() ->
                        journal.disconnect(bob, journal.connections(anna).get(0).id()))
                .isInstanceOf(JournalException.class);
        assertThat(journal.companies()).contains(anna.company()).doesNotContain(bob.company());
    }

    @Test
    void checksTheRole() throws Exception {
        readSeven();
        Caller viewer = person("vic", anna.company(), Role.VIEWER);
        Caller nobody = person("nick", anna.company(), Role.JOB);

        assertThat(journal.accounts(viewer)).hasSize(1);
        assertThatThrownBy(() -> journal.synchronize(viewer)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> setOut(viewer)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> journal.accounts(nobody)).isInstanceOf(AccessDeniedException.class);
        assertThat(journal.log(nobody, 0, 10)).hasSize(7);
    }

    @Test
    void oddLinesNeverHoldUpTheRest() throws Exception {
        shareCurrent();
        bring(
                line("nul\0id", "2026-02-01", "1", "x"),
                line("t2", "2026-02-02", "1", "a\0b \uD83D end"),
                line("t3", "2026-02-03", "9".repeat(31), "huge"),
                line("t4", "2026-02-04", "1", "long".repeat(30_000)),
                line("t5", "2026-02-05", "1", "fine"),
                line("", "2026-02-06", "1", "no id"));
        link(anna);

        assertThat(part().added()).isEqualTo(6);
        assertThat(told()).containsExactly("NEW t2", "NEW t5");
        assertThat(account(Lines.CURRENT).unreadable()).isEqualTo(4);
        assertThat(part().changed()).isZero();
    }

    @Test
    void aFeedThatIsAwayIsSaidAndGoesOnWhenItIsBack() throws Exception {
        readSeven();
        journal.unbindFeed(feed);
        bring(line("t8", "2026-02-08", "8", "meanwhile"));
        assertThat(synchronize().problems()).singleElement().asString().contains("‘fake’ is not there");

        journal.bindFeed(feed, java.util.Map.of("bankfeed.feed.name", "fake"));
        assertThat(part().added()).isEqualTo(1);
        assertThat(told()).endsWith("NEW t8");
    }

    @Test
    void aPageCostsNoMoreStatementsForManyLinesThanForOne() throws Exception {
        assertThat(statementsOfFirstLoad(1_000, 100)).isEqualTo(statementsOfFirstLoad(10, 1));
    }

    private int statementsOfFirstLoad(int lines, int pageSize) throws Exception {
        CountedStore counted = new CountedStore(store.store());
        anna = newCompany("anna");
        fake = new FakeBankFeed("fake", pageSize);
        journal = new StoreBankJournal(counted, store.vault(), clock);
        journal.bindFeed(fake, Map.of(BankFeed.NAME, "fake"));
        shareCurrent();
        for (int i = 0; i < lines; i++) {
            bring(line("t" + i, "2026-02-01", "" + i, "text " + i));
        }
        link(anna);
        counted.statements();
        assertThat(part().added()).isEqualTo(lines);
        return counted.statements();
    }

    private List<String> found(String text) {
        return journal.transactions(anna, new TransactionQuery(null, null, null, text, null, 10)).items().stream()
                .map(item -> item.id().feedId())
                .toList();
    }

    private void configure(boolean active, @org.jspecify.annotations.Nullable LocalDate countFrom) throws Exception {
        journal.configure(anna, account(Lines.CURRENT).id(), new AccountSettings(active, countFrom, null));
    }

    private BankTransaction transaction(String feedId) {
        return journal.transaction(
                        anna, new TransactionId(account(Lines.CURRENT).id(), feedId))
                .orElseThrow();
    }

    private FeedTransaction read(String feedId) {
        return Objects.requireNonNull(transaction(feedId).line());
    }
}
