package org.bankfeed.benchmarks.kinds;

import java.util.List;
import java.util.Locale;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;

/** How the lines of one kind were decided. */
final class Tally {

    private int lines;
    private int payments;
    private int booked;
    private int bookedRight;
    private int shown;
    private int leftAlone;

    /** Counts a decision; whether nothing need be said to the matching. */
    boolean add(Verdict verdict, List<Share> truth) {
        boolean right = World.same(verdict.shares(), truth);
        boolean automatic = verdict.kind() == Verdict.Kind.BOOK;
        lines++;
        payments += truth.isEmpty() ? 0 : 1;
        booked += automatic ? 1 : 0;
        bookedRight += automatic && right ? 1 : 0;
        leftAlone += truth.isEmpty() && verdict.shares().isEmpty() ? 1 : 0;
        boolean second = verdict.alternatives().stream().limit(2).anyMatch(other -> World.same(other.shares(), truth));
        shown += !truth.isEmpty() && (right || second) ? 1 : 0;
        return right && (automatic || truth.isEmpty());
    }

    void add(Tally other) {
        lines += other.lines;
        payments += other.payments;
        booked += other.booked;
        bookedRight += other.bookedRight;
        shown += other.shown;
        leftAlone += other.leftAlone;
    }

    /** Lines, booked, precision, recall, among the first three, left alone: a row of a table. */
    String row(String title) {
        return String.format(
                Locale.ROOT,
                "| %s | %d | %d | %s | %s | %s | %s |",
                title,
                lines,
                booked,
                ratio(bookedRight, booked),
                ratio(bookedRight, payments),
                ratio(shown, payments),
                ratio(leftAlone, lines - payments));
    }

    private static String ratio(int part, int whole) {
        return whole == 0 ? "" : String.format(Locale.ROOT, "%.4f", (double) part / whole);
    }
}
