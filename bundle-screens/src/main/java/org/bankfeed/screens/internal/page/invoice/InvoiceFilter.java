package org.bankfeed.screens.internal.page.invoice;

import java.util.Locale;
import java.util.Set;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.screens.internal.words.Message;

/** How the list of documents can be narrowed, in the order in which it is offered. */
public enum InvoiceFilter {
    ALL("filter.all"),
    DUE("filter.due", Standing.OPEN, Standing.PARTLY_PAID, Standing.ON_ITS_WAY),
    /** Their list comes by due date, so these stand at its beginning, and it ends at the first that is not overdue. */
    OVERDUE("filter.overdue", Standing.OPEN, Standing.PARTLY_PAID),
    OPEN("filter.open", Standing.OPEN),
    PARTLY_PAID("filter.partly", Standing.PARTLY_PAID),
    ON_ITS_WAY("filter.on-its-way", Standing.ON_ITS_WAY),
    HELD_BACK("filter.held", Standing.HELD_BACK),
    PAID("filter.paid", Standing.PAID),
    CLOSED("filter.closed", Standing.CLOSED),
    CANCELLED("filter.cancelled", Standing.CANCELLED);

    private final Message said;
    private final Set<Standing> standings;

    InvoiceFilter(String key, Standing... standings) {
        this.said = Message.of(key);
        this.standings = Set.of(standings);
    }

    /** As a person reads it. */
    public Message said() {
        return said;
    }

    /** As it stands in an address. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What waits is looked at from the longest wait on; what is done, or all, from the latest on. */
    InvoiceQuery.Order order() {
        return switch (this) {
            case DUE, OVERDUE, OPEN, PARTLY_PAID, ON_ITS_WAY, HELD_BACK -> InvoiceQuery.Order.EARLIEST_DUE;
            case ALL, PAID, CLOSED, CANCELLED -> InvoiceQuery.Order.LATEST_DUE;
        };
    }

    Set<Standing> standings() {
        return standings;
    }
}
