package org.bankfeed.screens.internal.page;

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
     * ({@code OpenItem.@Nullable Direction}) may be null; so the warning is silenced here, and only here.
     */
    @SuppressWarnings("NullAway")
    static InvoiceQuery of(
            OpenItem.@Nullable Direction direction,
            Set<Standing> standings,
            @Nullable String text,
            @Nullable String after,
            int limit) {
        return new InvoiceQuery(direction, standings, text, after, limit);
    }
}
