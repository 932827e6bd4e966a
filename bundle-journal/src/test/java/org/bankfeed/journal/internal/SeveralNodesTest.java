package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.FakeBankFeed;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.journal.ConnectReturn;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.internal.notice.Windows;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.store.testing.PostgresServer;
import org.bankfeed.store.testing.TestStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two nodes, each with pools and workers of its own, on one PostgreSQL. */
final class SeveralNodesTest {

    private static final int COMPANIES = 12;
    private static final ReadingPlan PLAN =
            new ReadingPlan(Windows.PONTO, Duration.ofMinutes(30), Duration.ofMinutes(60), 1);

    private final MovableClock clock = new MovableClock("2026-03-10T09:00:00Z");
    private final FakeBankFeed fake = new FakeBankFeed("fake", 3);
    private final Map<String, List<String>> readBy = new ConcurrentHashMap<>();
    private final List<CompanyId> companies = new ArrayList<>();
    private TestStore one;
    private TestStore two;

    @BeforeEach
    void link() throws Exception {
        one = PostgresServer.sharedStore();
        two = PostgresServer.sharedStore();
        StoreBankJournal journal = new StoreBankJournal(one.store(), one.vault(), clock);
        journal.bindFeed(fake, Map.of(BankFeed.NAME, "fake"));
        Transactions.run(
                one.store().stage("journal", StoreBankJournal.SCHEMA),
                unit -> unit.update("UPDATE connection SET state = 'DISCONNECTED'")); // of other tests
        for (int i = 0; i < COMPANIES; i++) {
            Caller caller = JournalHarness.newCompany("anna");
            companies.add(caller.company());
            var visit = (ConnectStep.Visit) journal.connect(caller, "fake", JournalHarness.BACK, Locale.ENGLISH);
            String state = visit.page().getQuery().substring("state=".length());
            journal.returned(caller, new ConnectReturn(state, "code-1", null));
        }
        fake.share(Lines.account("feed-current", Lines.CURRENT));
        fake.bring(JournalHarness.CURRENT, Lines.line("t1", "2026-02-01", "1", "x"));
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
    }

    @Test
    void theyShareTheCompaniesAndReadEachOnce() throws Exception {
        CountDownLatch bothWork = new CountDownLatch(2);
        ReadingSchedule first = node("first", one, bothWork);
        ReadingSchedule second = node("second", two, bothWork);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<?>> looks = List.of(threads.submit(first::readDue), threads.submit(second::readDue));
        for (Future<?> look : looks) {
            look.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();
        first.readDue();
        second.readDue();
        first.close();
        second.close();

        StoreBankJournal journal = new StoreBankJournal(one.store(), one.vault(), clock);
        for (CompanyId company : companies) {
            assertThat(journal.log(Caller.job(company, "test"), 0, 10))
                    .as("%s", company)
                    .hasSize(1);
        }
        assertThat(readBy.values()).as("each node had a part").hasSize(2).allMatch(read -> !read.isEmpty());
        assertThat(readBy.values().stream().mapToInt(List::size).sum())
                .as("nobody was read twice")
                .isEqualTo(COMPANIES);
    }

    /** Counts what it reads; its first page waits until the other node has begun too. */
    private ReadingSchedule node(String name, TestStore store, CountDownLatch bothWork) {
        List<String> read = Collections.synchronizedList(new ArrayList<>());
        readBy.put(name, read);
        KillableFeed feed = new KillableFeed(fake);
        feed.beforeEachPage((FeedAccount account, int number) -> {
            read.add(account.id().value());
            bothWork.countDown();
            await(bothWork);
        });
        StoreBankJournal journal = new StoreBankJournal(store.store(), store.vault(), clock);
        journal.bindFeed(feed, Map.of(BankFeed.NAME, "fake"));
        return new ReadingSchedule(journal, PLAN, store.leases(), 1);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
