package org.bankfeed.matching;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which learned facts are wanted. Absent conditions do not restrict.
 *
 * @param text found in the party's name or id, the payer's name or the value, in any case; of an account number its last
 *     digits will do
 * @param kinds only of these kinds; empty for all
 * @param thirdParties only those of payers who pay for somebody else
 * @param after {@link org.bankfeed.value.Page#next} of the part before, or {@code null} for the first
 * @param limit 1 to 500
 */
public record FactQuery(
        @Nullable String text,
        Set<LearnedFact.Kind> kinds,
        boolean thirdParties,
        @Nullable String after,
        int limit) {

    public FactQuery {
        kinds = Set.copyOf(kinds);
        if (limit < 1 || limit > 500) {
            throw new IllegalArgumentException("limit " + limit + " is not between 1 and 500");
        }
    }

    /** The first so many of all. */
    public static FactQuery first(int limit) {
        return new FactQuery(null, Set.of(), false, null, limit);
    }
}
