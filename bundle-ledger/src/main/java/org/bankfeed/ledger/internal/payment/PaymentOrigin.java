package org.bankfeed.ledger.internal.payment;

/** How a payment came into the books. */
public enum PaymentOrigin {
    /** By a bank line that was booked. */
    BOOKING,
    /** Nobody knows: a document was closed, or entered as partly settled. */
    UNKNOWN,
    /** A person entered it. */
    BY_HAND
}
