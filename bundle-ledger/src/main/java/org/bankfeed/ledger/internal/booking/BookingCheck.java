package org.bankfeed.ledger.internal.booking;

import java.util.Map;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.BookingState;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.ledger.internal.invoice.Invoice;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Whether a booking may be written; every answer is a sentence for the bookkeeper, or {@code null} for yes. */
final class BookingCheck {

    private final Entry entry;
    private final Booking booking;
    private final Map<DocumentId, Invoice> invoices;

    BookingCheck(Entry entry, Booking booking, Map<DocumentId, Invoice> invoices) {
        this.entry = entry;
        this.booking = booking;
        this.invoices = invoices;
    }

    @Nullable
    Sentence refusal() {
        if (Rows.isTooLarge(booking.amount())) {
            return Sentence.of(RefusalCode.AMOUNT_TOO_LARGE, new Amount(booking.amount()));
        }
        for (Application application : booking.applications()) {
            Sentence wrong = refusal(application);
            if (wrong != null) {
                return wrong;
            }
        }
        return moreThanTheLineHolds();
    }

    private @Nullable Sentence refusal(Application application) {
        Invoice invoice = invoices.get(application.document());
        if (invoice == null) {
            return Sentence.of(
                    RefusalCode.NO_DOCUMENT, new Name(application.document().value()), new Name(entry.company()));
        }
        Sentence otherCurrency = otherCurrency(invoice, application);
        if (otherCurrency != null) {
            return otherCurrency;
        }
        BookingKey earlier = application.takesBack();
        return earlier == null ? notToBeSettled(invoice, application) : notToBeTakenBack(invoice, application, earlier);
    }

    private @Nullable Sentence otherCurrency(Invoice invoice, Application application) {
        for (Money money : new Money[] {booking.amount(), application.amount(), application.writeOff()}) {
            if (!money.currency().equals(invoice.total().currency())) {
                return Sentence.of(
                        RefusalCode.OTHER_CURRENCY,
                        invoice.said(),
                        new Name(invoice.total().currency().getCurrencyCode()),
                        new Name(money.currency().getCurrencyCode()));
            }
        }
        return null;
    }

    private static @Nullable Sentence notToBeSettled(Invoice invoice, Application application) {
        if (application.settles().signum() <= 0) {
            return Sentence.of(RefusalCode.WRITE_OFF_WITHOUT_CASH, invoice.said());
        }
        Amount settles = new Amount(application.settles());
        return switch (invoice.status()) {
            case INVOICE_PAID -> Sentence.of(RefusalCode.PAID_ALREADY, invoice.said(), settles);
            case INVOICE_CLOSED -> Sentence.of(RefusalCode.CLOSED_ALREADY, invoice.said(), settles);
            case INVOICE_CANCELLED -> Sentence.of(RefusalCode.WITHDRAWN_ALREADY, invoice.said(), settles);
            case INVOICE_READY ->
                application.settles().compareTo(invoice.outstanding()) > 0
                        ? Sentence.of(
                                RefusalCode.LESS_OUTSTANDING,
                                invoice.said(),
                                new Amount(invoice.outstanding()),
                                settles)
                        : null;
        };
    }

    private @Nullable Sentence notToBeTakenBack(Invoice invoice, Application application, BookingKey earlier) {
        BookingState state = BookingTable.state(entry.unit(), entry.caller().company(), earlier);
        if (state != BookingState.BOOKED) {
            return Sentence.of(
                    state == BookingState.REVERSED ? RefusalCode.TAKES_BACK_REVERSED : RefusalCode.TAKES_BACK_UNKNOWN,
                    new Name(earlier.toString()));
        }
        Money cash = Money.zero(invoice.total().currency());
        Money writeOff = cash;
        for (Application applied :
                BookingTable.applications(entry.unit(), entry.caller().company(), earlier)) {
            if (applied.document().equals(invoice.id()) && applied.takesBack() == null) {
                cash = cash.plus(applied.amount());
                writeOff = writeOff.plus(applied.writeOff());
            }
        }
        for (BookingTable.TakenBack taken : BookingTable.takenBack(entry, earlier)) {
            if (taken.document().equals(invoice.id())) {
                cash = cash.plus(taken.amount());
                writeOff = writeOff.plus(taken.writeOff());
            }
        }
        return moreThanIsLeft(invoice, application, earlier, cash, writeOff);
    }

    private static @Nullable Sentence moreThanIsLeft(
            Invoice invoice, Application application, BookingKey earlier, Money cash, Money writeOff) {
        if (application.amount().abs().compareTo(cash) > 0) {
            return left(RefusalCode.LESS_CASH_LEFT, invoice, earlier, cash, application.amount());
        }
        return application.writeOff().abs().compareTo(writeOff) > 0
                ? left(RefusalCode.LESS_WRITE_OFF_LEFT, invoice, earlier, writeOff, application.writeOff())
                : null;
    }

    private static Sentence left(RefusalCode code, Invoice invoice, BookingKey earlier, Money left, Money asked) {
        return Sentence.of(
                code, new Name(earlier.toString()), invoice.said(), new Amount(left), new Amount(asked.abs()));
    }

    private @Nullable Sentence moreThanTheLineHolds() {
        Flow line = Flow.of(booking.amount());
        Money cash = Money.zero(booking.amount().currency());
        for (Application application : booking.applications()) {
            Invoice invoice = invoices.get(application.document());
            if (invoice != null) {
                cash = cash.plus(PaymentPlan.cashAlong(line, invoice, application));
            }
        }
        if (cash.signum() < 0) {
            return Sentence.of(
                    RefusalCode.DOCUMENTS_ASK_THE_OTHER_WAY, new Amount(cash.abs()), new Amount(booking.amount()));
        }
        Money holds = booking.amount().abs();
        return cash.compareTo(holds) > 0
                ? Sentence.of(RefusalCode.PAYMENT_HOLDS_LESS, new Amount(holds), new Amount(cash))
                : null;
    }
}
