package org.bankfeed.screens.internal.page.invoice;

import org.bankfeed.invoice.OpenItem;

/** What several of the invoices' pages say. */
final class InvoiceWords {

    static final String NOT_HERE =
            "Invoices are entered, cancelled and settled in the ERP: its invoice module does not let it be done here.";

    private InvoiceWords() {}

    /** {@code Invoice 2026-118}, at the beginning of a sentence. */
    static String named(OpenItem item) {
        return (item.type() == OpenItem.Type.CREDIT_NOTE ? "Credit note " : "Invoice ") + item.number();
    }
}
