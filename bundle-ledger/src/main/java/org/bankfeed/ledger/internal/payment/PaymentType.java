package org.bankfeed.ledger.internal.payment;

import org.bankfeed.invoice.OpenItem.Direction;
import org.bankfeed.ledger.internal.books.Flow;

/** OFBiz's payment types, as far as they are used here, and one of our own. */
public enum PaymentType {
    /** Every receipt on an invoice: OFBiz has no type for a supplier's money back; he is a customer of what we return. */
    CUSTOMER_PAYMENT,
    VENDOR_PAYMENT,
    CUSTOMER_REFUND,
    /** Ours: settles without cash (discount, fee, rounding). */
    WRITE_OFF;

    /** The type of cash that goes one way for a document of one side. */
    public static PaymentType of(Flow flow, Direction side) {
        if (flow == Flow.IN) {
            return CUSTOMER_PAYMENT;
        }
        return side == Direction.SALES ? CUSTOMER_REFUND : VENDOR_PAYMENT;
    }
}
