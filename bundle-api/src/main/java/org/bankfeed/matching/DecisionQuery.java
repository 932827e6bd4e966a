package org.bankfeed.matching;

import java.util.Set;
import org.bankfeed.journal.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Which decisions are wanted.
 *
 * @param states only these; empty for all
 * @param account only of this account, or {@code null} for all
 * @param after {@link org.bankfeed.value.Page#next} of the part before, or {@code null} for the first
 * @param limit 1 to 500
 */
public record DecisionQuery(
        Set<Decision.State> states,
        @Nullable AccountId account,
        @Nullable String after,
        int limit) {

    public DecisionQuery {
        states = Set.copyOf(states);
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("limit " + limit + " is not between 1 and 500");
        }
    }
}
