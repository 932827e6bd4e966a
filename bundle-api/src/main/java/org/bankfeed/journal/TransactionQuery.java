package org.bankfeed.journal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines are wanted. Absent conditions do not restrict.
 *
 * @param account only of this account
 * @param from executed on this day or later
 * @param to executed on this day or earlier
 * @param text found in counterparty, remittance information, description, end-to-end id, mandate or amount, in any case
 * @param after {@link org.bankfeed.value.Page#next} of the part before, or {@code null} for the first
 * @param limit 1 to 500
 */
public record TransactionQuery(
        @Nullable AccountId account,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String text,
        @Nullable String after,
        int limit) {

    public TransactionQuery {
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("limit " + limit + " is not between 1 and 500");
        }
    }

    /** The newest lines of the company, whatever account. */
    public static TransactionQuery newest(int limit) {
        return new TransactionQuery(null, null, null, null, null, limit);
    }
}
