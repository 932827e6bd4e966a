package org.bankfeed.shell.internal.completer;

import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.shell.internal.InvoiceQueries;

/** The open documents, ready to be given an amount. */
@Service
public final class InvoiceCompleter extends NameCompleter {

    @Override
    List<String> names(Caller looker) {
        InvoiceQuery open = InvoiceQueries.of(
                null,
                Set.of(Standing.OPEN, Standing.PARTLY_PAID, Standing.HELD_BACK, Standing.ON_ITS_WAY),
                null,
                null,
                MOST);
        return matching == null
                ? List.of()
                : matching.invoices(looker, open).items().stream()
                        .map(v -> v.item().id() + "=" + v.item().outstanding().decimal())
                        .toList();
    }
}
