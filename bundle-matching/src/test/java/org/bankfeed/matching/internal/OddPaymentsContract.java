package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem.Direction;
import org.bankfeed.invoice.OpenItem.Type;
import org.bankfeed.invoice.Party;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments that are not simply the next one of an invoice, from the bank's line to a ledger's books. */
abstract class OddPaymentsContract extends MatchingFixture {

    /** The books, and the way to enter documents. */
    abstract InvoiceLedger books();

    abstract InvoiceEntry entry();

    /** The bookkeeper enters a payment by hand. */
    abstract void enterByHand(HostPayment payment) throws Exception;

    /** The host sends a payment to the bank. */
    abstract void announce(AnnouncedPayment payment) throws Exception;

    /** Puts the books in the place of the fixture's, and tells of the host's payments. */
    abstract void bind();

    @BeforeEach
    void theBooksAreThere() {
        bind();
    }

    // ---- booked by hand before the line came

    @Test
    void aLineOfAPaymentThatWasEnteredByHandIsLinkedNotBooked() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        matching.work(job);
        enterByHand(paymentOfS1());

        TransactionId line = in("t1", "121.00", "factuur 2026-114");
        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.LINKED);
        assertThat(decision(line).booking()).isEqualTo(BookingStatus.NONE);
        assertThat(ours("S1")).isEmpty();
    }

    @Test
    void aDocumentThatWasClosedByHandTakesNoBooking() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        matching.work(job);
        entry().close(bookkeeper, new DocumentId("S1"), DAY);

        TransactionId line = in("t1", "121.00", "factuur 2026-114");
        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.LINKED);
        assertThat(ours("S1")).isEmpty();
    }

    // ---- a link, undone and made again

    @Test
    void aLinkToAPaymentThatWasEnteredByHandIsMadeAgainAfterItsUndo() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        matching.work(job);
        enterByHand(paymentOfS1());

        isLinkedAgainAfterItsUndo(in("t1", "121.00", "factuur 2026-114"), ReasonCode.BOOKS_HOLD_PAYMENT);
    }

    @Test
    void aLinkOfALineThatNamesNothingIsMadeAgainAfterItsUndo() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        matching.work(job);
        enterByHand(paymentOfS1());

        isLinkedAgainAfterItsUndo(in("t1", "121.00", "thanks"), ReasonCode.BOOKS_HOLD_PAYMENT);
    }

    @Test
    void aLinkToADocumentThatWasClosedByHandIsMadeAgainAfterItsUndo() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        matching.work(job);
        entry().close(bookkeeper, new DocumentId("S1"), DAY);

        isLinkedAgainAfterItsUndo(in("t1", "121.00", "factuur 2026-114"), ReasonCode.CLOSED_BY_HAND);
    }

    /** Twice, and with a new start of the matching before each act. */
    private void isLinkedAgainAfterItsUndo(TransactionId line, ReasonCode reason) throws Exception {
        matching.work(job);
        assertThat(decision(line).state()).isEqualTo(State.LINKED);
        List<ReasonCode> reasons = codes(decision(line));
        assertThat(reasons).contains(reason);
        for (int n = 0; n < 2; n++) {
            startAgain();
            matching.undo(bookkeeper, line, decision(line).version());
            assertThat(decision(line).state()).isEqualTo(State.NONE);
            assertThat(decision(line).about()).isEqualTo(new DocumentId("S1"));

            startAgain();
            matching.confirm(bookkeeper, line, decision(line).version(), pays("S1", "121.00"));
            startAgain();

            assertThat(decision(line).state()).isEqualTo(State.LINKED);
            assertThat(decision(line).booking()).isEqualTo(BookingStatus.NONE);
            assertThat(decision(line).about()).isEqualTo(new DocumentId("S1"));
            assertThat(decision(line).decidedBy()).isEqualTo("an");
            assertThat(codes(decision(line))).isEqualTo(reasons);
            assertThat(ours("S1")).isEmpty();
        }
    }

    private void startAgain() {
        restart();
        bind();
    }

    @Test
    void aPaymentInTheBooksIsLinkedToOneLineOnlyAlsoByAPerson() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        matching.work(job);
        enterByHand(paymentOfS1());
        TransactionId first = in("t1", "121.00", "factuur 2026-114");
        matching.work(job);
        matching.undo(bookkeeper, first, decision(first).version());

        matching.confirm(bookkeeper, first, decision(first).version(), pays("S1", "121.00"));
        TransactionId second = in("t2", "121.00", "thanks");
        matching.work(job);

        assertThat(codes(decision(second))).doesNotContain(ReasonCode.BOOKS_HOLD_PAYMENT);
    }

    @Test
    void whatALinePaidAlreadyIsNotTakenForALink() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        in("t1", "121.00", "factuur 2026-114");
        TransactionId again = in("t2", "121.00", "factuur 2026-114");
        matching.work(job);

        assertThatThrownBy(() ->
                        matching.confirm(bookkeeper, again, decision(again).version(), pays("S1", "121.00")))
                .isInstanceOf(MatchingException.class)
                .hasMessageContaining("outstanding");
    }

    private static HostPayment paymentOfS1() {
        return new HostPayment(
                "H1",
                eur("121.00"),
                DAY.minusDays(1),
                "C1",
                AccountReference.of(PAYER),
                null,
                List.of(new DocumentId("S1")));
    }

    @Test
    void aPaymentThatWasEnteredByHandLeavesNoDoubtOfTheNextOnes() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        document("S2", Direction.SALES, Type.INVOICE, "2026-115", "200.00");
        matching.work(job);
        enterByHand(paymentOfS1());
        in("t1", "121.00", "factuur 2026-114");
        matching.work(job);

        TransactionId part = in("t2", "80.00", "factuur 2026-115");
        matching.work(job);

        assertThat(decision(part).evidence())
                .extracting(Evidence::code)
                .contains(ReasonCode.AMOUNT_IS_PART)
                .doesNotContain(ReasonCode.EARLIER_PAYMENT_UNDECIDED);
    }

    @Test
    void aPaymentThatAPersonTookFromItsLineIsLinkedToTheNextOneThatIsEqual() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        document("S2", Direction.SALES, Type.INVOICE, "2026-115", "121.00");
        matching.work(job);
        enterByHand(paymentOfS1());
        TransactionId first = in("t1", "121.00", "factuur 2026-115");
        matching.work(job);
        assertThat(decision(first).state()).isEqualTo(State.LINKED);

        matching.confirm(
                bookkeeper,
                first,
                decision(first).version(),
                List.of(Application.of(new DocumentId("S2"), eur("121.00"))));
        TransactionId second = in("t2", "121.00", "factuur 2026-114");
        matching.work(job);

        assertThat(decision(second).state()).isEqualTo(State.LINKED);
        assertThat(codes(decision(second))).containsExactly(ReasonCode.BOOKS_HOLD_PAYMENT);
        assertThat(ours("S2")).hasSize(1);
    }

    @Test
    void aLineThatWaitedIsLinkedWhenItsPaymentIsEnteredByHand() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        TransactionId line = in("t1", "121.00", "thanks");
        matching.work(job);
        assertThat(decision(line).state()).isEqualTo(State.SUGGESTED);

        enterByHand(new HostPayment(
                "H1", eur("121.00"), DAY, "C1", AccountReference.of(PAYER), null, List.of(new DocumentId("S1"))));
        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.LINKED);
        assertThat(codes(decision(line))).containsExactly(ReasonCode.BOOKS_HOLD_PAYMENT);
        assertThat(ours("S1")).isEmpty();
    }

    @Test
    void aDocumentThatSomebodySettledOtherwiseIsProposedNoMore() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        TransactionId line = in("t1", "121.00", "thanks");
        matching.work(job);

        entry().close(bookkeeper, new DocumentId("S1"), DAY.minusDays(9));
        matching.work(job);

        assertThat(decision(line).booking()).isEqualTo(BookingStatus.NONE);
        assertThat(decision(line).proposals()).isEmpty();
    }

    @Test
    void aReturnThatCameBeforeItsCollectionWasConfirmedIsProposedThen() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "D-2", "59.90");
        TransactionId collected = bring(line("t1", "59.90", "abonnement", "PMNT-IDDT-ESDD", "E2E-7"));
        TransactionId returned = bring(line("t2", "-59.90", "onbetaald AM04", "PMNT-IDDT-UPDD", "E2E-7"));
        matching.work(job);
        assertThat(decision(collected).booking()).isEqualTo(BookingStatus.NONE);
        assertThat(codes(decision(returned))).contains(ReasonCode.TAKES_BACK_UNKNOWN);

        matching.confirm(bookkeeper, collected, decision(collected).version(), pays("S1", "59.90"));

        assertThat(decision(returned).state()).isEqualTo(State.SUGGESTED);
        assertThat(decision(returned).proposals().get(0).applications().get(0).takesBack())
                .isNotNull();
    }

    // ---- refunds

    @Test
    void aCreditNoteThatWePayOutIsSettledByTheMoneyThatGoesOut() throws Exception {
        document("N1", Direction.SALES, Type.CREDIT_NOTE, "CN2026-7", "48.40");
        TransactionId line = bring(line("t1", "-48.40", "Creditnota CN2026-7", "PMNT-ICDT-ESCT", null));
        matching.work(job);

        // who gets the money is not known yet: the number and the amount are
        assertThat(decision(line).state()).isEqualTo(State.AUTOMATIC);
        assertThat(standing("N1")).isEqualTo(Standing.PAID);
    }

    @Test
    void aSuppliersRefundSettlesHisCreditNote() throws Exception {
        document("N1", Direction.PURCHASE, Type.CREDIT_NOTE, "CF-2026-31", "75.00");
        TransactionId line = in("t1", "75.00", "terugbetaling CF-2026-31");
        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.AUTOMATIC);
        assertThat(standing("N1")).isEqualTo(Standing.PAID);
    }

    // ---- twice, and too much

    @Test
    void anInvoicePaidTwiceIsBookedOnceAndSaysSo() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        in("t1", "121.00", "factuur 2026-114");
        matching.work(job);

        TransactionId again = in("t2", "121.00", "factuur 2026-114");
        matching.work(job);

        assertThat(decision(again).state()).isEqualTo(State.NONE);
        assertThat(codes(decision(again))).contains(ReasonCode.PAID_ON);
        assertThat(ours("S1")).hasSize(1);
    }

    @Test
    void givingTheSecondPaymentBackReopensNothing() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        in("t1", "121.00", "factuur 2026-114");
        in("t2", "121.00", "factuur 2026-114");
        matching.work(job);

        TransactionId back =
                bring(line("t3", "-121.00", "terugbetaling dubbel betaald 2026-114", "PMNT-ICDT-ESCT", null));
        matching.work(job);

        assertThat(decision(back).booking()).isEqualTo(BookingStatus.NONE);
        assertThat(standing("S1")).isEqualTo(Standing.PAID);
    }

    @Test
    void whatIsPaidTooMuchStaysUnapplied() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        document("S2", Direction.SALES, Type.INVOICE, "2026-119", "300.00");
        in("t0", "300.00", "factuur 2026-119"); // who pays is learned
        matching.work(job);

        TransactionId line = in("t1", "131.00", "factuur 2026-114");
        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.AUTOMATIC);
        assertThat(decision(line).applications()).isEqualTo(pays("S1", "121.00"));
        assertThat(standing("S1")).isEqualTo(Standing.PAID);
        assertThat(ours("S1")).extracting(Settlement::amount).containsExactly(eur("121.00"));
    }

    @Test
    void givingBackWhatWasTooMuchReopensNothing() throws Exception {
        document("S1", Direction.SALES, Type.INVOICE, "2026-114", "121.00");
        TransactionId line = in("t1", "131.00", "factuur 2026-114");
        matching.work(job);
        if (decision(line).state() == State.SUGGESTED) {
            matching.confirm(bookkeeper, line, decision(line).version(), pays("S1", "121.00"));
        }

        TransactionId back =
                bring(line("t2", "-10.00", "terugbetaling te veel ontvangen 2026-114", "PMNT-ICDT-ESCT", null));
        matching.work(job);

        assertThat(decision(back).booking()).isEqualTo(BookingStatus.NONE);
        assertThat(standing("S1")).isEqualTo(Standing.PAID);
    }

    // ---- our own payments

    @Test
    void ourOwnEndToEndIdTellsOneOfEqualInvoicesFromTheOthers() throws Exception {
        for (String id : List.of("P1", "P2", "P3")) {
            document(id, Direction.PURCHASE, Type.INVOICE, "F-2026-" + id, "250.00");
        }
        announce(new AnnouncedPayment("A1", "PAY-77", eur("-250.00"), DAY, List.of(new DocumentId("P2"))));

        TransactionId line = bring(line("t1", "-250.00", "thanks", "PMNT-ICDT-ESCT", "PAY-77"));
        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.AUTOMATIC);
        assertThat(codes(decision(line))).containsExactly(ReasonCode.OWN_PAYMENT_END_TO_END);
        assertThat(standing("P2")).isEqualTo(Standing.PAID);
        assertThat(standing("P1")).isEqualTo(Standing.OPEN);
    }

    @Test
    void aFileOfPaymentsIsOneBookingAndOneOfThemComesBackAlone() throws Exception {
        for (int n = 1; n <= 4; n++) {
            document("P" + n, Direction.PURCHASE, Type.INVOICE, "F-2026-" + n, n + "10.00");
            announce(new AnnouncedPayment(
                    "A" + n, "PAY-" + n, eur("-" + n + "10.00"), DAY, List.of(new DocumentId("P" + n)), "RUN-12"));
        }
        TransactionId whole = bring(line("t1", "-1040.00", "bestand RUN-12", "PMNT-ICDT-ESCT", null));
        matching.work(job);
        TransactionId back = bring(line("t2", "310.00", "AC01", "PMNT-ICDT-RRTN", "PAY-3"));
        matching.work(job);

        assertThat(decision(whole).booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(decision(whole).applications()).hasSize(4);
        assertThat(decision(back).booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(codes(decision(back))).contains(ReasonCode.RETURNED_ACCOUNT_WRONG);
        assertThat(standing("P3")).isEqualTo(Standing.OPEN);
        assertThat(standing("P4")).isEqualTo(Standing.PAID);
        assertThat(ours("P3")).extracting(Settlement::amount).containsExactly(eur("310.00"), eur("-310.00"));
    }

    // ---- the parts

    private void document(String id, Direction direction, Type type, String number, String total) throws Exception {
        boolean sales = direction == Direction.SALES;
        LocalDate issued = DAY.minusDays(20);
        entry().add(
                        bookkeeper,
                        new NewDocument(
                                new DocumentId(id),
                                direction,
                                type,
                                number,
                                new Party(
                                        sales ? "C1" : "L1",
                                        sales ? "J. Peeters" : "Peeters Levering NV",
                                        Party.Kind.BUSINESS,
                                        List.of()),
                                eur(total),
                                eur(total),
                                issued,
                                issued.plusDays(30),
                                null,
                                null));
    }

    private Standing standing(String id) {
        return matching.invoice(viewer, new DocumentId(id)).orElseThrow().standing();
    }

    /** What our bookings settled of a document. */
    private List<Settlement> ours(String id) throws Exception {
        return books().settlements(job, new DocumentId(id)).stream()
                .filter(settlement -> settlement.key() != null)
                .toList();
    }

    private static List<ReasonCode> codes(Decision decision) {
        return decision.evidence().stream().map(Evidence::code).toList();
    }

    static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
