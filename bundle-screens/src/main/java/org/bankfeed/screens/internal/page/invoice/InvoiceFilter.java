package org.bankfeed.screens.internal.page.invoice;

import java.util.Locale;
import java.util.Set;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView.Standing;

/** How the list of documents can be narrowed, in the order in which it is offered. */
public enum InvoiceFilter {
    ALL("All of them"),
    DUE("Still to be paid", Standing.OPEN, Standing.PARTLY_PAID, Standing.ON_ITS_WAY),
    /** Their list comes by due date, so these stand at its beginning, and it ends at the first that is not overdue. */
    OVERDUE("Overdue", Standing.OPEN, Standing.PARTLY_PAID),
    OPEN("Open", Standing.OPEN),
    PARTLY_PAID("Partly paid", Standing.PARTLY_PAID),
    ON_ITS_WAY("On its way", Standing.ON_ITS_WAY),
    HELD_BACK("Held back", Standing.HELD_BACK),
    PAID("Paid", Standing.PAID),
    CLOSED("Closed", Standing.CLOSED),
    CANCELLED("Cancelled", Standing.CANCELLED);

    private final String said;
    private final Set<Standing> standings;

    InvoiceFilter(String said, Standing... standings) {
        this.said = said;
        this.standings = Set.of(standings);
    }

    /** As a person reads it. */
    public String said() {
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
