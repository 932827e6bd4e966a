package org.bankfeed.history.internal;

import java.math.BigDecimal;
import org.bankfeed.history.HistoryInvoice;

/** A document and what is still open of it. */
final class OpenDocument {

    private final HistoryInvoice invoice;
    private BigDecimal left;

    OpenDocument(HistoryInvoice invoice) {
        this.invoice = invoice;
        this.left = invoice.outstanding();
    }

    HistoryInvoice invoice() {
        return invoice;
    }

    String number() {
        return invoice.number();
    }

    BigDecimal left() {
        return left;
    }

    boolean isOpen() {
        return left.signum() > 0;
    }

    boolean isUntouched() {
        return left.equals(invoice.total());
    }

    boolean isCreditNote() {
        return invoice.type() == HistoryInvoice.Type.CREDIT_NOTE;
    }

    void settle(BigDecimal amount) {
        left = left.subtract(amount);
        if (left.signum() < 0 || left.compareTo(invoice.total()) > 0) {
            throw new IllegalStateException(invoice.id() + " would have " + left + " open");
        }
    }

    /** The document as it looks to someone who meets it now. */
    HistoryInvoice asOfNow() {
        return new HistoryInvoice(
                invoice.id(),
                invoice.direction(),
                invoice.type(),
                invoice.number(),
                invoice.party(),
                invoice.currency(),
                invoice.total(),
                left,
                invoice.issueDate(),
                invoice.dueDate(),
                invoice.paymentReference(),
                invoice.discount(),
                invoice.retentions());
    }
}
