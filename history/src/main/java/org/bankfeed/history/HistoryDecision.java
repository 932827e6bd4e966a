package org.bankfeed.history;

import java.util.List;

/**
 * The answer to one transaction: what was decided about it at the end of its day.
 *
 * @param applications what was booked or is suggested first; empty for {@link Verdict#NONE}
 * @param confidence from 0 to 1: how often such an answer is right
 * @param alternatives further suggestions, the likeliest first
 * @param reasons why, in words that a bookkeeper would accept
 */
public record HistoryDecision(
        String transactionId,
        Verdict decision,
        List<HistoryApplication> applications,
        double confidence,
        List<Alternative> alternatives,
        List<String> reasons) {

    /** How far the decision went. */
    public enum Verdict {
        /** Booked without asking. */
        AUTOMATIC,
        /** Laid before the bookkeeper. */
        SUGGESTED,
        /** No document fits, or the line pays none. */
        NONE
    }

    /** Another explanation of the same transaction. */
    public record Alternative(List<HistoryApplication> applications, double confidence) {
        public Alternative {
            applications = List.copyOf(applications);
        }
    }

    /** {@code IllegalArgumentException} if the confidence is not between 0 and 1. */
    public HistoryDecision {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not at " + confidence);
        }
        applications = List.copyOf(applications);
        alternatives = List.copyOf(alternatives);
        reasons = List.copyOf(reasons);
    }
}
