package org.bankfeed.matching;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalDouble;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What the matching would have made of a history, held against what was decided.
 *
 * <p>An answer is <em>right</em> if it equals what was decided: the same documents, amounts and write-offs.
 *
 * @param complete false if it was ended before its end
 * @param documents so many were opened
 * @param from the first line's day, or {@code null} if there is none
 * @param to the last line's day, or {@code null} if there is none
 * @param decidedByPerson lines that a person decided
 * @param standing lines that were booked by themselves and that nobody took back; they count as decided
 * @param kinds by how the matching explained the lines, in the order of {@link MatchKind}, at last those that it could not
 *     explain; a kind without lines is left out
 * @param months the same by the line's month, oldest first
 * @param mistakes what would have been booked wrongly, newest first, at most {@value #MOST_MISTAKES}
 * @param notes what was skipped, in one sentence each
 */
public record BacktestReport(
        boolean complete,
        long documents,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        long decidedByPerson,
        long standing,
        List<Kind> kinds,
        List<Month> months,
        List<Mistake> mistakes,
        List<String> notes) {

    /** So many mistakes are told one by one. */
    public static final int MOST_MISTAKES = 200;

    public BacktestReport {
        kinds = List.copyOf(kinds);
        months = List.copyOf(months);
        mistakes = List.copyOf(mistakes);
        notes = List.copyOf(notes);
    }

    /** All lines together. */
    public Counts total() {
        return kinds.stream().map(Kind::counts).reduce(Counts.NONE, Counts::plus);
    }

    /**
     * The lines of one kind.
     *
     * @param kind how the matching explained them; {@code null}: it did not
     */
    public record Kind(@Nullable MatchKind kind, Counts counts) {}

    /** The lines of one month. */
    public record Month(YearMonth month, Counts counts) {}

    /**
     * What became of some lines.
     *
     * @param lines how many they are
     * @param booked would have been booked by themselves
     * @param right of the booked, those that equal what was decided
     * @param wrong of the booked, those that do not; of the rest nobody decided anything
     * @param suggested would have been laid before a person
     * @param firstThree of the suggested, those with the right answer among the first three
     * @param nothing would have got no answer
     * @param paying were decided to pay something: what {@code right} is to be held against
     */
    public record Counts(
            long lines,
            long booked,
            long right,
            long wrong,
            long suggested,
            long firstThree,
            long nothing,
            long paying) {

        /** No lines. */
        public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

        /** These and those. */
        public Counts plus(Counts other) {
            return new Counts(
                    lines + other.lines,
                    booked + other.booked,
                    right + other.right,
                    wrong + other.wrong,
                    suggested + other.suggested,
                    firstThree + other.firstThree,
                    nothing + other.nothing,
                    paying + other.paying);
        }

        /** Of what would have been booked and was decided, the share that is right, 0 to 1; empty if there is none. */
        public OptionalDouble precision() {
            return share(right, right + wrong);
        }

        /** Of what was decided to pay something, the share that would have been booked rightly, 0 to 1; empty for none. */
        public OptionalDouble recall() {
            return share(right, paying);
        }

        private static OptionalDouble share(long part, long whole) {
            return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
        }
    }

    /**
     * A line that would have been booked otherwise than was decided.
     *
     * @param line its id: of the company's own history {@link org.bankfeed.journal.TransactionId#toString()}
     * @param day its bank day
     * @param amount signed
     * @param counterparty the other side, or {@code null}
     * @param text the remittance information; account numbers in it are whole
     * @param kind how the matching explained it
     * @param confidence 0 to 1
     * @param booked what it would have booked
     * @param decided what was decided; empty: that it pays nothing
     * @param why its reasons; empty where they were not kept
     */
    public record Mistake(
            String line,
            LocalDate day,
            Money amount,
            @Nullable String counterparty,
            String text,
            MatchKind kind,
            double confidence,
            List<Part> booked,
            List<Part> decided,
            List<Evidence> why) {
        public Mistake {
            booked = List.copyOf(booked);
            decided = List.copyOf(decided);
            why = List.copyOf(why);
        }
    }

    /**
     * What a line settles of one document.
     *
     * @param document its id
     * @param number as printed on it; the id if the document is not in the history
     * @param amount negative: taken back
     * @param writeOff settled beside it without cash
     */
    public record Part(String document, String number, Money amount, Money writeOff) {}
}
