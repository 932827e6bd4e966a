package org.bankfeed.ledger.internal;

import java.math.BigDecimal;
import java.util.Map;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.BookingState;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Whether a booking may be written; every answer is one sentence for the bookkeeper, or {@code null} for yes. */
final class BookingCheck {

    /** One more digit than the tables keep before the point. */
    private static final BigDecimal TOO_LARGE = BigDecimal.TEN.pow(15);

    private final Entry entry;
    private final Booking booking;
    private final Map<DocumentId, Invoice> invoices;

    BookingCheck(Entry entry, Booking booking, Map<DocumentId, Invoice> invoices) {
        this.entry = entry;
        this.booking = booking;
        this.invoices = invoices;
    }

    @Nullable
    String refusal() {
        if (isTooLarge(booking.amount())) {
            return "The amount " + booking.amount() + " is larger than the books can hold.";
        }
        for (Application application : booking.applications()) {
            String wrong = refusal(application);
            if (wrong != null) {
                return wrong;
            }
        }
        return moreThanTheLineHolds();
    }

    static boolean isTooLarge(Money amount) {
        return amount.amount().abs().compareTo(TOO_LARGE) >= 0;
    }

    private @Nullable String refusal(Application application) {
        Invoice invoice = invoices.get(application.document());
        if (invoice == null) {
            return "There is no document " + application.document() + " in the books of " + entry.company() + ".";
        }
        String otherCurrency = otherCurrency(invoice, application);
        if (otherCurrency != null) {
            return otherCurrency;
        }
        BookingKey earlier = application.takesBack();
        return earlier == null ? notToBeSettled(invoice, application) : notToBeTakenBack(invoice, application, earlier);
    }

    private @Nullable String otherCurrency(Invoice invoice, Application application) {
        for (Money money : new Money[] {booking.amount(), application.amount(), application.writeOff()}) {
            if (!money.currency().equals(invoice.total().currency())) {
                return sentence(invoice.named()) + " is in " + invoice.total().currency() + ", the payment in "
                        + money.currency() + ": it cannot be booked on it.";
            }
        }
        return null;
    }

    private static @Nullable String notToBeSettled(Invoice invoice, Application application) {
        if (application.settles().signum() <= 0) {
            return "On " + invoice.named() + " a negative write-off takes nothing back: name the booking and its cash.";
        }
        if (invoice.status() != InvoiceStatus.INVOICE_READY) {
            return sentence(invoice.named()) + " is " + invoice.status().words + ": nothing is outstanding, "
                    + application.settles() + " was to be settled.";
        }
        if (application.settles().compareTo(invoice.outstanding()) > 0) {
            return "On " + invoice.named() + " " + invoice.outstanding() + " is outstanding, " + application.settles()
                    + " was to be settled.";
        }
        return null;
    }

    private @Nullable String notToBeTakenBack(Invoice invoice, Application application, BookingKey earlier) {
        BookingState state = BookingTable.state(entry.unit, entry.caller.company(), earlier);
        if (state != BookingState.BOOKED) {
            return "Booking " + earlier + (state == BookingState.REVERSED ? " was reversed" : " is not in the books")
                    + ": nothing of it can be taken back.";
        }
        Money cash = Money.zero(invoice.total().currency());
        Money writeOff = cash;
        for (Application applied : BookingTable.applications(entry.unit, entry.caller.company(), earlier)) {
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

    private static @Nullable String moreThanIsLeft(
            Invoice invoice, Application application, BookingKey earlier, Money cash, Money writeOff) {
        String left = "Of booking " + earlier + " on " + invoice.named() + " ";
        if (application.amount().abs().compareTo(cash) > 0) {
            return left + cash + " is left to take back, "
                    + application.amount().abs() + " was asked for.";
        }
        if (application.writeOff().abs().compareTo(writeOff) > 0) {
            return left + writeOff + " of the write-off is left to take back, "
                    + application.writeOff().abs() + " was asked for.";
        }
        return null;
    }

    private @Nullable String moreThanTheLineHolds() {
        Flow line = Flow.of(booking.amount());
        Money cash = Money.zero(booking.amount().currency());
        for (Application application : booking.applications()) {
            Invoice invoice = invoices.get(application.document());
            if (invoice != null) {
                cash = cash.plus(PaymentPlan.cashAlong(line, invoice, application));
            }
        }
        if (cash.signum() < 0) {
            return "The documents ask for " + cash.abs() + " the other way: a payment of " + booking.amount()
                    + " does not settle them.";
        }
        return cash.compareTo(booking.amount().abs()) > 0
                ? "The payment holds " + booking.amount().abs() + ", the documents would take " + cash + "."
                : null;
    }

    private static String sentence(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
