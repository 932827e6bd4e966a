package org.bankfeed.matching;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a company. What it says never changes: who wants it otherwise makes another one.
 *
 * @param id names it
 * @param content what it says
 * @param state whether it is in force
 * @param version grows with each change; a person's act names the one he saw
 * @param changedBy who changed it last
 * @param changedAt when
 * @param tried what its last trial showed, or {@code null} if it was never tried
 * @param settled lines that stand as <em>not an invoice</em> by it
 */
public record Rule(
        RuleId id,
        RuleContent content,
        State state,
        long version,
        String changedBy,
        Instant changedAt,
        @Nullable Tried tried,
        long settled) {

    /** Whether a rule is in force. */
    public enum State {
        /** Never was yet. */
        DRAFT,
        /** From the next line on. */
        ON,
        /** Not any more. */
        OFF
    }

    /**
     * What a trial showed, without the lines.
     *
     * @param at when
     * @param by who tried it
     * @param counts how many lines would have been decided otherwise
     */
    public record Tried(Instant at, String by, RuleTrial.Counts counts) {}
}
