package org.bankfeed.rehearsal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.history.BuiltInCompany;
import org.bankfeed.history.HistoryDay;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.InvoiceOpened;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FakeInvoiceLedger;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.rehearsal.DayReport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the built-in company's own life, in the week after a Friday. */
class DaysTest {

    private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 20);
    private static final LocalDate MONDAY = FRIDAY.plusDays(3);
    private static final CompanyId COMPANY = new CompanyId("Test");
    private static final Caller ANN = new Caller(COMPANY, "ann", Set.of(Role.BOOKKEEPER), Channel.WEB);

    private final VirtualClock real = new VirtualClock(FRIDAY, LocalTime.of(16, 0));
    private final Life life = new Life(new RunningClock(real));
    private final FakeBankJournal journal = new FakeBankJournal(COMPANY);
    private final FakeInvoiceLedger ledger = new FakeInvoiceLedger("books");
    private final NumberMatching matching = new NumberMatching(journal, ledger);
    private final Chain chain = Chain.of(COMPANY, journal, matching, ledger, ledger);
    private final Days days = days();
    private final Set<String> brought = new HashSet<>();

    @BeforeEach
    void keepTheBooksUntilFriday() throws Exception {
        life.keepBooks(new Books(chain), FRIDAY);
    }

    private Days days() {
        return new Days(life, chain, new BankLink(chain, new Person(), URI.create("http://localhost/back")));
    }

    @Test
    void goesOnToTheMorningOfTheNextDay() {
        DayReport saturday = days.nextDay(ANN);

        assertThat(saturday).isEqualTo(new DayReport(FRIDAY.plusDays(1), 0, 0, 0, 0, null));
        assertThat(days.today()).isEqualTo(FRIDAY.plusDays(1));
        assertThat(life.clock().instant())
                .isEqualTo(FRIDAY.plusDays(1)
                        .atTime(9, 0)
                        .atZone(VirtualClock.BANK_ZONE)
                        .toInstant());
    }

    @Test
    void entersEachDaysDocumentsOnceThoughNothingIsLinked() throws Exception {
        int before = documents().size();
        int entered = 0;
        for (int day = 1; day <= 7; day++) {
            DayReport report = days.nextDay(ANN);
            assertThat(report.problem()).isNull();
            assertThat(report.lines()).isZero();
            entered += report.documents();
        }

        assertThat(entered).isPositive();
        assertThat(documents()).hasSize(before + entered);
        assertThat(documents()).containsExactlyElementsOf(invoicesUntil(FRIDAY.plusDays(7)));
    }

    @Test
    void closesWhatTheCompanysPeopleClose() throws Exception {
        HistoryDay day = firstDayWithAClosing();
        life.clock().moveTo(day.date().minusDays(1), LocalTime.NOON);

        assertThat(days.nextDay(ANN).problem()).isNull();

        assertThat(stateOf(closedOn(day))).isEqualTo(OpenItem.State.CLOSED);
    }

    @Test
    void whatAPersonHasWithdrawnIsNotClosed() throws Exception {
        HistoryDay day = firstDayWithAClosing();
        life.keepBooks(new Books(chain), day.date().minusDays(1));
        life.clock().moveTo(day.date().minusDays(1), LocalTime.NOON);
        ledger.cancel(chain.person(), closedOn(day), "entered by mistake");

        assertThat(days.nextDay(ANN).problem()).isNull();

        assertThat(stateOf(closedOn(day))).isEqualTo(OpenItem.State.CANCELLED);
    }

    @Test
    void countsTheLinesThatArrivedAndWhatBecameOfThem() {
        journal.put(CheckTest.account(0));
        journal.bring(CheckTest.ACCOUNT, CheckTest.told(line("earlier", "nothing")));
        bringOnMonday();
        days.nextDay(ANN);
        days.nextDay(ANN);

        DayReport monday = days.nextDay(ANN);

        assertThat(monday.day()).isEqualTo(MONDAY);
        assertThat(monday.documents()).isPositive();
        assertThat(monday.lines()).isEqualTo(3);
        assertThat(monday.automatic()).isEqualTo(1);
        assertThat(monday.toDecide()).isEqualTo(1);
        assertThat(days.nextDay(ANN).lines()).isZero();
    }

    /** One pays a document of that morning, one a part of it, one nothing. */
    private void bringOnMonday() {
        HistoryInvoice paid = openedOn(MONDAY).stream()
                .filter(invoice -> invoice.direction() == HistoryInvoice.Direction.SALES)
                .findFirst()
                .orElseThrow();
        HistoryInvoice inPart = openedOn(MONDAY).stream()
                .filter(invoice -> !invoice.id().equals(paid.id()))
                .findFirst()
                .orElseThrow();
        journal.onSynchronize(() -> {
            if (days.today().equals(MONDAY) && brought.add("monday")) {
                journal.bring(CheckTest.ACCOUNT, CheckTest.told(line("m1", paid.id(), paid.outstanding())));
                journal.bring(
                        CheckTest.ACCOUNT,
                        CheckTest.told(
                                line("m2", inPart.id(), inPart.outstanding().divide(new BigDecimal(2)))));
                journal.bring(CheckTest.ACCOUNT, CheckTest.told(line("m3", "nothing")));
            }
        });
    }

    @Test
    void aDayThatFailedIsCompletedWithTheNext() throws Exception {
        days.nextDay(ANN);
        days.nextDay(ANN);
        ledger.away(true);
        DayReport monday = days.nextDay(ANN);
        assertThat(monday.day()).isEqualTo(MONDAY);
        assertThat(monday.documents()).isZero();
        assertThat(monday.problem())
                .startsWith("The invoice ledger did not answer")
                .doesNotContain("\n");
        ledger.away(false);

        DayReport tuesday = days.nextDay(ANN);

        assertThat(tuesday.problem()).isNull();
        assertThat(documents()).containsExactlyElementsOf(invoicesUntil(MONDAY.plusDays(1)));
    }

    @Test
    void aDocumentThatStandsAlreadyIsNotEnteredTwice() throws Exception {
        new Books(chain).open(openedOn(MONDAY).get(0));
        days.nextDay(ANN);
        days.nextDay(ANN);

        DayReport monday = days.nextDay(ANN);

        assertThat(monday.problem()).isNull();
        assertThat(monday.documents()).isEqualTo(openedOn(MONDAY).size() - 1);
        assertThat(documents()).doesNotHaveDuplicates();
    }

    @Test
    void aBankThatCannotBeReadIsSaidAndTheDocumentsAreThere() {
        days.nextDay(ANN);
        days.nextDay(ANN);
        journal.onSynchronize(() -> {
            throw new IllegalStateException("the disk is full");
        });

        DayReport monday = days.nextDay(ANN);

        assertThat(monday.documents()).isPositive();
        assertThat(monday.problem()).isEqualTo("A part of Bankfeed failed: the disk is full; the log says more.");
    }

    @Test
    void refusesAViewer() {
        Caller viewer = new Caller(COMPANY, "eve", Set.of(Role.VIEWER), Channel.WEB);

        assertThatThrownBy(() -> days.nextDay(viewer)).isInstanceOf(AccessDeniedException.class);

        assertThat(days.today()).isEqualTo(FRIDAY);
    }

    @Test
    void isNotForAnotherCompany() {
        Caller other = new Caller(new CompanyId("Other"), "ann", Set.of(Role.BOOKKEEPER), Channel.WEB);

        assertThat(days.nextDay(other).problem()).isEqualTo("The demonstration shows company Test, not Other.");
        assertThat(days.today()).isEqualTo(FRIDAY);
    }

    @Test
    void endsWithTheLastDayThatTheBanksKnow() {
        life.clock().moveTo(life.lastDay(), LocalTime.NOON);

        assertThat(days.nextDay(ANN).problem()).contains("start the demonstration anew");
        assertThat(days.today()).isEqualTo(life.lastDay());
    }

    @Test
    void theBooksAreKeptWhenMidnightPassesByItself() throws Exception {
        real.moveTo(MONDAY, LocalTime.of(0, 1));

        days.catchUp();
        days.catchUp();

        assertThat(documents()).containsExactlyElementsOf(invoicesUntil(MONDAY));
    }

    @Test
    void goesOnWhereItWasAfterARoomWasRestarted() throws Exception {
        days.nextDay(ANN);
        days.nextDay(ANN);

        assertThat(days().nextDay(ANN).day()).isEqualTo(MONDAY);

        assertThat(documents()).containsExactlyElementsOf(invoicesUntil(MONDAY));
    }

    private List<String> documents() throws Exception {
        return new LedgerReport(chain)
                .documents().stream().map(item -> item.id().value()).toList();
    }

    private OpenItem.State stateOf(DocumentId id) throws Exception {
        return ledger.item(chain.person(), id).orElseThrow().state();
    }

    private static List<String> invoicesUntil(LocalDate day) {
        return BuiltInCompany.goingOn(FRIDAY, day)
                .invoices()
                .map(HistoryInvoice::id)
                .toList();
    }

    private static HistoryDay firstDayWithAClosing() {
        return BuiltInCompany.goingOn(FRIDAY, FRIDAY.plusDays(60)).days().stream()
                .filter(day -> day.date().isAfter(FRIDAY))
                .filter(day -> !day.events(InvoiceClosed.class).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static DocumentId closedOn(HistoryDay day) {
        return new DocumentId(day.events(InvoiceClosed.class).get(0).invoiceId());
    }

    private static List<HistoryInvoice> openedOn(LocalDate date) {
        HistoryDay day = BuiltInCompany.goingOn(FRIDAY, date).days().stream()
                .filter(one -> one.date().equals(date))
                .findFirst()
                .orElseThrow();
        return day.events(InvoiceOpened.class).stream()
                .map(InvoiceOpened::invoice)
                .toList();
    }

    private static HistoryTransaction line(String id, String text) {
        return line(id, text, BigDecimal.ONE);
    }

    private static HistoryTransaction line(String id, String text, BigDecimal amount) {
        return CheckTest.transaction(id, MONDAY, amount.setScale(2, RoundingMode.DOWN), text);
    }
}
