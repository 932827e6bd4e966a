package org.bankfeed.matching;

import org.jspecify.annotations.Nullable;

/**
 * One reason for or against an explanation of a bank line.
 *
 * @param speaks for or against it
 * @param sentence a reason that a bookkeeper would accept
 * @param field the field of the line that says it: {@code remittanceInformation}, {@code counterpartName}, {@code
 *     counterpartReference} (its excerpt is masked), {@code endToEndId}, {@code mandateId} or {@code
 *     bankTransactionCode}; or {@code null}
 * @param excerpt the characters of that field that say it, or {@code null}
 */
public record Evidence(
        Speaks speaks,
        String sentence,
        @Nullable String field,
        @Nullable String excerpt) {

    /** Which way it points. */
    public enum Speaks {
        FOR,
        AGAINST
    }
}
