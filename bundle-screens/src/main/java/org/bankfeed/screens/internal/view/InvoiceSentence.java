package org.bankfeed.screens.internal.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.value.Masking;

/** How a document stands, in the one sentence that stands above everything else that is said of it. */
public final class InvoiceSentence {

    private final InvoiceStanding standing;
    private final List<InvoicePayment> payments;
    private final Format format;
    private final OpenItem item;

    public InvoiceSentence(InvoiceStanding standing, List<InvoicePayment> payments, Format format) {
        this.standing = standing;
        this.payments = List.copyOf(payments);
        this.format = format;
        this.item = standing.view().item();
    }

    public String said() {
        return switch (standing.view().standing()) {
            case OPEN -> open();
            case PARTLY_PAID -> partly();
            case HELD_BACK -> heldBack();
            case ON_ITS_WAY -> onItsWay();
            case PAID -> paid();
            case CLOSED -> closed();
            case CANCELLED -> "Cancelled: nothing is to be paid on it any more.";
        };
    }

    private String open() {
        String again = payments.isEmpty() ? "" : takenBack();
        String rest = format.money(item.outstanding()) + " " + due();
        return (again.isEmpty() ? (standing.overdue() ? "Overdue: " : "Open: ") : again) + rest + butHeld();
    }

    /** When it came back and why, if the bank said so. */
    private String takenBack() {
        InvoicePayment last = payments.get(payments.size() - 1);
        LocalDate day = last.day();
        return last.takesBack() && last.why() != null && day != null
                ? "Returned on " + format.day(day) + ", " + last.why() + ". It is open again: "
                : "Open again, because what was paid on it was taken back: ";
    }

    private String partly() {
        return "Partly paid: " + format.money(standing.settled()) + " of " + format.money(item.total()) + "; "
                + format.money(item.outstanding()) + " " + (standing.overdue() ? "is still due since " : "")
                + (standing.overdue() ? standing.days() + "." : due())
                + butHeld();
    }

    private String heldBack() {
        HeldBack held = standing.held();
        String until = held.nextDue()
                .map(day -> "; the first of it falls due on " + format.day(day))
                .orElse("; no day is known on which it falls due");
        boolean paid = item.outstanding().compareTo(item.total()) < 0;
        return "Held back: " + format.money(held.amount()) + " of " + format.money(item.total()) + ", " + held.grounds()
                + until + ". " + (paid ? "What was due is paid." : "Nothing is due now.");
    }

    /** What stands behind the sum that is open: how much of it may be held back. */
    private String butHeld() {
        HeldBack held = standing.held();
        if (!held.any()) {
            return "";
        }
        String until = held.nextDue().map(day -> ", until " + format.day(day)).orElse("");
        return " Of that, " + format.money(held.amount()) + " may be held back (" + held.grounds() + until + ").";
    }

    private String onItsWay() {
        String sentence = Masking.of(Objects.requireNonNullElse(standing.view().onItsWay(), "a payment is announced"));
        return "On its way: " + sentence + "; " + format.money(item.outstanding()) + " is to be paid until it is here.";
    }

    private String paid() {
        List<LocalDate> days = payments.stream()
                .filter(payment -> !payment.takesBack())
                .map(InvoicePayment::day)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (days.isEmpty()) {
            return "Paid: by a payment that the books know, not by a transaction of the linked accounts.";
        }
        String last = format.day(days.get(days.size() - 1));
        return days.size() == 1
                ? "Paid on " + last + " by one transaction."
                : "Paid by " + days.size() + " transactions, the last of them on " + last + ".";
    }

    private String closed() {
        String by = "settled by a payment that did not come over the linked accounts.";
        return payments.isEmpty() ? "Closed: " + by : "Closed: what the transactions below left open was " + by;
    }

    /** {@code is due on 5 Apr 2026, in 20 days.} */
    private String due() {
        long days = ChronoUnit.DAYS.between(standing.today(), item.dueDate());
        String on = format.day(item.dueDate());
        if (days == 0) {
            return "is due today.";
        }
        return days > 0
                ? "is due on " + on + ", in " + format.counted(days, "day") + "."
                : "was due on " + on + ", " + format.counted(-days, "day") + " ago.";
    }
}
