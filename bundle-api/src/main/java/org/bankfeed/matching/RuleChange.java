package org.bankfeed.matching;

import java.time.Instant;

/**
 * One thing that was done to a rule.
 *
 * @param version that it had then
 * @param act what was done
 * @param by who did it
 * @param at when
 */
public record RuleChange(long version, Act act, String by, Instant at) {

    /** What can be done to a rule. */
    public enum Act {
        ADDED,
        TRIED,
        SWITCHED_ON,
        SWITCHED_OFF,
        REMOVED
    }
}
