package org.bankfeed.screens.internal.page.invoice;

import java.util.Set;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView.Standing;
import org.jspecify.annotations.Nullable;

/** Builds the question for documents. */
final class InvoiceQueries {

    private InvoiceQueries() {}

    /**
     * The same as the record's constructor. NullAway does not see, in a compiled record, that a nested type
     * ({@code OpenItem.@Nullable Direction}) may be null; so the warning is silenced in this class, and only here.
     */
    static InvoiceQuery of(
            OpenItem.@Nullable Direction direction,
            Set<Standing> standings,
            @Nullable String text,
            @Nullable String after,
            int limit) {
        return of(direction, standings, text, after, limit, InvoiceQuery.Order.EARLIEST_DUE);
    }

    /** The same, in an order. */
    @SuppressWarnings("NullAway")
    static InvoiceQuery of(
            OpenItem.@Nullable Direction direction,
            Set<Standing> standings,
            @Nullable String text,
            @Nullable String after,
            int limit,
            InvoiceQuery.Order order) {
        return new InvoiceQuery(direction, standings, text, after, limit, order);
    }
}
