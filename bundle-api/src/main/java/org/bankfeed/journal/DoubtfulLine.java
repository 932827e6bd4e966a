package org.bankfeed.journal;

import java.util.List;

/**
 * A line that may be known already; see {@link BankTransaction.State#DOUBTFUL}.
 *
 * @param line what came
 * @param candidates the lines of before that it may be, the likeliest first; at least one
 */
public record DoubtfulLine(BankTransaction line, List<BankTransaction> candidates) {

    public DoubtfulLine {
        candidates = List.copyOf(candidates);
    }
}
