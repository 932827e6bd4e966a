package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.journal.internal.Lines.line;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.journal.internal.notice.Provider;
import org.bankfeed.journal.internal.notice.Windows;
import org.bankfeed.journal.internal.reading.Findings;
import org.bankfeed.journal.internal.table.ReadingTable;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When the banks are read by themselves, and by which of several nodes. */
abstract class ReadingScheduleContract extends JournalHarness {

    private static final ReadingPlan PLAN =
            new ReadingPlan(Windows.PONTO, Duration.ofMinutes(30), Duration.ofMinutes(60), 1);
    private static final ReadingPlan NEVER =
            new ReadingPlan(new Windows(List.of(), Provider.ZONE), Duration.ZERO, Duration.ZERO, 1);

    /** A schedule looks at all companies: those of the tests before have nothing to read any more. */
    @BeforeEach
    void onlyThisCompany() {
        journal.bindPlan(PLAN);
        Transactions.run(stage(), unit -> unit.update("UPDATE connection SET state = 'DISCONNECTED'"));
    }

    @Test
    void aNewLinkIsReadAtOnceAndThenAfterEachWindow() throws Exception {
        linked();
        bring(line("t1", "2026-02-01", "1", "x"));
        look();
        assertThat(told()).containsExactly("NEW t1");
        assertThat(next())
                .as(
                        "09:00 UTC is 10:00 in Brussels: after the window of 14 h, the company's own share of an hour later")
                .isBetween("2026-03-10T13:30:00Z", "2026-03-10T14:30:00Z");

        bring(line("t2", "2026-03-09", "2", "x"));
        clock.forward(Duration.ofHours(4));
        look();
        assertThat(told()).as("not yet").containsExactly("NEW t1");
        clock.forward(Duration.between(clock.instant(), next()));
        look();
        assertThat(told()).containsExactly("NEW t1", "NEW t2");
        assertThat(next()).isBetween("2026-03-10T19:30:00Z", "2026-03-10T20:30:00Z");
    }

    @Test
    void missedWindowsAreCaughtUpAtOnce() throws Exception {
        linked();
        look();
        bring(line("t1", "2026-03-12", "1", "x"));
        clock.forward(Duration.ofDays(3));
        assertThat(next()).isEqualTo(clock.instant());

        ReadingSchedule restarted = new ReadingSchedule(journal, PLAN, store.leases(), 1);
        restarted.readDue();
        assertThat(told()).containsExactly("NEW t1");
        assertThat(next()).isAfter(clock.instant());
        restarted.close();
    }

    @Test
    void aHintMakesACompanyDueAtOnceAndOneReadingAnswersAllBeforeIt() throws Exception {
        linked();
        look();
        bring(line("t1", "2026-03-10", "1", "x"));
        hint();
        hint();
        assertThat(next()).isEqualTo(clock.instant());
        look();
        assertThat(told()).containsExactly("NEW t1");
        int calls = fake.calls();
        look();
        assertThat(fake.calls()).as("both are answered").isEqualTo(calls);
    }

    @Test
    void aHintThatComesWhileItIsReadIsAnsweredByTheNextReading() throws Exception {
        linked();
        feed.beforeEachPage((account, number) -> hint());
        look();
        feed.beforeEachPage(null);

        assertThat(next()).isEqualTo(clock.instant());
    }

    @Test
    void withoutWindowsOnlyHintsAreRead() throws Exception {
        journal.bindPlan(NEVER);
        linked();
        assertThat(journal.nextReading(anna)).isEmpty();
        assertThat(journal.due(NEVER)).doesNotContain(anna.company());
        hint();
        assertThat(journal.due(NEVER)).contains(anna.company());
    }

    @Test
    void whatFailedIsTriedAgainSoonAndThenNowAndThen() throws Exception {
        linked();
        fake.failNext(busy(Duration.ofSeconds(1)));
        look();
        assertThat(next()).isEqualTo(clock.instant().plus(Findings.SOON));

        clock.forward(Findings.SOON);
        fake.failNext(busy(Duration.ofSeconds(1)));
        look();
        assertThat(next()).isEqualTo(clock.instant().plus(Findings.REST));

        clock.forward(Findings.REST);
        look();
        assertThat(next()).as("the next window").isAfter(clock.instant().plus(Findings.REST));
    }

    @Test
    void anAccountThatFailsDoesNotKeepTheOthersFromBeingRead() throws Exception {
        shareSavings();
        linked();
        bring(line("t1", "2026-02-01", "1", "x"));
        boolean[] away = {false};
        feed.beforeEachPage((account, number) -> {
            away[0] |= account.id().equals(SAVINGS);
            if (away[0]) { // from then on the link is left alone
                throw busy(Duration.ofSeconds(30));
            }
        });
        look();
        assertThat(told()).isEmpty();

        away[0] = false;
        clock.forward(Findings.SOON);
        look();
        assertThat(told()).as("read before the one in trouble").containsExactly("NEW t1");
    }

    @Test
    void aProviderThatAsksForALongerRestGetsIt() throws Exception {
        linked();
        fake.failNext(busy(Duration.ofHours(1)));
        look();
        assertThat(next()).isEqualTo(clock.instant().plus(Duration.ofHours(1)));
    }

    @Test
    void aCompanyWithNothingToReadIsNeverDue() throws Exception {
        linked();
        journal.disconnect(anna, journal.connections(anna).get(0).id());
        assertThat(journal.nextReading(anna)).isEmpty();
        assertThat(journal.due(PLAN)).doesNotContain(anna.company());
    }

    @Test
    void oneNodeReadsACompanyAndTheOtherLeavesItAlone() throws Exception {
        linked();
        bring(line("t1", "2026-02-01", "1", "x"));
        StoreBankJournal elsewhere = started(feed);
        ReadingSchedule other = new ReadingSchedule(elsewhere, PLAN, store.leases(), 1);
        int[] pages = {0};
        feed.beforeEachPage((account, number) -> {
            pages[0]++;
            other.readDue(); // meanwhile, on another node
        });
        look();
        other.readDue();
        feed.beforeEachPage(null);

        assertThat(pages[0]).as("read once").isEqualTo(1);
        assertThat(told()).containsExactly("NEW t1");
        other.close();
    }

    @Test
    void aNodeWhoseLeaseWasTakenOverCommitsNothingMore() throws Exception {
        linked();
        for (int i = 1; i <= 7; i++) {
            bring(line("t" + i, "2026-02-0" + i, "1", "x"));
        }
        Lease paused = store.leases()
                .acquire("reading", anna.company(), Duration.ofSeconds(1))
                .orElseThrow();
        feed.beforeEachPage((account, number) -> {
            if (number == 2) {
                takeOver(anna.company());
            }
        });
        assertThatThrownBy(() -> journal.synchronize(Caller.job(anna.company(), "job"), paused))
                .isInstanceOf(StoreException.TakenOver.class);
        assertThat(listed()).as("the first page only").hasSize(3);
        feed.beforeEachPage(null);

        synchronize();
        assertThat(listed()).hasSize(7);
    }

    // ---- so that it reads

    private void linked() throws Exception {
        shareCurrent();
        link(anna);
    }

    private static BankFeedException busy(Duration rest) {
        return new BankFeedException.Unavailable("Busy.", rest, null, null);
    }

    private void look() {
        ReadingSchedule schedule = new ReadingSchedule(journal, PLAN, store.leases(), 1);
        schedule.readDue();
        schedule.close();
    }

    private Instant next() {
        return journal.nextReading(anna).orElseThrow();
    }

    private void hint() {
        Transactions.run(stage(), unit -> {
            ReadingTable.dueNow(unit, anna.company());
        });
    }

    private Stage stage() {
        return store.store().stage("journal", StoreBankJournal.SCHEMA);
    }

    /** Real time, for leases know no other: a second at most. */
    private void takeOver(CompanyId company) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (store.leases().acquire("reading", company, Duration.ofMinutes(1)).isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(end);
        }
    }
}
