package org.bankfeed.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.DocumentId;
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
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments whose text tells why they are not simply an invoice's amount, from the bank's line to a ledger's books and back. */
abstract class ToldPaymentsContract extends MatchingFixture {

    /** Who is our customer and our supplier, and whose account the ledger knows. */
    private static final Party PEETERS =
            new Party("B1", "J. Peeters", Party.Kind.BUSINESS, List.of(AccountReference.of(PAYER)));

    /** The books, and the way to enter documents. */
    abstract InvoiceLedger books();

    abstract InvoiceEntry entry();

    /** Puts the books in the place of the fixture's. */
    abstract void bind();

    @BeforeEach
    void theBooksAreThere() {
        bind();
    }

    // ---- set-off

    @Test
    void whatACustomerPaysLessHisOwnInvoiceSettlesBothAndItsUndoOpensBoth() throws Exception {
        document("S1", Direction.SALES, "2026-114", "267.05");
        document("P1", Direction.PURCHASE, "7995", "80.12");

        TransactionId line = in("t1", "186.93", "2026-114 verrekend met onze factuur 7995");
        matching.work(job);

        assertThat(decision(line).state()).isEqualTo(State.AUTOMATIC);
        assertThat(decision(line).booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(codes(decision(line))).contains(ReasonCode.AMOUNT_IS_SUM_LESS_SET_OFF);
        assertPaidBy(line, "S1", "P1");

        matching.undo(bookkeeper, line, decision(line).version());

        assertOpenAgain("S1", "P1");
    }

    @Test
    void whatWePayASupplierLessWhatHeOwesUsSettlesBothAndItsUndoOpensBoth() throws Exception {
        document("P1", Direction.PURCHASE, "F-8200", "900.00");
        document("S1", Direction.SALES, "2026-114", "267.05");

        TransactionId line = bring(line("t1", "-632.95", "F-8200 verrekend met 2026-114", "PMNT-ICDT-ESCT", null));
        matching.work(job);

        assertThat(decision(line).booking()).isEqualTo(BookingStatus.BOOKED);
        assertPaidBy(line, "P1", "S1");

        matching.undo(bookkeeper, line, decision(line).version());

        assertOpenAgain("P1", "S1");
    }

    @Test
    void aSetOffThatIsNotSaidIsBookedByAPersonAsItIsProposed() throws Exception {
        document("S1", Direction.SALES, "2026-114", "267.05");
        document("P1", Direction.PURCHASE, "7995", "80.12");
        TransactionId line = in("t1", "186.93", "2026-114");
        matching.work(job);
        assertThat(decision(line).state()).isEqualTo(State.SUGGESTED);

        confirmFirst(line);

        assertPaidBy(line, "S1", "P1");
    }

    // ---- lists

    @Test
    void aListWithAmountsPaysOneInWholeAndOneInPart() throws Exception {
        document("S1", Direction.SALES, "00614", "3480.00");
        document("S2", Direction.SALES, "00591", "35845.41");

        TransactionId line = in("t1", "3838.46", "00614 3480.00 + 00591 358.46 (part)");
        matching.work(job);

        assertThat(decision(line).booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(codes(decision(line))).contains(ReasonCode.AMOUNTS_LISTED);
        assertThat(view("S1").standing()).isEqualTo(Standing.PAID);
        assertThat(view("S2").standing()).isEqualTo(Standing.PARTLY_PAID);
        assertThat(view("S2").item().outstanding()).isEqualTo(eur("35486.95"));
    }

    // ---- what was kept

    @Test
    void chargesAboveTheToleranceAreWrittenOffWhenAPersonConfirmsIt() throws Exception {
        document("S1", Direction.SALES, "SUB00574", "1055.00");
        TransactionId line = in("t1", "1015.00", "SUB00574 ORIG AMT EUR 1055.00 CHRG EUR 40.00");
        matching.work(job);
        assertThat(decision(line).state()).isEqualTo(State.SUGGESTED);
        assertThat(codes(decision(line))).contains(ReasonCode.ABOVE_TOLERANCE);

        confirmFirst(line);

        assertThat(decision(line).applications())
                .containsExactly(new Application(new DocumentId("S1"), eur("1015.00"), eur("40.00"), null));
        assertPaidBy(line, "S1");

        matching.undo(bookkeeper, line, decision(line).version());

        assertOpenAgain("S1");
    }

    @Test
    void aTaxThatIsWithheldIsWrittenOffOrStaysOpenAsAPersonSays() throws Exception {
        document("S1", Direction.SALES, "306/A", "2100.98");
        TransactionId line = in("t1", "1756.56", "saldo ft 306/A RIT.ACC. 20% EUR 344,42");
        matching.work(job);
        assertThat(decision(line).state()).isEqualTo(State.SUGGESTED);
        assertThat(codes(decision(line))).contains(ReasonCode.AMOUNT_LESS_TAX_WITHHELD);
        assertThat(decision(line).proposals().get(1).applications()).isEqualTo(pays("S1", "1756.56"));

        confirmFirst(line);

        assertPaidBy(line, "S1");
    }

    // ---- returns

    @Test
    void aReturnWithItsCostOpensTheInvoiceInFullAndItsUndoClosesItAgain() throws Exception {
        document("S1", Direction.SALES, "KO-2026-0776", "1599.14");
        TransactionId collected = bring(collection("t1", "1599.14", "KO-2026-0776", "PMNT-IDDT-ESDD"));
        matching.work(job);
        assertThat(decision(collected).booking()).isEqualTo(BookingStatus.BOOKED);

        TransactionId returned = bring(collection("t2", "-1605.14", "STORNO AC06", "PMNT-IDDT-UPDD"));
        matching.work(job);

        assertThat(decision(returned).booking()).isEqualTo(BookingStatus.BOOKED);
        assertThat(codes(decision(returned))).contains(ReasonCode.TAKES_BACK_WITH_COST);
        BookingKey taken = new BookingKey(collected.toString(), 1);
        assertThat(decision(returned).applications())
                .containsExactly(new Application(new DocumentId("S1"), eur("-1599.14"), eur("0"), taken));
        assertThat(view("S1").standing()).isEqualTo(Standing.OPEN);
        assertThat(view("S1").paidBy()).containsExactly(collected, returned);
        assertThat(books().settlements(job, new DocumentId("S1")))
                .extracting(Settlement::amount)
                .containsExactly(eur("1599.14"), eur("-1599.14"));

        matching.undo(bookkeeper, returned, decision(returned).version());

        assertThat(view("S1").standing()).isEqualTo(Standing.PAID);
        assertThat(view("S1").paidBy()).containsExactly(collected);
    }

    private static FeedTransaction collection(String id, String amount, String text, String code) {
        return line(id, amount, text, code, "DD-776");
    }

    // ---- the parts

    private void document(String id, Direction direction, String number, String total) throws Exception {
        entry().add(
                        bookkeeper,
                        new NewDocument(
                                new DocumentId(id),
                                direction,
                                Type.INVOICE,
                                number,
                                PEETERS,
                                eur(total),
                                eur(total),
                                DAY.minusDays(20),
                                DAY.plusDays(10),
                                null,
                                null));
    }

    private void confirmFirst(TransactionId line) throws Exception {
        Decision proposed = decision(line);
        matching.confirm(
                bookkeeper,
                line,
                proposed.version(),
                proposed.proposals().get(0).applications());
        assertThat(decision(line).booking()).isEqualTo(BookingStatus.BOOKED);
    }

    private void assertPaidBy(TransactionId line, String... documents) throws Exception {
        for (String id : documents) {
            assertThat(view(id).standing()).isEqualTo(Standing.PAID);
            assertThat(view(id).paidBy()).containsExactly(line);
            Money settled = Money.zero(view(id).item().total().currency());
            for (Settlement one : books().settlements(job, new DocumentId(id))) {
                settled = settled.plus(one.amount()).plus(one.writeOff());
            }
            assertThat(settled).isEqualTo(view(id).item().total());
        }
    }

    private void assertOpenAgain(String... documents) throws Exception {
        for (String id : documents) {
            assertThat(view(id).standing()).isEqualTo(Standing.OPEN);
            assertThat(view(id).paidBy()).isEmpty();
            assertThat(books().settlements(job, new DocumentId(id))).isEmpty();
            assertThat(books().item(job, new DocumentId(id)).orElseThrow().outstanding())
                    .isEqualTo(view(id).item().total());
        }
    }

    private InvoiceView view(String id) {
        return matching.invoice(viewer, new DocumentId(id)).orElseThrow();
    }

    private static List<ReasonCode> codes(Decision decision) {
        return decision.evidence().stream().map(Evidence::code).toList();
    }

    private static Money eur(String amount) {
        return Money.of(amount, "EUR");
    }
}
