package org.bankfeed.matching;

import java.util.List;
import org.bankfeed.access.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A company's own rules: what is no invoice, what is written off, what is left to a person.
 *
 * <p>A rule begins as a draft, is tried on the past, and is switched on; it is in force from the next line that comes, and
 * leaves decided ones alone. What it settled names it among its reasons. Rules that are on hold together: of several that
 * call a line no invoice the oldest counts; what one leaves to a person, none books. Every change is kept with who and
 * when, and noted in the audit log.
 *
 * <p>Every method checks the caller's role and sees the caller's company only ({@link
 * org.bankfeed.access.AccessDeniedException}). Safe for use by many threads. Where a version is asked for, {@code
 * CHANGED_MEANWHILE} says that somebody changed the rule since; {@code NOT_FOUND}, that there is none.
 */
@ProviderType
public interface MatchingRules {

    /** Those that are not removed, oldest first (viewer). */
    List<Rule> rules(Caller caller);

    /** What was done to one, oldest first (viewer); also to a removed one. */
    List<RuleChange> changes(Caller caller, RuleId rule) throws MatchingException;

    /**
     * Adds a draft (bookkeeper).
     *
     * @throws MatchingException {@code NOT_POSSIBLE} if another one says the same, or there are 500 already
     */
    Rule add(Caller caller, RuleContent content) throws MatchingException;

    /**
     * Plays the past with it and without it (viewer): each line is answered twice; those of the last twelve months count.
     * What came of a complete trial is kept with the rule. It runs on the caller's thread as {@link Backtests#own} does, at
     * twice its cost.
     */
    RuleTrial tryOut(Caller caller, RuleId rule, Backtests.Progress progress) throws MatchingException;

    /**
     * Puts it in force, from the next line on (bookkeeper).
     *
     * @throws MatchingException {@code NOT_POSSIBLE} if it was never tried, or another tolerance in its currency is on
     */
    Rule on(Caller caller, RuleId rule, long version) throws MatchingException;

    /** Takes it out of force, from the next line on (bookkeeper); what it settled stays. */
    Rule off(Caller caller, RuleId rule, long version) throws MatchingException;

    /**
     * Opens the lines again that stand as not an invoice by it (bookkeeper), each as {@link PaymentMatching#undo} does.
     *
     * @return how many
     * @throws MatchingException {@code NOT_POSSIBLE} while it is on: it would settle them again
     */
    int reopen(Caller caller, RuleId rule) throws MatchingException;

    /**
     * Removes it (bookkeeper). What it settled stays, and names it.
     *
     * @throws MatchingException {@code NOT_POSSIBLE} while it is on
     */
    void remove(Caller caller, RuleId rule, long version) throws MatchingException;
}
