package org.bankfeed.matching;

import java.util.Set;
import org.bankfeed.invoice.OpenItem;
import org.jspecify.annotations.Nullable;

/**
 * Which documents are wanted. Absent conditions do not restrict.
 *
 * @param direction only sales or only purchases
 * @param standings only these; empty for all
 * @param text found in number, party or reference, in any case
 * @param after {@link org.bankfeed.value.Page#next} of the part before, or {@code null} for the first
 * @param limit 1 to 500
 * @param order which come first
 */
public record InvoiceQuery(
        OpenItem.@Nullable Direction direction,
        Set<InvoiceView.Standing> standings,
        @Nullable String text,
        @Nullable String after,
        int limit,
        Order order) {

    /** Which documents come first; those of one day by their number, in the same direction. */
    public enum Order {
        /** The earliest due day: what waits longest. */
        EARLIEST_DUE,
        /** The latest due day: what was entered lately. */
        LATEST_DUE
    }

    /** The earliest due day first. */
    public InvoiceQuery(
            OpenItem.@Nullable Direction direction,
            Set<InvoiceView.Standing> standings,
            @Nullable String text,
            @Nullable String after,
            int limit) {
        this(direction, standings, text, after, limit, Order.EARLIEST_DUE);
    }

    public InvoiceQuery {
        standings = Set.copyOf(standings);
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("limit " + limit + " is not between 1 and 500");
        }
    }
}
