package org.bankfeed.invoice;

/**
 * The key of a booking: repeating it changes nothing.
 *
 * @param transaction the bank line, in the journal's words; at most 200 characters
 * @param attempt 1, and one more each time the line is booked again after an undo
 */
public record BookingKey(String transaction, int attempt) {

    public BookingKey {
        if (transaction.isBlank() || transaction.length() > 200 || attempt < 1) {
            throw new IllegalArgumentException("a booking key is a transaction and an attempt from 1 on");
        }
    }

    /** {@code transaction#attempt}. */
    @Override
    public String toString() {
        return transaction + "#" + attempt;
    }
}
