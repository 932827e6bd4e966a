package org.bankfeed.ledger.internal.invoice;

import org.bankfeed.invoice.OpenItem.Direction;
import org.bankfeed.invoice.OpenItem.Type;
import org.bankfeed.ledger.internal.books.Flow;

/**
 * OFBiz's invoice types. A credit note is the other side's invoice to us: what a customer sends back is a kind of
 * purchase, what we send back to a supplier a kind of sale. So the type alone tells which money settles it.
 */
public enum InvoiceType {
    SALES_INVOICE(Direction.SALES, Type.INVOICE, Flow.IN),
    CUST_RTN_INVOICE(Direction.SALES, Type.CREDIT_NOTE, Flow.OUT),
    PURCHASE_INVOICE(Direction.PURCHASE, Type.INVOICE, Flow.OUT),
    PURC_RTN_INVOICE(Direction.PURCHASE, Type.CREDIT_NOTE, Flow.IN);

    private final Direction direction;
    private final Type type;
    private final Flow settledBy;

    InvoiceType(Direction direction, Type type, Flow settledBy) {
        this.direction = direction;
        this.type = type;
        this.settledBy = settledBy;
    }

    public static InvoiceType of(Direction direction, Type type) {
        if (type == Type.INVOICE) {
            return direction == Direction.SALES ? SALES_INVOICE : PURCHASE_INVOICE;
        }
        return direction == Direction.SALES ? CUST_RTN_INVOICE : PURC_RTN_INVOICE;
    }

    public Direction direction() {
        return direction;
    }

    public Type type() {
        return type;
    }

    /** The money that settles it. */
    public Flow settledBy() {
        return settledBy;
    }

    /** OFBiz's item type for the one line that carries the total. */
    String itemType() {
        return settledBy == Flow.IN ? "INV_FPROD_ITEM" : "PINV_FPROD_ITEM";
    }

    /** Where the other side's id stands: it receives what we (also) sell, and sends what we buy. */
    String otherPartyColumn() {
        return settledBy == Flow.IN ? "party_id" : "party_id_from";
    }

    /** For sentences: {@code invoice} or {@code credit note}. */
    String noun() {
        return type == Type.INVOICE ? "invoice" : "credit note";
    }
}
