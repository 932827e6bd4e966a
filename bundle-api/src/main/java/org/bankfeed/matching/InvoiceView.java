package org.bankfeed.matching;

import java.util.List;
import java.util.Locale;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.TransactionId;
import org.jspecify.annotations.Nullable;

/**
 * A document, with what the bank says of it.
 *
 * @param item as the ledger last told it
 * @param standing what an invoice screen should say
 * @param paidBy the lines whose bookings touch it and stand, oldest first
 * @param coming the announced payment or pending line that is on its way ({@link ReasonCode#PAYMENT_ANNOUNCED}, {@link
 *     ReasonCode#PAYMENT_PENDING}), or {@code null}
 */
public record InvoiceView(
        OpenItem item,
        Standing standing,
        List<TransactionId> paidBy,
        @Nullable Evidence coming) {

    public InvoiceView {
        paidBy = List.copyOf(paidBy);
    }

    /** What is on its way in one sentence in English, without capital and full stop; {@code null} for nothing. */
    public @Nullable String onItsWay() {
        return onItsWay(Locale.ENGLISH);
    }

    /** The same in a language, as {@link Evidence#sentence(Locale)} says it. */
    public @Nullable String onItsWay(Locale locale) {
        return coming == null ? null : coming.sentence(locale);
    }

    /** What an invoice screen says. */
    public enum Standing {
        OPEN,
        /** Open, but a payment is announced or pending. */
        ON_ITS_WAY,
        PARTLY_PAID,
        /**
         * What is due is paid; what is outstanding is held back by contract or law ({@link
         * org.bankfeed.invoice.Retention}) and not due yet. When it falls due it is open, or partly paid, again.
         */
        HELD_BACK,
        PAID,
        /** Settled outside the accounts that we see. */
        CLOSED,
        CANCELLED
    }
}
