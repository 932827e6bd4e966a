package org.bankfeed.matching.internal.text.scheme;

import java.util.List;
import java.util.Optional;

/**
 * A rule by which creditors make payment references with check digits. A number that satisfies a rule is not thereby of
 * that rule: one in four random twelve-digit numbers satisfies some rule. What counts is that a document of ours bears
 * it; the rule refuses what was mistyped.
 */
public interface ReferenceScheme {

    /** As bookkeepers call it. */
    String title();

    /**
     * Reads a text that is one reference and nothing else, however it is separated.
     *
     * @return its letters and digits, upper case, or empty if it is none of this scheme or mistyped
     */
    Optional<String> read(String text);

    /**
     * Other ways in which payers write such a reference, as letters and digits.
     *
     * @param compact what {@link #read} gave
     */
    default List<String> alsoWritten(String compact) {
        return List.of();
    }
}
