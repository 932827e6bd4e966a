package org.bankfeed.invoice;

import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A part of a bank line applied to a document.
 *
 * @param document which
 * @param amount what of the document's outstanding amount this line consumes: positive; negative when an earlier
 *     application is taken back (a returned direct debit re-opens its invoice)
 * @param writeOff settled beside it without cash (discount, fee, rounding): zero or of the amount's sign
 * @param takesBack with a negative amount, the booking that is (partly) taken back; else {@code null}
 */
public record Application(
        DocumentId document,
        Money amount,
        Money writeOff,
        @Nullable BookingKey takesBack) {

    public Application {
        if (amount.isZero() && writeOff.isZero()) {
            throw new IllegalArgumentException("an application of nothing to " + document);
        }
        if (amount.signum() * writeOff.signum() < 0) {
            throw new IllegalArgumentException("amount and write-off of " + document + " have different signs");
        }
        if (amount.signum() < 0 != (takesBack != null)) {
            throw new IllegalArgumentException(
                    "an application to " + document + " is negative exactly when it takes back a booking");
        }
    }

    /** A positive application with no write-off. */
    public static Application of(DocumentId document, Money amount) {
        return new Application(document, amount, Money.zero(amount.currency()), null);
    }

    /** Amount and write-off together: by so much the outstanding amount shrinks. */
    public Money settles() {
        return amount.plus(writeOff);
    }
}
