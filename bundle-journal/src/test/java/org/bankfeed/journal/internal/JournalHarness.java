package org.bankfeed.journal.internal;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.FakeBankFeed;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.ConnectReturn;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.JournalEntry;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.TransactionQuery;
import org.bankfeed.store.testing.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** One database for a class of tests, a company of its own for each test. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class JournalHarness {

    static final URI BACK = URI.create("http://localhost:8181/bankfeed/return");
    static final FeedAccountId CURRENT = new FeedAccountId("feed-current");
    static final FeedAccountId SAVINGS = new FeedAccountId("feed-savings");

    private static final AtomicInteger COMPANIES = new AtomicInteger();

    TestStore store;
    MovableClock clock;
    FakeBankFeed fake;
    KillableFeed feed;
    StoreBankJournal journal;
    Caller anna;

    /** The database to try it on. */
    abstract TestStore open();

    @BeforeAll
    void openStore() {
        store = open();
    }

    @AfterAll
    void closeStore() {
        store.close();
    }

    @BeforeEach
    void begin() {
        clock = new MovableClock("2026-03-10T09:00:00Z");
        fake = new FakeBankFeed("fake", 3);
        feed = new KillableFeed(fake);
        journal = started(feed);
        anna = person("anna", new CompanyId("company" + COMPANIES.incrementAndGet()));
    }

    /** A journal as after a start of its bundle. */
    final StoreBankJournal started(BankFeed bound) {
        StoreBankJournal fresh = new StoreBankJournal(store.store(), store.vault(), clock);
        fresh.bindFeed(bound, Map.of(BankFeed.NAME, bound.name()));
        return fresh;
    }

    static Caller person(String name, CompanyId company, Role... roles) {
        Set<Role> held = roles.length == 0 ? Set.of(Role.VIEWER, Role.BOOKKEEPER, Role.ADMINISTRATOR) : Set.of(roles);
        return new Caller(company, name, held, Channel.SHELL);
    }

    static Caller newCompany(String name) {
        return person(name, new CompanyId("company" + COMPANIES.incrementAndGet()));
    }

    final String setOut(Caller caller) throws JournalException {
        ConnectStep.Visit visit = (ConnectStep.Visit) journal.connect(caller, "fake", BACK, Locale.ENGLISH);
        return visit.page().getQuery().substring("state=".length());
    }

    final Connection link(Caller caller) throws JournalException {
        return journal.returned(caller, new ConnectReturn(setOut(caller), "code-1", null));
    }

    /** What the audit log tells of an act of the company. */
    final List<String> audited(String act) {
        return store.store()
                .stage("journal", StoreBankJournal.SCHEMA)
                .inTransaction(unit -> unit.query(
                        "SELECT sentence FROM bankfeed_audit.entry WHERE company = ? AND act = ? ORDER BY number",
                        row -> row.text("sentence"),
                        anna.company().value(),
                        act));
    }

    final void shareCurrent() {
        fake.share(Lines.account(CURRENT.value(), Lines.CURRENT));
    }

    final void shareSavings() {
        fake.share(Lines.account(SAVINGS.value(), Lines.SAVINGS));
    }

    final void bring(FeedLine... lines) {
        for (FeedLine line : lines) {
            fake.bring(CURRENT, line);
        }
    }

    /** Linked, with one account of seven lines that are read. */
    final void readSeven() throws JournalException {
        shareCurrent();
        for (int i = 1; i <= 7; i++) {
            bring(Lines.line("t" + i, "2026-02-0" + i, "" + i, "text " + i));
        }
        link(anna);
        synchronize();
    }

    /** A webhook comes by the fake feed's door. */
    final void receive(FeedEvent event) throws Exception {
        fake.deliver(Events.within(anna.company().value(), event));
        journal.receive("fake", Map.of(), new byte[] {'{', '}'});
    }

    final SyncReceipt synchronize() {
        return journal.synchronize(anna);
    }

    final SyncReceipt.AccountPart part() {
        return synchronize().accounts().get(0);
    }

    final Account account(String iban) {
        return journal.accounts(anna).stream()
                .filter(account -> account.reference().value().equals(iban))
                .findFirst()
                .orElseThrow();
    }

    final List<JournalEntry> log() {
        List<JournalEntry> all = new ArrayList<>();
        List<JournalEntry> next = journal.log(anna, 0, 4);
        while (!next.isEmpty()) {
            all.addAll(next);
            next = journal.log(anna, next.get(next.size() - 1).sequence(), 4);
        }
        return all;
    }

    /** The log as kinds and ids: {@code NEW t1}. */
    final List<String> told() {
        return log().stream()
                .map(entry -> entry.kind() + " " + entry.transaction().id().feedId())
                .toList();
    }

    final List<String> listed() {
        return journal.transactions(anna, TransactionQuery.newest(500)).items().stream()
                .map(transaction -> transaction.id().feedId())
                .toList();
    }
}
