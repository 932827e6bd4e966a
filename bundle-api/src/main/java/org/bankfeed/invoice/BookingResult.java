package org.bankfeed.invoice;

import java.util.List;

/** What became of a booking. */
public sealed interface BookingResult {

    /**
     * It stands in the books, now or since an earlier call with the same key.
     *
     * @param items the documents it touched, as they are now
     */
    record Booked(List<OpenItem> items) implements BookingResult {
        public Booked {
            items = List.copyOf(items);
        }
    }

    /**
     * It was not written and will not be: the document is not open (any more), the amount exceeds what is outstanding,
     * currency or company differ, or the key was reversed before.
     *
     * @param reason one sentence for the bookkeeper
     */
    record Refused(String reason) implements BookingResult {}
}
