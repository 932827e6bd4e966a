package org.bankfeed.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.bankfeed.ledger.internal.Scene.BOOKKEEPER;
import static org.bankfeed.ledger.internal.Scene.DAY;
import static org.bankfeed.ledger.internal.Scene.JOB;
import static org.bankfeed.ledger.internal.Scene.applied;
import static org.bankfeed.ledger.internal.Scene.back;
import static org.bankfeed.ledger.internal.Scene.booking;
import static org.bankfeed.ledger.internal.Scene.eur;
import static org.bankfeed.ledger.internal.Scene.key;
import static org.bankfeed.ledger.internal.Scene.refusal;

import java.util.List;
import java.util.Set;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Channel;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.BookingResult;
import org.bankfeed.invoice.BookingState;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.OpenItem.Direction;
import org.bankfeed.invoice.OpenItem.Type;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a booking writes, and what it is refused for. */
class BookingTest {

    private final Scene scene = new Scene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void theBankLineIsACustomerPaymentAndItsRestStaysUnapplied() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        assertThat(scene.book("t1", "55.00", applied(invoice, "50.00"))).isInstanceOf(BookingResult.Booked.class);
        assertThat(payments()).containsExactly("CUSTOMER_PAYMENT PMNT_RECEIVED P1 Company 55.0000 EFT-1");
        assertThat(applications()).containsExactly("CUSTOMER_PAYMENT 2026-1 50.0000");
    }

    @Test
    void aVendorIsPaidByAVendorPayment() throws Exception {
        DocumentId invoice = scene.enter(Direction.PURCHASE, Type.INVOICE, "F-7", "300.00");
        scene.book("t1", "-300.00", applied(invoice, "300.00"));
        assertThat(payments()).containsExactly("VENDOR_PAYMENT PMNT_SENT Company P1 300.0000 EFT-1");
    }

    @Test
    void aCreditNotePaidOutIsACustomerRefund() throws Exception {
        DocumentId note = scene.enter(Direction.SALES, Type.CREDIT_NOTE, "CN-1", "20.00");
        scene.book("t1", "-20.00", applied(note, "20.00"));
        assertThat(payments()).containsExactly("CUSTOMER_REFUND PMNT_SENT Company P1 20.0000 EFT-1");
        assertThat(scene.item(note).state()).isEqualTo(OpenItem.State.PAID);
    }

    @Test
    void nettingIsARefundAndAReceiptOfTheSameAmount() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "121.00");
        DocumentId note = scene.enter(Direction.SALES, Type.CREDIT_NOTE, "CN-1", "21.00");
        scene.book("t1", "100.00", applied(invoice, "121.00"), applied(note, "21.00"));
        assertThat(payments())
                .containsExactlyInAnyOrder(
                        "CUSTOMER_REFUND PMNT_SENT Company P1 21.0000 EFT-1",
                        "CUSTOMER_PAYMENT PMNT_RECEIVED P1 Company 21.0000 EFT-1",
                        "CUSTOMER_PAYMENT PMNT_RECEIVED P1 Company 100.0000 EFT-1");
        assertThat(applications())
                .containsExactlyInAnyOrder(
                        "CUSTOMER_REFUND CN-1 21.0000",
                        "CUSTOMER_PAYMENT 2026-1 21.0000",
                        "CUSTOMER_PAYMENT 2026-1 100.0000");
        assertThat(scene.ledger.settlements(JOB, invoice))
                .containsExactly(new Settlement(key("t1"), DAY, eur("121.00"), eur("0")));
    }

    @Test
    void aSuppliersCreditNoteIsNettedMirrored() throws Exception {
        DocumentId invoice = scene.enter(Direction.PURCHASE, Type.INVOICE, "F-7", "150.00");
        DocumentId note = scene.enter(Direction.PURCHASE, Type.CREDIT_NOTE, "FC-1", "50.00");
        scene.book("t1", "-100.00", applied(invoice, "150.00"), applied(note, "50.00"));
        assertThat(scene.item(invoice).state()).isEqualTo(OpenItem.State.PAID);
        assertThat(scene.item(note).state()).isEqualTo(OpenItem.State.PAID);
        assertThat(applications())
                .containsExactlyInAnyOrder(
                        "CUSTOMER_PAYMENT FC-1 50.0000", "VENDOR_PAYMENT F-7 50.0000", "VENDOR_PAYMENT F-7 100.0000");
    }

    @Test
    void whatASupplierPaysUsLessHisOwnInvoiceIsOurPaymentAndHis() throws Exception {
        DocumentId ours = scene.sale("2026-1", "150.00");
        DocumentId his = scene.enter(Direction.PURCHASE, Type.INVOICE, "F-7", "50.00");
        scene.book("t1", "100.00", applied(ours, "150.00"), applied(his, "50.00"));
        assertThat(applications())
                .containsExactlyInAnyOrder(
                        "VENDOR_PAYMENT F-7 50.0000",
                        "CUSTOMER_PAYMENT 2026-1 50.0000",
                        "CUSTOMER_PAYMENT 2026-1 100.0000");
    }

    @Test
    void whatWePayASupplierLessWhatHeOwesUsIsNoRefundOfACustomer() throws Exception {
        DocumentId his = scene.enter(Direction.PURCHASE, Type.INVOICE, "F-7", "150.00");
        DocumentId ours = scene.sale("2026-1", "50.00");
        scene.book("t1", "-100.00", applied(his, "150.00"), applied(ours, "50.00"));
        assertThat(payments())
                .containsExactlyInAnyOrder(
                        "CUSTOMER_PAYMENT PMNT_RECEIVED P1 Company 50.0000 EFT-1",
                        "VENDOR_PAYMENT PMNT_SENT Company P1 50.0000 EFT-1",
                        "VENDOR_PAYMENT PMNT_SENT Company P1 100.0000 EFT-1");
        assertThat(applications())
                .containsExactlyInAnyOrder(
                        "CUSTOMER_PAYMENT 2026-1 50.0000", "VENDOR_PAYMENT F-7 50.0000", "VENDOR_PAYMENT F-7 100.0000");
    }

    @Test
    void aCounterPaymentIsOfThePartyWhoseDocumentItPays() throws Exception {
        DocumentId note = scene.enter(Direction.SALES, Type.CREDIT_NOTE, "CN-1", "30.00");
        DocumentId one = scene.saleTo("P2", "2026-1", "20.00");
        DocumentId two = scene.sale("2026-2", "110.00");
        scene.book("t1", "100.00", applied(one, "20.00"), applied(two, "110.00"), applied(note, "30.00"));
        assertThat(payments())
                .containsExactlyInAnyOrder(
                        "CUSTOMER_REFUND PMNT_SENT Company P1 30.0000 EFT-1",
                        "CUSTOMER_PAYMENT PMNT_RECEIVED P2 Company 20.0000 EFT-1",
                        "CUSTOMER_PAYMENT PMNT_RECEIVED P1 Company 10.0000 EFT-1",
                        "CUSTOMER_PAYMENT PMNT_RECEIVED P1 Company 100.0000 EFT-1");
    }

    @Test
    void moneyOutForACreditNoteAloneOfASupplierIsRefused() throws Exception {
        DocumentId note = scene.enter(Direction.PURCHASE, Type.CREDIT_NOTE, "FC-1", "50.00");
        assertThat(refusal(scene.book("t1", "-50.00", applied(note, "50.00")))).contains("the other way");
    }

    @Test
    void aLineOfNothingMayNetAnInvoiceWithACreditNote() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "21.00");
        DocumentId note = scene.enter(Direction.SALES, Type.CREDIT_NOTE, "CN-1", "21.00");
        assertThat(scene.book("t1", "0.00", applied(invoice, "21.00"), applied(note, "21.00")))
                .isInstanceOf(BookingResult.Booked.class);
        assertThat(scene.item(invoice).state()).isEqualTo(OpenItem.State.PAID);
    }

    @Test
    void aWriteOffIsAPaymentOfItsOwnKind() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "120.58");
        scene.book("t1", "118.58", applied(invoice, "118.58", "2.00"));
        assertThat(applications())
                .containsExactlyInAnyOrder("CUSTOMER_PAYMENT 2026-1 118.5800", "WRITE_OFF 2026-1 2.0000");
        assertThat(scene.ledger.settlements(JOB, invoice))
                .containsExactly(new Settlement(key("t1"), DAY, eur("118.58"), eur("2.00")));
    }

    @Test
    void theWriteOffIsNotTakenFromTheLine() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "100.00");
        assertThat(scene.book("t1", "98.00", applied(invoice, "98.00", "2.00")))
                .isInstanceOf(BookingResult.Booked.class);
    }

    @Test
    void cashAndWriteOffTogetherMayNotExceedWhatIsOutstanding() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "100.00");
        assertThat(refusal(scene.book("t1", "99.00", applied(invoice, "99.00", "2.00"))))
                .contains("2026-1")
                .contains("€100.00 is outstanding")
                .contains("€101.00");
    }

    @Test
    void aRefusalNamesTheDocumentWhatIsOutstandingAndWhatWasAsked() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        scene.book("t1", "20.00", applied(invoice, "20.00"));
        assertThat(refusal(scene.book("t2", "40.00", applied(invoice, "40.00"))))
                .isEqualTo("On the invoice 2026-1 €30.00 is outstanding, €40.00 was to be settled.");
    }

    @Test
    void aPaidDocumentTakesNothingMore() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        scene.book("t1", "50.00", applied(invoice, "50.00"));
        assertThat(refusal(scene.book("t2", "1.00", applied(invoice, "1.00")))).contains("2026-1 is paid already");
    }

    @Test
    void aClosedOrWithdrawnDocumentTakesNothing() throws Exception {
        DocumentId closed = scene.sale("2026-1", "50.00");
        DocumentId withdrawn = scene.sale("2026-2", "50.00");
        scene.ledger.close(BOOKKEEPER, closed, DAY);
        scene.ledger.cancel(BOOKKEEPER, withdrawn, "wrong customer");
        assertThat(refusal(scene.book("t1", "1.00", applied(closed, "1.00")))).contains("2026-1 is closed");
        assertThat(refusal(scene.book("t2", "1.00", applied(withdrawn, "1.00"))))
                .contains("2026-2 is withdrawn");
    }

    @Test
    void anotherCurrencyIsRefused() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        Money dollars = Money.of("50.00", "USD");
        Booking inDollars = withAmount(dollars, Application.of(invoice, dollars));
        assertThat(refusal(scene.ledger.book(JOB, inDollars))).contains("EUR").contains("USD");
        Booking mixed = withAmount(dollars, applied(invoice, "50.00"));
        assertThat(refusal(scene.ledger.book(JOB, mixed))).contains("EUR").contains("USD");
        Application mixedWriteOff = new Application(invoice, eur("49.00"), Money.of("1", "USD"), null);
        assertThat(refusal(scene.book("t3", "49.00", mixedWriteOff))).contains("USD");
        assertThat(scene.item(invoice).outstanding()).isEqualTo(eur("50.00"));
    }

    @Test
    void anAmountThatTheBooksCannotHoldIsRefused() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        assertThat(refusal(scene.book("t1", "9999999999999999.00", applied(invoice, "50.00"))))
                .contains("larger than the books can hold");
    }

    @Test
    void aNegativeWriteOffAloneTakesNothingBack() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        Application negative = new Application(invoice, eur("0"), eur("-1.00"), null);
        assertThat(refusal(scene.book("t1", "10.00", negative))).contains("2026-1");
    }

    @Test
    void theSameKeyWithOtherContentIsRefused() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        scene.book("t1", "50.00", applied(invoice, "20.00"));
        assertThat(refusal(scene.book("t1", "50.00", applied(invoice, "30.00"))))
                .contains("other content");
        assertThat(refusal(scene.book("t1", "51.00", applied(invoice, "20.00"))))
                .contains("other content");
        assertThat(scene.item(invoice).outstanding()).isEqualTo(eur("30.00"));
    }

    @Test
    void theSameContentInAnotherOrderIsTheSameBooking() throws Exception {
        DocumentId one = scene.sale("2026-1", "50.00");
        DocumentId two = scene.sale("2026-2", "60.00");
        scene.book("t1", "110.00", applied(one, "50.00"), applied(two, "58.00", "2.00"));
        BookingResult again = scene.book("t1", "110.00", applied(two, "58.00", "2.00"), applied(one, "50.00"));
        assertThat(again).isInstanceOfSatisfying(BookingResult.Booked.class, booked -> assertThat(booked.items())
                .extracting(OpenItem::id)
                .containsExactly(two, one));
        assertThat(payments()).hasSize(2);
    }

    @Test
    void theFirstAnswerComesAgainEvenAfterTheDocumentMovedOn() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        scene.book("t1", "20.00", applied(invoice, "20.00"));
        scene.book("t2", "30.00", applied(invoice, "30.00"));
        assertThat(scene.book("t1", "20.00", applied(invoice, "20.00"))).isInstanceOf(BookingResult.Booked.class);
        assertThat(scene.item(invoice).outstanding()).isEqualTo(eur("0"));
    }

    @Test
    void aLineThatStandsIsNotBookedAsAnotherAttempt() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        scene.book("t1", "20.00", applied(invoice, "20.00"));
        Booking second = booking("t1", 2, "20.00", applied(invoice, "20.00"));
        assertThat(refusal(scene.ledger.book(JOB, second))).contains("t1#1");
        assertThat(scene.ledger.booking(JOB, second.key())).isEqualTo(BookingState.UNKNOWN);
        scene.reverse("t1");
        assertThat(scene.ledger.book(JOB, second)).isInstanceOf(BookingResult.Booked.class);
    }

    @Test
    void aBookingThatFailsHalfwayLeavesNothing() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        scene.recording.failOn("INSERT INTO payment_application");
        assertThatThrownBy(() -> scene.book("t1", "50.00", applied(invoice, "50.00")))
                .isInstanceOf(LedgerUnavailableException.class);
        scene.recording.failOn(null);
        assertThat(scene.ledger.booking(JOB, key("t1"))).isEqualTo(BookingState.UNKNOWN);
        assertThat(payments()).isEmpty();
        assertThat(scene.recording.audited()).noneMatch(entry -> entry.startsWith("book"));
        assertThat(scene.book("t1", "50.00", applied(invoice, "50.00"))).isInstanceOf(BookingResult.Booked.class);
    }

    @Test
    void aLedgerWithoutItsDatabaseSaysSo() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        scene.recording.away(true);
        assertThatThrownBy(() -> scene.ledger.item(JOB, invoice)).isInstanceOf(LedgerUnavailableException.class);
        scene.recording.away(false);
        assertThat(scene.ledger.item(JOB, invoice)).isPresent();
    }

    @Test
    void onlyAJobOrABookkeeperBooks() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        Caller viewer = new Caller(Scene.COMPANY, "vera", Set.of(Role.VIEWER), Channel.WEB);
        Caller nobody = new Caller(Scene.COMPANY, "nobody", Set.of(Role.ADMINISTRATOR), Channel.WEB);
        Booking booking = booking("t1", 1, "50.00", applied(invoice, "50.00"));
        assertThatThrownBy(() -> scene.ledger.book(viewer, booking)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> scene.ledger.reverse(viewer, key("t1"), "no"))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> scene.ledger.item(nobody, invoice)).isInstanceOf(AccessDeniedException.class);
        assertThat(scene.ledger.item(viewer, invoice)).isPresent();
        assertThat(scene.ledger.book(BOOKKEEPER, booking)).isInstanceOf(BookingResult.Booked.class);
    }

    @Test
    void bookingAndReversalAreAuditedOnce() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "50.00");
        scene.book("t1", "50.00", applied(invoice, "50.00"));
        scene.book("t1", "50.00", applied(invoice, "50.00"));
        scene.reverse("t1");
        scene.reverse("t1");
        assertThat(scene.recording.audited())
                .containsExactly("add 2026-1 by anna", "book t1#1 by matching", "reverse t1#1 by anna");
        scene.checkAuditLog();
    }

    @Test
    void aReturnedDebitWithTheBanksFeeTakesBackTheInvoiceOnly() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "39.00");
        scene.book("t1", "39.00", applied(invoice, "39.00"));
        assertThat(scene.book("t2", "-43.50", back(invoice, "39.00", "t1"))).isInstanceOf(BookingResult.Booked.class);
        assertThat(scene.item(invoice).outstanding()).isEqualTo(eur("39.00"));
        assertThat(scene.ledger.settlements(JOB, invoice))
                .containsExactly(
                        new Settlement(key("t1"), DAY, eur("39.00"), eur("0")),
                        new Settlement(key("t2"), DAY, eur("-39.00"), eur("0")));
    }

    @Test
    void aReturnInTheSameLineAsNewMoneyIsNetted() throws Exception {
        DocumentId returned = scene.sale("2026-1", "20.00");
        DocumentId paid = scene.sale("2026-2", "100.00");
        scene.book("t1", "20.00", applied(returned, "20.00"));
        assertThat(scene.book("t2", "80.00", applied(paid, "100.00"), back(returned, "20.00", "t1")))
                .isInstanceOf(BookingResult.Booked.class);
        assertThat(scene.item(paid).state()).isEqualTo(OpenItem.State.PAID);
        assertThat(scene.item(returned).outstanding()).isEqualTo(eur("20.00"));
    }

    @Test
    void theWriteOffIsTakenBackApartFromTheCash() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "100.00");
        scene.book("t1", "98.00", applied(invoice, "98.00", "2.00"));
        assertThat(refusal(scene.book("t2", "-100.00", back(invoice, "100.00", "t1"))))
                .contains("€98.00 is left to take back");
        assertThat(refusal(scene.book("t2", "-98.00", back(invoice, "98.00", "3.00", "t1"))))
                .contains("Of the write-off of booking t1#1 on the invoice 2026-1 €2.00 is left");
        assertThat(scene.book("t2", "-98.00", back(invoice, "98.00", "2.00", "t1")))
                .isInstanceOf(BookingResult.Booked.class);
        assertThat(scene.item(invoice).outstanding()).isEqualTo(eur("100.00"));
    }

    @Test
    void nothingIsTakenBackOfABookingThatIsNotThereOrOfAnotherDocument() throws Exception {
        DocumentId one = scene.sale("2026-1", "20.00");
        DocumentId two = scene.sale("2026-2", "20.00");
        scene.book("t1", "20.00", applied(one, "20.00"));
        scene.book("t2", "20.00", applied(two, "20.00"));
        assertThat(refusal(scene.book("t3", "-20.00", back(one, "20.00", "t9"))))
                .contains("t9#1 is not in the books");
        assertThat(refusal(scene.book("t3", "-20.00", back(one, "20.00", "t2"))))
                .contains("€0.00 is left");
        scene.reverse("t1");
        assertThat(refusal(scene.book("t3", "-20.00", back(one, "20.00", "t1"))))
                .contains("t1#1 was reversed");
    }

    @Test
    void whatWasTakenBackCannotBeTakenBackOfTheReturn() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "20.00");
        scene.book("t1", "20.00", applied(invoice, "20.00"));
        scene.book("t2", "-20.00", back(invoice, "20.00", "t1"));
        assertThat(refusal(scene.book("t3", "20.00", back(invoice, "20.00", "t2"))))
                .contains("€0.00 is left");
    }

    @Test
    void moneyInDoesNotReturnACustomersPayment() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "20.00");
        scene.book("t1", "20.00", applied(invoice, "20.00"));
        assertThat(refusal(scene.book("t2", "20.00", back(invoice, "20.00", "t1"))))
                .contains("the other way");
    }

    @Test
    void anApplicationOfAVeryLongLineIdIsKept() throws Exception {
        DocumentId invoice = scene.sale("2026-1", "20.00");
        String transaction = "x".repeat(200);
        assertThat(scene.book(transaction, "20.00", applied(invoice, "20.00")))
                .isInstanceOf(BookingResult.Booked.class);
        assertThat(scene.ledger.booking(JOB, new BookingKey(transaction, 1))).isEqualTo(BookingState.BOOKED);
    }

    private static Booking withAmount(Money amount, Application application) {
        Booking in = booking("t1", 1, "1.00", application);
        return new Booking(
                in.key(),
                in.account(),
                in.hostAccount(),
                in.date(),
                amount,
                in.counterparty(),
                in.text(),
                in.applications());
    }

    private List<String> payments() {
        return scene.rows(
                "SELECT payment_type_id, status_id, party_id_from, party_id_to, CAST(amount AS varchar(30)) AS amount,"
                        + " payment_method_id FROM payment ORDER BY payment_id",
                "payment_type_id",
                "status_id",
                "party_id_from",
                "party_id_to",
                "amount",
                "payment_method_id");
    }

    private List<String> applications() {
        return scene.rows(
                "SELECT p.payment_type_id, a.invoice_id, CAST(a.amount_applied AS varchar(30)) AS applied"
                        + " FROM payment_application a"
                        + " JOIN payment p ON p.payment_id = a.payment_id ORDER BY a.payment_application_id",
                "payment_type_id",
                "invoice_id",
                "applied");
    }
}
