package org.bankfeed.ledger.internal.invoice;

import org.bankfeed.invoice.OpenItem.State;

/** OFBiz's statuses of an invoice, as far as they are used here, and one of our own. */
public enum InvoiceStatus {
    INVOICE_READY(State.OPEN),
    INVOICE_PAID(State.PAID),
    /** Ours: paid as well, but the last of it by a payment of unknown origin. */
    INVOICE_CLOSED(State.CLOSED),
    INVOICE_CANCELLED(State.CANCELLED);

    final State state;

    InvoiceStatus(State state) {
        this.state = state;
    }
}
