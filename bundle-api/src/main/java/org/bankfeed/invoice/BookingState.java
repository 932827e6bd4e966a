package org.bankfeed.invoice;

/** What a ledger knows of a key. */
public enum BookingState {
    /** Nothing: the booking never arrived, or was refused. */
    UNKNOWN,
    BOOKED,
    REVERSED
}
