package org.bankfeed.journal;

import java.time.Instant;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A bank line in the journal.
 *
 * @param id its identity
 * @param state booked, pending, not readable, or doubtful
 * @param line what it says; {@code null} exactly when it is not readable
 * @param arrivedAt when it first reached the journal
 * @param problem why it could not be read; {@code null} if it could
 */
public record BankTransaction(
        TransactionId id,
        State state,
        @Nullable FeedTransaction line,
        Instant arrivedAt,
        @Nullable Sentence problem) {

    /** How far a line is. */
    public enum State {
        BOOKED,
        /** Known to the bank, not booked: may vanish; never pays anything. */
        PENDING,
        /** Kept raw because it could not be read. */
        UNREADABLE,
        /**
         * Booked, but it may be one that is known: it came when its account returned under another id, and is like a
         * line of before without being equal. It does not enter the log until a person says what it is.
         */
        DOUBTFUL
    }
}
