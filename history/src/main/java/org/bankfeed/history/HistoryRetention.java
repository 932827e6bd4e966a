package org.bankfeed.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A part of a document that its payer holds back by contract or law.
 *
 * @param kind on what ground
 * @param amount the exact amount, more than zero
 * @param dueDate the first day on which it is owed after all, or {@code null} for none
 */
public record HistoryRetention(
        Kind kind, BigDecimal amount, @Nullable LocalDate dueDate) {

    /** On what ground a part is held back. */
    public enum Kind {
        /** By contract, until its day. */
        GUARANTEE,
        /** Belgium, article 30bis of the law of 27 June 1969: paid to the social security instead. */
        SOCIAL_DEBT,
        /** Belgium, article 402 of the Income Tax Code: paid to the tax authority instead. */
        TAX_DEBT
    }
}
