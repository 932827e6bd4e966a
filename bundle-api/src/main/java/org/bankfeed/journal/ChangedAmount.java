package org.bankfeed.journal;

import java.time.Instant;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * That the bank told of a known line with another amount later. The first amount was kept, here and in all that was made of
 * it; a person compares the two with the bank's statement.
 *
 * @param line with the amount that was kept
 * @param told the amount that the bank tells now
 * @param since when it first told that one
 * @param settledBy who said that he has settled it; {@code null} while it waits
 * @param settledAt when he said so; {@code null} exactly when nobody has
 */
public record ChangedAmount(
        BankTransaction line,
        Money told,
        Instant since,
        @Nullable String settledBy,
        @Nullable Instant settledAt) {}
