package org.bankfeed.screens.internal.view;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Money;

/**
 * How a document stands, as a badge says it. The standing is the service's own; only that a day has passed is added.
 *
 * @param view what the service says
 * @param today the day that it is in the books
 */
public record InvoiceStanding(InvoiceView view, LocalDate today) {

    public boolean overdue() {
        return daysOverdue() > 0;
    }

    /**
     * Days since the due date, of an invoice on which something is to be paid and nothing is on its way; else 0. Nobody is
     * late with a credit note: it waits until an invoice is paid less by it, or it is paid back.
     */
    public long daysOverdue() {
        Standing standing = view.standing();
        boolean waits = view.item().type() == OpenItem.Type.INVOICE
                && (standing == Standing.OPEN || standing == Standing.PARTLY_PAID);
        return waits ? Math.max(0, ChronoUnit.DAYS.between(view.item().dueDate(), today)) : 0;
    }

    public Message said() {
        return switch (view.standing()) {
            case OPEN -> overdue() ? Message.of("standing.overdue", daysOverdue()) : Message.of("standing.open");
            case ON_ITS_WAY -> Message.of("standing.on-its-way");
            case PARTLY_PAID -> Message.of("standing.partly");
            case HELD_BACK -> Message.of("standing.held");
            case PAID -> Message.of("standing.paid");
            case CLOSED -> Message.of("standing.closed");
            case CANCELLED -> Message.of("standing.cancelled");
        };
    }

    /** The badge's colour. */
    public String tone() {
        return switch (view.standing()) {
            case OPEN -> overdue() ? "bad" : "";
            case ON_ITS_WAY, HELD_BACK -> "calm";
            case PARTLY_PAID -> "warn";
            case PAID -> "good";
            case CLOSED, CANCELLED -> "";
        };
    }

    public boolean partly() {
        return view.standing() == Standing.PARTLY_PAID;
    }

    /** What is held back of it by contract or law. */
    public HeldBack held() {
        return new HeldBack(view.item(), today);
    }

    /** What was settled of the total. */
    public Money settled() {
        return view.item().total().minus(view.item().outstanding());
    }
}
