package org.bankfeed.ledger.internal;

import org.bankfeed.invoice.OpenItem.State;

/** OFBiz's statuses of an invoice, as far as they are used here, and one of our own. */
enum InvoiceStatus {
    INVOICE_READY(State.OPEN, "open"),
    INVOICE_PAID(State.PAID, "paid already"),
    /** Ours: paid as well, but the last of it by a payment of unknown origin. */
    INVOICE_CLOSED(State.CLOSED, "closed"),
    INVOICE_CANCELLED(State.CANCELLED, "withdrawn");

    final State state;

    /** For sentences: the invoice "is …". */
    final String words;

    InvoiceStatus(State state, String words) {
        this.state = state;
        this.words = words;
    }
}
