package org.bankfeed.matching;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a rule would have changed.
 *
 * @param from the first day that counts
 * @param lines so many came since
 * @param counts how many of them would have been decided otherwise
 * @param changes these lines, newest first, at most {@value #MOST_CHANGES}; those against what was decided first
 * @param complete false if it was ended before its end
 */
public record RuleTrial(LocalDate from, long lines, Counts counts, List<Change> changes, boolean complete) {

    /** So many changes are told one by one. */
    public static final int MOST_CHANGES = 200;

    public RuleTrial {
        changes = List.copyOf(changes);
    }

    /**
     * How many lines would have been decided otherwise.
     *
     * @param more booked, or set aside as not an invoice, that were not without it
     * @param against of these, those that somebody decided otherwise
     * @param fewer booked without it, and left to a person with it
     * @param fewerWrong of these, those that somebody decided otherwise: mistakes that it prevents
     */
    public record Counts(long more, long against, long fewer, long fewerWrong) {}

    /** How a line is answered. */
    public enum Answer {
        BOOKED,
        SUGGESTED,
        NOT_AN_INVOICE,
        NOTHING
    }

    /**
     * A line that would have been decided otherwise.
     *
     * @param line its id, {@link org.bankfeed.journal.TransactionId#toString()}
     * @param day its bank day
     * @param amount signed
     * @param counterparty the other side, or {@code null}
     * @param text the remittance information; account numbers in it are whole
     * @param before how it is answered without the rule
     * @param after how with it
     * @param books what would be booked with it, else without it; empty for nothing
     * @param decided what was decided, empty: that it pays nothing; {@code null} if nobody decided
     * @param against whether what it adds differs from what was decided
     */
    public record Change(
            String line,
            LocalDate day,
            Money amount,
            @Nullable String counterparty,
            String text,
            Answer before,
            Answer after,
            List<BacktestReport.Part> books,
            @Nullable List<BacktestReport.Part> decided,
            boolean against) {}
}
