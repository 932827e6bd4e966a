package org.bankfeed.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of a connection's return. The numbers are of its accounts that were known before, and they are final once
 * {@code gapTo} is there: after the first reading that came to its end.
 *
 * @param connection which one
 * @param returnedAt when it returned
 * @param gapFrom when it was last read before without a fault
 * @param gapTo when everything there was had been read, or {@code null} while that is still to come
 * @param recognized lines that came once more under other ids, and were known again
 * @param doubled lines that were taken as new under another id, though one of before of their day and amount did not come
 *     again: 0 unless something went wrong
 * @param lost lines that were known, and did not come again where the accounts were given anew; they are kept
 * @param filled lines that were not known before, without those that may be doubled and those in doubt
 * @param doubtful lines that are like one of before without being equal to it: they wait in {@link BankJournal#doubts}
 */
public record ReconnectReceipt(
        ConnectionId connection,
        Instant returnedAt,
        Instant gapFrom,
        @Nullable Instant gapTo,
        long recognized,
        long doubled,
        long lost,
        long filled,
        long doubtful) {

    /** One of which nothing is in doubt. */
    public ReconnectReceipt(
            ConnectionId connection,
            Instant returnedAt,
            Instant gapFrom,
            @Nullable Instant gapTo,
            long recognized,
            long doubled,
            long lost,
            long filled) {
        this(connection, returnedAt, gapFrom, gapTo, recognized, doubled, lost, filled, 0);
    }

    /** Whether the numbers are final. */
    public boolean complete() {
        return gapTo != null;
    }
}
