package org.bankfeed.journal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.journal.internal.Lines.line;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.SyncOrder.Job;
import org.bankfeed.feed.SyncOrder.State;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.AccountSettings;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.internal.notice.Windows;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person has the banks asked, waits and sees how far it is. */
abstract class OrderedSynchronizationContract extends JournalHarness {

    private static final InetAddress HOME = address("81.82.83.84");

    private final List<String> steps = new ArrayList<>();
    private OrderableFeed orders;
    private Duration waited;

    @BeforeEach
    void orderable() {
        waited = Duration.ZERO;
        steps.clear();
        orders = new OrderableFeed(fake);
        journal = new StoreBankJournal(store.store(), store.vault(), clock, time -> {
            waited = waited.plus(time);
            clock.forward(time);
        });
        journal.bindFeed(orders, Map.of(BankFeed.NAME, "fake"));
    }

    @Test
    void detailsAreAskedForFirstThenTransactionsAndThenAllIsRead() throws Exception {
        linkBoth();
        bring(line("t1", "2026-03-09", "1", "x"));
        orders.orders(CURRENT, Job.DETAILS, Job.TRANSACTIONS, State.DONE);
        SyncReceipt receipt = now(currentOnly());

        assertThat(orders.asked)
                .containsExactly(
                        "order feed-current for 81.82.83.84",
                        "follow feed-current DETAILS",
                        "follow feed-current TRANSACTIONS");
        assertThat(steps)
                .containsExactly(
                        "0/1 DETAILS Test Bank is asked for the balance of Current (BE…6769).",
                        "0/1 TRANSACTIONS Test Bank is asked for new transactions of Current (BE…6769).",
                        "0/1 READING What came for Current (BE…6769) is being read.");
        assertThat(receipt.added()).isEqualTo(1);
        assertThat(receipt.problems()).isEmpty();
        assertThat(receipt.accounts())
                .allSatisfy(part -> assertThat(part.problem()).isNull());
        store.checkAuditLog(anna.company());
    }

    @Test
    void allAccountsAreAskedSideBySideAndCountedAsTheyAreRead() throws Exception {
        linkBoth();
        orders.orders(CURRENT, Job.DETAILS, State.DONE);
        orders.orders(SAVINGS, Job.DETAILS, State.DONE);
        now(Set.of());

        assertThat(orders.asked.subList(0, 2)).allMatch(one -> one.startsWith("order"));
        assertThat(waited).as("not one after the other").isEqualTo(Duration.ofSeconds(2));
        assertThat(steps.subList(2, 4)).allMatch(one -> one.contains("READING"));
        assertThat(steps.get(3)).startsWith("1/2");
    }

    @Test
    void aBankThatWasAskedAMomentAgoIsAsGoodAsAsked() throws Exception {
        linkBoth();
        orders.orders(CURRENT, State.RECENT);
        assertThat(now(currentOnly()).accounts()).allSatisfy(part -> {
            assertThat(part.problem()).isNull();
            assertThat(part.complete()).isTrue();
        });
    }

    @Test
    void whatAnOrderChangedIsReadHoweverOldItsLineIs() throws Exception {
        linkBoth();
        for (int i = 1; i <= 9; i++) {
            bring(line("t" + i, "2026-02-0" + i, "" + i, "text"));
        }
        now(currentOnly());
        change(line("t2", "2026-02-02", "2", "another text"), "s-1");
        orders.orders(CURRENT, Job.DETAILS, Job.TRANSACTIONS, State.DONE);

        assertThat(changed(now(currentOnly()))).isEqualTo(1);
        assertThat(told()).last().isEqualTo("CHANGED t2");
        change(line("t3", "2026-02-03", "3", "another text"), "s-1");
        assertThat(changed(synchronize())).as("each order is asked for once").isZero();
    }

    @Test
    void whatAnOrderChangedThatNobodyWaitedForIsReadLater() throws Exception {
        linkBoth();
        for (int i = 1; i <= 9; i++) {
            bring(line("t" + i, "2026-02-0" + i, "" + i, "text"));
        }
        now(currentOnly());
        orders.orders(CURRENT, Job.TRANSACTIONS);
        now(currentOnly());
        change(line("t2", "2026-02-02", "2", "another text"), "s-1");
        fake.failNext(new BankFeedException.Unavailable("Busy.", Duration.ofSeconds(1), "r-9", null));
        synchronize();

        assertThat(changed(synchronize())).isEqualTo(1);
    }

    @Test
    void aSlowBankKeepsNobodyWaitingForTheOthersAndIsLeftAfterMinutes() throws Exception {
        linkBoth();
        bring(line("t1", "2026-03-09", "1", "x"));
        orders.orders(SAVINGS, Job.TRANSACTIONS);
        List<Duration> readAfter = new ArrayList<>();
        orders.beforeEachPage((account, number) -> readAfter.add(waited));
        SyncReceipt receipt = now(Set.of());

        assertThat(readAfter.get(0)).as("the quick one's lines").isEqualTo(Duration.ofSeconds(30));
        assertThat(waited).isEqualTo(Duration.ofMinutes(3));
        assertThat(receipt.added()).isEqualTo(1);
        assertThat(part(receipt, Lines.CURRENT).problem()).isNull();
        assertThat(part(receipt, Lines.SAVINGS).problem()).asString().contains("takes long");
        journal.bindPlan(new ReadingPlan(Windows.PONTO, Duration.ofMinutes(30), Duration.ZERO, 1));
        assertThat(journal.nextReading(anna)).contains(clock.instant().plus(Duration.ofMinutes(10)));
    }

    @Test
    void aSlowBankThatAnswersInTimeIsReadToo() throws Exception {
        linkBoth();
        Object[] slow = new Object[40];
        Arrays.fill(slow, Job.TRANSACTIONS);
        slow[39] = State.DONE;
        orders.orders(SAVINGS, slow);
        bring(line("t1", "2026-03-09", "1", "x"));
        orders.beforeEachPage((account, number) -> {
            if (waited.compareTo(Duration.ofSeconds(31)) > 0 && account.id().equals(SAVINGS)) {
                fake.bring(SAVINGS, line("s1", "2026-03-09", "1", "x"));
            }
        });
        SyncReceipt receipt = now(Set.of());

        assertThat(receipt.added()).as("both readings together").isEqualTo(2);
        assertThat(receipt.accounts())
                .allSatisfy(part -> assertThat(part.problem()).isNull());
    }

    @Test
    void whatFailsWithOneAccountStopsNoOther() throws Exception {
        linkBoth();
        bring(line("t1", "2026-03-09", "1", "x"));
        orders.orders(CURRENT, new BankFeedException.Unavailable("Busy.", Duration.ofSeconds(1), "r-9", null));
        orders.orders(SAVINGS, State.CONSENT_ENDED);
        SyncReceipt receipt = now(Set.of());

        assertThat(orders.asked).hasSize(2);
        assertThat(receipt.added()).as("what is there is read all the same").isEqualTo(1);
        assertThat(part(receipt, Lines.CURRENT).problem()).asString().isEqualTo("Busy. (request id r-9)");
        assertThat(part(receipt, Lines.SAVINGS).problem()).asString().isEqualTo("It is CONSENT_ENDED.");
    }

    @Test
    void whatTheProviderRefusesOfAnOrderIsCounted() throws Exception {
        linkBoth();
        orders.orders(CURRENT, new BankFeedException.Refused("The answer ends in the middle.", "r-9", null));
        now(currentOnly());

        assertThat(journal.refusals(anna)).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.ANSWER);
            assertThat(refusal.count()).isEqualTo(1);
            assertThat(refusal.lastSentence()).asString().contains("ends in the middle");
        });
    }

    @Test
    void aRefusedLinkIsAskedOnceAndTold() throws Exception {
        linkBoth();
        var gone = new BankFeedException.ReconnectRequired("The token was revoked.", "r-7", null);
        orders.orders(CURRENT, gone);
        orders.orders(SAVINGS, gone);
        fake.failNext(gone);
        SyncReceipt receipt = now(Set.of());

        assertThat(orders.asked).hasSize(1);
        assertThat(receipt.accounts())
                .hasSize(2)
                .allSatisfy(part -> assertThat(part.problem()).asString().contains("revoked"));
        assertThat(receipt.problems()).singleElement().asString().contains("broken");
    }

    @Test
    void whatIsWrongWithOurOwnMeansIsFoundOnceAndNotAccountByAccount() throws Exception {
        linkBoth();
        var unsigned = new BankFeedException.Misconfigured("The request is not signed.", "r-8", null);
        orders.orders(CURRENT, unsigned);
        orders.orders(SAVINGS, unsigned);
        SyncReceipt receipt = now(Set.of());

        assertThat(orders.asked).hasSize(1);
        assertThat(receipt.accounts()).hasSize(2).allSatisfy(part -> {
            assertThat(part.problem()).asString().contains("not signed");
            assertThat(part.complete())
                    .as("what was there is read all the same")
                    .isTrue();
        });
        assertThat(journal.refusals(anna)).singleElement().satisfies(refusal -> {
            assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CREDENTIALS);
            assertThat(refusal.count()).isEqualTo(1);
        });
    }

    @Test
    void maintenanceAndASwitchedOffAccountAreSaidAndNotAskedFor() throws Exception {
        linkBoth();
        fake.share(Lines.account(CURRENT.value(), Lines.CURRENT, Availability.READ_ONLY, null));
        AccountId savings = account(Lines.SAVINGS).id();
        journal.configure(anna, savings, new AccountSettings(false, null, null));
        synchronize();
        SyncReceipt receipt = now(Set.of(account(Lines.CURRENT).id(), savings));

        assertThat(orders.asked).isEmpty();
        assertThat(part(receipt, Lines.CURRENT).problem()).asString().contains("maintenance");
        assertThat(part(receipt, Lines.SAVINGS).problem()).asString().contains("switched off");
    }

    @Test
    void anAddressThatIsNotThePersonsOwnIsRefusedBeforeAnythingIsAsked() throws Exception {
        linkBoth();
        int calls = fake.calls();
        for (String text : List.of("192.168.1.20", "127.0.0.1", "100.64.0.1", "203.0.113.27", "fd12::1")) {
            assertThatThrownBy(() -> journal.synchronizeNow(anna, Set.of(), address(text), progress -> {}))
                    .isInstanceOfSatisfying(
                            JournalException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_POSSIBLE))
                    .hasMessageContaining(address(text).getHostAddress())
                    .hasMessageContaining("public address");
        }
        assertThat(fake.calls()).isEqualTo(calls);
        assertThat(orders.asked).isEmpty();
    }

    @Test
    void anUnknownAccountIsRefusedBeforeAnythingIsAsked() throws Exception {
        linkBoth();
        Set<AccountId> wanted = Set.of(account(Lines.CURRENT).id(), new AccountId("nobody"));
        assertThatThrownBy(() -> now(wanted)).isInstanceOfSatisfying(JournalException.class, e -> assertThat(e.reason())
                .isEqualTo(Reason.NOT_FOUND));
        assertThat(orders.asked).isEmpty();
    }

    @Test
    void aJobNeverOrders() {
        assertThatThrownBy(() ->
                        journal.synchronizeNow(Caller.job(anna.company(), "schedule"), Set.of(), HOME, progress -> {}))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> journal.synchronizeNow(
                        person("vic", anna.company(), Role.VIEWER), Set.of(), HOME, progress -> {}))
                .isInstanceOf(AccessDeniedException.class);
    }

    /** A line of before changes, and a synchronization tells so: it is too old to be among those that are read again. */
    private void change(FeedLine line, String synchronization) {
        bring(line);
        fake.changed(synchronization, List.of(line));
    }

    // ---- so that it reads

    private void linkBoth() throws Exception {
        shareCurrent();
        shareSavings();
        link(anna);
    }

    private Set<AccountId> currentOnly() {
        return Set.of(account(Lines.CURRENT).id());
    }

    private SyncReceipt now(Set<AccountId> accounts) throws JournalException {
        return journal.synchronizeNow(
                anna,
                accounts,
                HOME,
                told -> steps.add(told.done() + "/" + told.total() + " " + told.step() + " " + told.sentence()));
    }

    private static int changed(SyncReceipt receipt) {
        return receipt.accounts().stream()
                .mapToInt(SyncReceipt.AccountPart::changed)
                .sum();
    }

    private SyncReceipt.AccountPart part(SyncReceipt receipt, String iban) {
        AccountId id = account(iban).id();
        return receipt.accounts().stream()
                .filter(part -> part.account().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text); // figures: nobody is asked
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
