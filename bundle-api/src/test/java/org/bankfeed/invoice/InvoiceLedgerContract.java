package org.bankfeed.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * What every invoice ledger must do. Extend it, give it empty books of company {@code Company}, and enter documents the
 * way your ERP does.
 */
public abstract class InvoiceLedgerContract {

    protected static final Caller BOOKKEEPER =
            new Caller(new CompanyId("Company"), "bookkeeper", Set.of(Role.BOOKKEEPER, Role.VIEWER), Channel.HOST);
    protected static final Caller JOB = Caller.job(new CompanyId("Company"), "matching");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

    /** The ledger under trial, always the same one within a test, empty at first. */
    protected abstract InvoiceLedger ledger() throws Exception;

    /** Enters an open document of 30 days, of party {@code P1}, as the host does. */
    protected abstract DocumentId enter(OpenItem.Direction direction, OpenItem.Type type, String number, Money total)
            throws Exception;

    /**
     * Enters an open sales invoice of which something is held back, as {@link #enter} does. A host that knows of no such
     * thing leaves this as it is: what tries it is skipped.
     */
    protected DocumentId enterHeldBack(String number, Money total, List<Retention> retentions) throws Exception {
        return Assumptions.abort("this ledger keeps no retentions");
    }

    @Test
    void whatIsHeldBackIsToldAndStaysOpenWhenTheRestIsPaid() throws Exception {
        List<Retention> retentions = List.of(
                new Retention(Retention.Kind.GUARANTEE, eur("50.00"), DAY.plusYears(1)),
                new Retention(Retention.Kind.SOCIAL_DEBT, eur("350.00"), null));
        DocumentId invoice = enterHeldBack("2026-1", eur("1000.00"), retentions);
        ledger().book(JOB, booking("t1", 1, "600.00", applied(invoice, "600.00")));
        List<OpenItem> told = new ArrayList<>();
        readOn(LedgerPosition.START, told, 100);
        assertThat(told).last().isEqualTo(item(invoice));
        assertThat(item(invoice).retentions()).containsExactlyInAnyOrderElementsOf(retentions);
        assertThat(item(invoice).state()).isEqualTo(OpenItem.State.OPEN);
        assertThat(item(invoice).heldBack(DAY)).isEqualTo(eur("400.00")).isEqualTo(outstanding(invoice));
        assertThat(item(invoice).heldBack(DAY.plusYears(1))).isEqualTo(eur("350.00"));
    }

    @Test
    void anInvoicePaidInFullIsPaid() throws Exception {
        DocumentId invoice = sale("2026-1", "121.00");
        BookingResult result = ledger().book(JOB, booking("t1", 1, "121.00", applied(invoice, "121.00")));
        assertThat(result).isInstanceOf(BookingResult.Booked.class);
        assertThat(outstanding(invoice)).isEqualTo(eur("0.00"));
        assertThat(item(invoice).state()).isEqualTo(OpenItem.State.PAID);
    }

    @Test
    void aPartPaymentLeavesTheRestOpen() throws Exception {
        DocumentId invoice = sale("2026-1", "121.00");
        ledger().book(JOB, booking("t1", 1, "21.00", applied(invoice, "21.00")));
        assertThat(item(invoice).state()).isEqualTo(OpenItem.State.OPEN);
        assertThat(outstanding(invoice)).isEqualTo(eur("100.00"));
    }

    @Test
    void theSameKeyBooksOnce() throws Exception {
        DocumentId invoice = sale("2026-1", "121.00");
        Booking booking = booking("t1", 1, "21.00", applied(invoice, "21.00"));
        ledger().book(JOB, booking);
        assertThat(ledger().book(JOB, booking)).isInstanceOf(BookingResult.Booked.class);
        assertThat(outstanding(invoice)).isEqualTo(eur("100.00"));
    }

    @Test
    void moreThanIsOutstandingIsRefusedAndNothingIsWritten() throws Exception {
        DocumentId one = sale("2026-1", "50.00");
        DocumentId two = sale("2026-2", "50.00");
        Booking tooMuch = booking("t1", 1, "110.00", applied(one, "50.00"), applied(two, "60.00"));
        assertThat(ledger().book(JOB, tooMuch)).isInstanceOf(BookingResult.Refused.class);
        assertThat(outstanding(one)).isEqualTo(eur("50.00"));
        assertThat(ledger().booking(JOB, tooMuch.key())).isEqualTo(BookingState.UNKNOWN);
    }

    @Test
    void anOverpaymentStaysUnapplied() throws Exception {
        DocumentId invoice = sale("2026-1", "50.00");
        assertThat(ledger().book(JOB, booking("t1", 1, "55.00", applied(invoice, "50.00"))))
                .isInstanceOf(BookingResult.Booked.class);
        assertThat(item(invoice).state()).isEqualTo(OpenItem.State.PAID);
    }

    @Test
    void moreAppliedThanTheLineHoldsIsRefused() throws Exception {
        DocumentId invoice = sale("2026-1", "50.00");
        assertThat(ledger().book(JOB, booking("t1", 1, "40.00", applied(invoice, "50.00"))))
                .isInstanceOf(BookingResult.Refused.class);
    }

    @Test
    void aWriteOffSettlesBesideTheCash() throws Exception {
        DocumentId invoice = sale("2026-1", "120.58");
        Application discounted = new Application(invoice, eur("118.58"), eur("2.00"), null);
        ledger().book(JOB, booking("t1", 1, "118.58", discounted));
        assertThat(item(invoice).state()).isEqualTo(OpenItem.State.PAID);
    }

    @Test
    void aCreditNoteIsNettedUnderTheSameKey() throws Exception {
        DocumentId invoice = sale("2026-1", "121.00");
        DocumentId note = enter(OpenItem.Direction.SALES, OpenItem.Type.CREDIT_NOTE, "CN-1", eur("21.00"));
        ledger().book(JOB, booking("t1", 1, "100.00", applied(invoice, "121.00"), applied(note, "21.00")));
        assertThat(item(invoice).state()).isEqualTo(OpenItem.State.PAID);
        assertThat(item(note).state()).isEqualTo(OpenItem.State.PAID);
    }

    @Test
    void moneyOutPaysAPurchaseInvoice() throws Exception {
        DocumentId invoice = enter(OpenItem.Direction.PURCHASE, OpenItem.Type.INVOICE, "F-77", eur("300.00"));
        ledger().book(JOB, booking("t1", 1, "-300.00", applied(invoice, "300.00")));
        assertThat(item(invoice).state()).isEqualTo(OpenItem.State.PAID);
    }

    @Test
    void moneyInDoesNotPayAPurchaseInvoice() throws Exception {
        DocumentId invoice = enter(OpenItem.Direction.PURCHASE, OpenItem.Type.INVOICE, "F-77", eur("300.00"));
        assertThat(ledger().book(JOB, booking("t1", 1, "300.00", applied(invoice, "300.00"))))
                .isInstanceOf(BookingResult.Refused.class);
    }

    /**
     * Closes the periods up to a day, as the host does. A host that knows of no such thing leaves this as it is: what tries
     * it is skipped.
     */
    protected void closeUntil(LocalDate day) throws Exception {
        Assumptions.abort("this ledger closes no periods");
    }

    @Test
    void theCounterEntryOfABookingInAClosedPeriodStandsInTheFirstOpenOne() throws Exception {
        DocumentId invoice = sale("2026-1", "121.00");
        Booking booking = booking("t1", 1, "121.00", applied(invoice, "121.00"));
        ledger().book(JOB, booking);
        closeUntil(DAY.plusDays(29));

        ReversalResult reversed = ledger().reverse(BOOKKEEPER, booking.key(), "wrong customer");

        assertThat(reversed).isEqualTo(new ReversalResult.Reversed(List.of(item(invoice)), DAY.plusDays(30)));
        assertThat(outstanding(invoice)).isEqualTo(eur("121.00"));
        closeUntil(DAY.plusDays(60));
        assertThat(ledger().reverse(BOOKKEEPER, booking.key(), "once more")).isEqualTo(reversed);
    }

    @Test
    void theCounterEntryOfABookingInAnOpenPeriodStandsOnItsDay() throws Exception {
        DocumentId invoice = sale("2026-1", "121.00");
        Booking booking = booking("t1", 1, "121.00", applied(invoice, "121.00"));
        ledger().book(JOB, booking);
        closeUntil(DAY.minusDays(1));

        assertThat(ledger().reverse(BOOKKEEPER, booking.key(), "wrong customer"))
                .isEqualTo(new ReversalResult.Reversed(List.of(item(invoice))));
    }

    @Test
    void aLineOfAClosedPeriodIsBookedInTheFirstOpenOne() throws Exception {
        DocumentId invoice = sale("2026-1", "121.00");
        Booking booking = booking("t1", 1, "121.00", applied(invoice, "121.00"));
        closeUntil(DAY.plusDays(29));

        assertThat(ledger().book(JOB, booking)).isInstanceOf(BookingResult.Booked.class);

        assertThat(ledger().settlements(JOB, invoice)).singleElement().satisfies(one -> assertThat(one.date())
                .isEqualTo(DAY.plusDays(30)));
        assertThat(ledger().book(JOB, booking)).isInstanceOf(BookingResult.Booked.class);
        assertThat(ledger().reverse(BOOKKEEPER, booking.key(), "mistake"))
                .isEqualTo(new ReversalResult.Reversed(List.of(item(invoice))));
    }

    @Test
    void reversalReopensAndANewAttemptPaysAgain() throws Exception {
        DocumentId invoice = sale("2026-1", "121.00");
        Booking first = booking("t1", 1, "121.00", applied(invoice, "121.00"));
        ledger().book(JOB, first);
        assertThat(ledger().reverse(BOOKKEEPER, first.key(), "wrong customer"))
                .isInstanceOf(ReversalResult.Reversed.class);
        assertThat(ledger().reverse(BOOKKEEPER, first.key(), "wrong customer"))
                .isInstanceOf(ReversalResult.Reversed.class);
        assertThat(outstanding(invoice)).isEqualTo(eur("121.00"));
        assertThat(ledger().booking(JOB, first.key())).isEqualTo(BookingState.REVERSED);
        assertThat(ledger().book(JOB, first)).isInstanceOf(BookingResult.Refused.class);
        ledger().book(JOB, booking("t1", 2, "121.00", applied(invoice, "121.00")));
        assertThat(item(invoice).state()).isEqualTo(OpenItem.State.PAID);
    }

    @Test
    void aReturnedDebitReopensWhatItPaid() throws Exception {
        DocumentId invoice = sale("2026-1", "39.00");
        Booking collected = booking("t1", 1, "39.00", applied(invoice, "39.00"));
        ledger().book(JOB, collected);
        ledger().book(JOB, booking("t2", 1, "-39.00", back(invoice, "39.00", collected.key())));
        assertThat(item(invoice).state()).isEqualTo(OpenItem.State.OPEN);
        assertThat(outstanding(invoice)).isEqualTo(eur("39.00"));
    }

    @Test
    void noMoreIsTakenBackThanWasApplied() throws Exception {
        DocumentId invoice = sale("2026-1", "39.00");
        Booking collected = booking("t1", 1, "20.00", applied(invoice, "20.00"));
        ledger().book(JOB, collected);
        assertThat(ledger().book(JOB, booking("t2", 1, "-39.00", back(invoice, "39.00", collected.key()))))
                .isInstanceOf(BookingResult.Refused.class);
        ledger().book(JOB, booking("t3", 1, "-20.00", back(invoice, "20.00", collected.key())));
        assertThat(ledger().book(JOB, booking("t4", 1, "-20.00", back(invoice, "20.00", collected.key()))))
                .isInstanceOf(BookingResult.Refused.class);
    }

    @Test
    void undoingWhatALaterLineTookBackIsRefused() throws Exception {
        DocumentId invoice = sale("2026-1", "39.00");
        Booking collected = booking("t1", 1, "39.00", applied(invoice, "39.00"));
        ledger().book(JOB, collected);
        Booking returned = booking("t2", 1, "-39.00", back(invoice, "39.00", collected.key()));
        ledger().book(JOB, returned);
        assertThat(ledger().reverse(BOOKKEEPER, collected.key(), "mistake"))
                .isInstanceOfSatisfying(ReversalResult.Refused.class, r -> assertThat(r.reason())
                        .contains("t2"));
        assertThat(ledger().reverse(BOOKKEEPER, returned.key(), "mistake")).isInstanceOf(ReversalResult.Reversed.class);
        assertThat(ledger().reverse(BOOKKEEPER, collected.key(), "mistake"))
                .isInstanceOf(ReversalResult.Reversed.class);
    }

    @Test
    void changesTellEveryDocumentAndThenOnlyWhatChanged() throws Exception {
        DocumentId one = sale("2026-1", "50.00");
        DocumentId two = sale("2026-2", "60.00");
        List<OpenItem> all = new ArrayList<>();
        LedgerPosition end = readOn(LedgerPosition.START, all, 1);
        assertThat(all).extracting(OpenItem::id).contains(one, two);
        ledger().book(JOB, booking("t1", 1, "50.00", applied(one, "50.00")));
        List<OpenItem> changed = new ArrayList<>();
        readOn(end, changed, 100);
        assertThat(changed).extracting(OpenItem::id).containsExactly(one);
        assertThat(changed.get(0).outstanding()).isEqualTo(eur("0.00"));
    }

    @Test
    void settlementsNameTheBookings() throws Exception {
        DocumentId invoice = sale("2026-1", "50.00");
        Booking booking = booking("t1", 1, "20.00", applied(invoice, "20.00"));
        ledger().book(JOB, booking);
        assertThat(ledger().settlements(JOB, invoice))
                .containsExactly(new Settlement(booking.key(), DAY, eur("20.00"), eur("0.00")));
        ledger().reverse(BOOKKEEPER, booking.key(), "mistake");
        assertThat(ledger().settlements(JOB, invoice)).isEmpty();
    }

    @Test
    void anUnknownDocumentIsRefusedAndAnUnknownKeyUnknown() throws Exception {
        Booking booking = booking("t1", 1, "20.00", applied(new DocumentId("no-such"), "20.00"));
        assertThat(ledger().book(JOB, booking)).isInstanceOf(BookingResult.Refused.class);
        assertThat(ledger().booking(JOB, booking.key())).isEqualTo(BookingState.UNKNOWN);
        assertThat(ledger().reverse(BOOKKEEPER, booking.key(), "mistake")).isInstanceOf(ReversalResult.Refused.class);
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() throws Exception {
        DocumentId invoice = sale("2026-1", "121.00");
        ledger().book(JOB, booking("t1", 1, "121.00", applied(invoice, "21.00")));
        assertThat(ledger().book(JOB, booking("t1", 1, "121.00", applied(invoice, "100.00"))))
                .isInstanceOf(BookingResult.Refused.class);
        assertThat(outstanding(invoice)).isEqualTo(eur("100.00"));
    }

    @Test
    void aPaidDocumentTakesNothingMore() throws Exception {
        DocumentId invoice = sale("2026-1", "50.00");
        ledger().book(JOB, booking("t1", 1, "50.00", applied(invoice, "50.00")));
        assertThat(ledger().book(JOB, booking("t2", 1, "1.00", applied(invoice, "1.00"))))
                .isInstanceOf(BookingResult.Refused.class);
    }

    @Test
    void anotherCurrencyIsRefused() throws Exception {
        DocumentId invoice = sale("2026-1", "50.00");
        Money dollars = Money.of("50.00", "USD");
        Booking inEuro = booking("t1", 1, "50.00", applied(invoice, "50.00"));
        Booking inDollars = new Booking(
                inEuro.key(),
                inEuro.account(),
                null,
                DAY,
                dollars,
                null,
                null,
                List.of(Application.of(invoice, dollars)));
        assertThat(ledger().book(JOB, inDollars)).isInstanceOf(BookingResult.Refused.class);
        assertThat(outstanding(invoice)).isEqualTo(eur("50.00"));
    }

    @Test
    void aCreditNoteAloneIsNotSettledByMoneyIn() throws Exception {
        DocumentId note = enter(OpenItem.Direction.SALES, OpenItem.Type.CREDIT_NOTE, "CN-1", eur("21.00"));
        assertThat(ledger().book(JOB, booking("t1", 1, "21.00", applied(note, "21.00"))))
                .isInstanceOf(BookingResult.Refused.class);
        assertThat(ledger().book(JOB, booking("t2", 1, "-21.00", applied(note, "21.00"))))
                .isInstanceOf(BookingResult.Booked.class);
    }

    @Test
    void reversalReopensWhatWasNetted() throws Exception {
        DocumentId invoice = sale("2026-1", "121.00");
        DocumentId note = enter(OpenItem.Direction.SALES, OpenItem.Type.CREDIT_NOTE, "CN-1", eur("21.00"));
        Booking netted = booking("t1", 1, "100.00", applied(invoice, "121.00"), applied(note, "21.00"));
        ledger().book(JOB, netted);
        ledger().reverse(BOOKKEEPER, netted.key(), "mistake");
        assertThat(outstanding(invoice)).isEqualTo(eur("121.00"));
        assertThat(outstanding(note)).isEqualTo(eur("21.00"));
    }

    @Test
    void nothingIsTakenBackOfAReversedBooking() throws Exception {
        DocumentId invoice = sale("2026-1", "39.00");
        Booking collected = booking("t1", 1, "39.00", applied(invoice, "39.00"));
        ledger().book(JOB, collected);
        ledger().reverse(BOOKKEEPER, collected.key(), "mistake");
        assertThat(ledger().book(JOB, booking("t2", 1, "-39.00", back(invoice, "39.00", collected.key()))))
                .isInstanceOf(BookingResult.Refused.class);
    }

    @Test
    void aReturnStandsAmongTheSettlementsAsANegativeAmount() throws Exception {
        DocumentId invoice = sale("2026-1", "39.00");
        Booking collected = booking("t1", 1, "39.00", applied(invoice, "39.00"));
        Booking returned = booking("t2", 1, "-39.00", back(invoice, "39.00", collected.key()));
        ledger().book(JOB, collected);
        ledger().book(JOB, returned);
        assertThat(ledger().settlements(JOB, invoice))
                .containsExactly(
                        new Settlement(collected.key(), DAY, eur("39.00"), eur("0.00")),
                        new Settlement(returned.key(), DAY, eur("-39.00"), eur("0.00")));
    }

    @Test
    void theLedgersIdStaysTheSame() throws Exception {
        assertThat(ledger().id()).isNotBlank().isEqualTo(ledger().id());
    }

    /** Euro. */
    protected static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }

    private DocumentId sale(String number, String total) throws Exception {
        return enter(OpenItem.Direction.SALES, OpenItem.Type.INVOICE, number, eur(total));
    }

    private static Application applied(DocumentId document, String amount) {
        return Application.of(document, eur(amount));
    }

    private static Application back(DocumentId document, String amount, @Nullable BookingKey earlier) {
        return new Application(document, eur(amount).negate(), eur("0"), earlier);
    }

    private static Booking booking(String transaction, int attempt, String amount, Application... applications) {
        return new Booking(
                new BookingKey(transaction, attempt),
                AccountReference.iban("BE68539007547034"),
                null,
                DAY,
                eur(amount),
                "Otto Test",
                "invoice",
                List.of(applications));
    }

    private OpenItem item(DocumentId id) throws Exception {
        return ledger().item(JOB, id).orElseThrow();
    }

    private Money outstanding(DocumentId id) throws Exception {
        return item(id).outstanding();
    }

    private LedgerPosition readOn(LedgerPosition from, List<OpenItem> into, int limit) throws Exception {
        LedgerPosition at = from;
        for (int round = 0; round < 1000; round++) {
            LedgerPage page = ledger().changes(JOB, at, limit);
            into.addAll(page.items());
            at = page.next();
            if (!page.more()) {
                return at;
            }
        }
        throw new AssertionError("the ledger says 'more' for ever");
    }
}
