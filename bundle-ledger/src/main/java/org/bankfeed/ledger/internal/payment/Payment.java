package org.bankfeed.ledger.internal.payment;

import java.util.List;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment to be written, in OFBiz's sense.
 *
 * @param type what kind
 * @param flow which way the money goes
 * @param amount positive
 * @param party the other side's id, or {@code null} if unknown
 * @param parts what it is applied to; what is left of the amount stays unapplied
 */
public record Payment(
        PaymentType type, Flow flow, Money amount, @Nullable String party, List<Part> parts) {

    public Payment {
        parts = List.copyOf(parts);
    }

    /**
     * A PaymentApplication.
     *
     * @param invoice the document
     * @param amount what it settles; negative when it re-opens
     * @param takesBack with a negative amount, the booking that is taken back
     */
    public record Part(
            DocumentId invoice, Money amount, @Nullable BookingKey takesBack) {}
}
