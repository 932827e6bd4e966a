package org.bankfeed.screens.internal;

import java.util.List;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.value.Money;

/** What happens to documents in an office besides what the pages do. */
final class InvoiceOffice {

    private InvoiceOffice() {}

    /** anna says what a line pays, unless that was seen without her. */
    static void confirm(Office office, String line, String document, String amount) throws Exception {
        apply(office, line, List.of(Application.of(new DocumentId(document), Money.of(amount, "EUR"))));
    }

    static void apply(Office office, String line, List<Application> applications) throws Exception {
        TransactionId id =
                new TransactionId(office.journal.accounts(office.anna).get(0).id(), line);
        Decision decision = office.matching.decision(office.anna, id).orElseThrow();
        if (!decision.applications().equals(applications)) {
            office.matching.confirm(office.anna, id, decision.version(), applications);
        }
    }
}
