package org.bankfeed.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryEvent.Confirmed;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.InvoiceOpened;
import org.bankfeed.history.HistoryEvent.TransactionBooked;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryParty;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.invoice.FakeInvoiceLedger;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckTest {

    private static final CompanyId COMPANY = new CompanyId("Test");
    static final AccountId ACCOUNT = new AccountId("a1");
    private static final String IBAN = "BE71096123456769";
    static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    static final LocalDate TUESDAY = MONDAY.plusDays(1);

    @TempDir
    Path folder;

    private final FakeBankJournal journal = new FakeBankJournal(COMPANY);
    private final FakeInvoiceLedger ledger = new FakeInvoiceLedger("books");
    private final NumberMatching matching = new NumberMatching(journal, ledger);
    private final NumberBacktests backtests = new NumberBacktests();
    private final Set<String> brought = new HashSet<>();
    private @Nullable String fault;

    @Test
    void writesADecisionForEachLineAndTheBooksAsTheyStand() throws Exception {
        String figures = play(
                invoice("S1", "100.00"),
                invoice("S2", "50.00"),
                line("T1", MONDAY, "100.00", "S1"),
                line("T2", MONDAY, "-7.00", "fee"),
                line("T3", TUESDAY, "49.00", "S2"));

        assertThat(figures)
                .contains("\"accounts\":1,\"transactions\":3,\"automatic\":1,\"suggested\":1,\"unmatched\":1")
                .contains("\"invoicesPaid\":1");
        assertThat(written("decisions.jsonl"))
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("{\"transactionId\":\"T1\",\"decision\":\"AUTOMATIC\","
                                        + "\"applications\":[{\"invoiceId\":\"S1\",\"amount\":\"100.00\"}]"),
                        second -> assertThat(second)
                                .startsWith("{\"transactionId\":\"T2\",\"decision\":\"NONE\",\"applications\":[]"),
                        third -> assertThat(third)
                                .contains("\"SUGGESTED\"", "\"confidence\":0.4", "Against it: the amount differs"));
        assertThat(written("ledger.jsonl"))
                .containsExactly(
                        "{\"id\":\"S1\",\"state\":\"PAID\",\"outstanding\":\"0.00\",\"transactions\":[\"T1\"]}",
                        "{\"id\":\"S2\",\"state\":\"OPEN\",\"outstanding\":\"50.00\",\"transactions\":[]}");
    }

    @Test
    void aDaysInvoicesAreThereBeforeItsLines() throws Exception {
        play(line("T1", MONDAY, "9.00", "S1"), invoice("S1", "9.00"), line("T2", MONDAY, "1.00", ""));

        assertThat(written("decisions.jsonl").get(0)).contains("AUTOMATIC");
    }

    @Test
    void tomorrowsInvoicesAreNot() throws Exception {
        play(line("T1", MONDAY, "9.00", "S1"), invoice("S1", "9.00"), line("T2", TUESDAY, "1.00", ""));

        assertThat(written("decisions.jsonl").get(0)).contains("NONE");
    }

    @Test
    void aClosedInvoiceIsPaidByNoLine() throws Exception {
        String figures = play(invoice("S1", "9.00"), new InvoiceClosed("S1"), line("T1", MONDAY, "9.00", "S1"));

        assertThat(written("decisions.jsonl").get(0)).contains("NONE");
        assertThat(written("ledger.jsonl").get(0)).contains("\"CLOSED\"", "\"transactions\":[]");
        assertThat(figures).contains("\"invoicesPaid\":0");
    }

    @Test
    void whatTheBookkeeperSaysLaterChangesTheBooksButNotTheDecision() throws Exception {
        play(
                invoice("S1", "9.00"),
                line("T1", MONDAY, "9.00", "thanks"),
                confirmed("T1", "S1", "9.00"),
                line("T2", TUESDAY, "1.00", ""));

        assertThat(written("decisions.jsonl").get(0)).contains("NONE");
        assertThat(written("ledger.jsonl").get(0)).contains("\"PAID\"", "[\"T1\"]");
    }

    @Test
    void theBookkeeperMakesRoomWhereTheEngineWasWrong() throws Exception {
        play(
                invoice("S1", "9.00"),
                line("T1", MONDAY, "9.00", "S1"),
                line("T2", TUESDAY, "9.00", "thanks"),
                confirmed("T2", "S1", "9.00"));

        assertThat(written("ledger.jsonl").get(0)).contains("\"PAID\"", "[\"T2\"]");
    }

    @Test
    void whatTheBookkeeperSetsAsideIsBookedNoLonger() throws Exception {
        play(invoice("S1", "9.00"), line("T1", MONDAY, "9.00", "S1"), new Confirmed("T1", List.of()));

        assertThat(written("decisions.jsonl").get(0)).contains("AUTOMATIC");
        assertThat(written("ledger.jsonl").get(0)).contains("\"OPEN\"", "\"transactions\":[]");
    }

    @Test
    void aConfirmedReturnTakesBackTheBookingOfTheDocument() throws Exception {
        play(
                invoice("S1", "9.00"),
                line("T1", MONDAY, "9.00", "S1"),
                line("T2", TUESDAY, "-9.00", "returned"),
                confirmed("T2", "S1", "-9.00"));

        assertThat(written("ledger.jsonl").get(0)).contains("\"OPEN\"", "\"outstanding\":\"9.00\"");
    }

    @Test
    void theBacktestOfTheSameEventsDecidesTheSame() throws Exception {
        String figures =
                play(invoice("S1", "100.00"), line("T1", MONDAY, "100.00", "S1"), line("T2", TUESDAY, "7.00", "fee"));

        assertThat(figures).contains("\"unexplained\":0", "\"weighedWithItsDay\":0");
        assertThat(written("differences.jsonl")).isEmpty();
        assertThat(fault).isNull();
    }

    @Test
    void whatTheBacktestDecidesOtherwiseForNoReasonIsAFaultWithItsLine() throws Exception {
        backtests.leavesOpen("T2");

        String figures = play(
                invoice("S1", "100.00"),
                invoice("S2", "7.00"),
                line("T1", MONDAY, "100.00", "S1"),
                line("T2", TUESDAY, "7.00", "S2"));

        assertThat(figures).contains("\"unexplained\":1");
        assertThat(written("differences.jsonl"))
                .containsExactly("{\"transactionId\":\"T2\",\"why\":\"unexplained\",\"backtest\":\"NONE\","
                        + "\"applications\":[]}");
        assertThat(fault).contains("T2", "differences.jsonl").doesNotContain("T1");
    }

    @Test
    void aDocumentThatComesBetweenALineAndItsDaysEndIsNoFault() throws Exception {
        String figures =
                play(line("T1", MONDAY, "100.00", "S1"), invoice("S1", "100.00"), line("T2", MONDAY, "7.00", "fee"));

        assertThat(figures).contains("\"followsFromOthers\":1", "\"unexplained\":0");
        assertThat(fault).isNull();
    }

    @Test
    void saysWhichLineDidNotArrive() {
        brought.add("T1");

        assertThatThrownBy(() -> play(line("T1", MONDAY, "9.00", "")))
                .isInstanceOf(RehearsalException.class)
                .hasMessage("Transaction 'T1' of 2026-03-02 did not reach the matching.");
    }

    @Test
    void saysThatTheLedgerIsAway() {
        ledger.away(true);

        assertThatThrownBy(() -> play(invoice("S1", "9.00"), line("T1", MONDAY, "9.00", "")))
                .isInstanceOf(RehearsalException.class)
                .hasMessageStartingWith("The invoice ledger did not answer");
    }

    private String play(HistoryEvent... events) throws Exception {
        History history = History.of(List.of(events));
        VirtualClock clock = new VirtualClock(MONDAY.minusDays(1), LocalTime.of(9, 0));
        journal.put(account(0));
        journal.onSynchronize(() -> bringUntil(clock, history));
        Chain chain = Chain.of(COMPANY, journal, matching, ledger, ledger);
        BankLink link = new BankLink(chain, new Person(), URI.create("http://localhost/back"));
        Check.Played played = new Check(history, chain, clock, link, backtests).play(folder);
        fault = played.fault();
        return played.figures();
    }

    private void bringUntil(VirtualClock clock, History history) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), VirtualClock.BANK_ZONE);
        List<HistoryTransaction> lines = new ArrayList<>();
        history.days().stream()
                .filter(day -> !day.date().isAfter(today))
                .forEach(day -> lines.addAll(day.transactions()));
        lines.stream().filter(line -> brought.add(line.id())).forEach(line -> journal.bring(ACCOUNT, told(line)));
        journal.put(account(lines.size()));
    }

    private List<String> written(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    static FeedTransaction told(HistoryTransaction line) {
        return new FeedTransaction(
                line.id(),
                new Money(line.amount(), Currency.getInstance(line.currency())),
                line.executionDate(),
                line.valueDate(),
                line.counterpartName(),
                line.counterpartReference(),
                line.remittanceInformation(),
                FeedTransaction.RemittanceType.UNKNOWN,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Account account(long lines) {
        return new Account(
                ACCOUNT,
                new ConnectionId("c1"),
                AccountReference.iban(IBAN),
                Currency.getInstance("EUR"),
                "Current account",
                null,
                null,
                true,
                null,
                null,
                null,
                null,
                true,
                lines,
                0,
                null,
                null,
                null,
                null);
    }

    static HistoryEvent invoice(String id, String amount) {
        return new InvoiceOpened(new HistoryInvoice(
                id,
                HistoryInvoice.Direction.SALES,
                HistoryInvoice.Type.INVOICE,
                id,
                new HistoryParty("C1", "Café Dijle", List.of()),
                "EUR",
                new BigDecimal(amount),
                new BigDecimal(amount),
                MONDAY.minusDays(30),
                MONDAY,
                null,
                null));
    }

    static HistoryEvent line(String id, LocalDate day, String amount, @Nullable String text) {
        return new TransactionBooked(transaction(id, day, new BigDecimal(amount), text));
    }

    static HistoryTransaction transaction(String id, LocalDate day, BigDecimal amount, @Nullable String text) {
        return new HistoryTransaction(
                id, IBAN, day, day, amount, "EUR", null, null, text, null, null, null, null, null, null, null, null);
    }

    private static HistoryEvent confirmed(String line, String invoice, String amount) {
        return new Confirmed(line, List.of(new HistoryApplication(invoice, new BigDecimal(amount))));
    }
}
