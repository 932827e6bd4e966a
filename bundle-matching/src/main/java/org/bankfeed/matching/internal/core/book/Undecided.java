package org.bankfeed.matching.internal.core.book;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.bankfeed.matching.internal.core.Line;

/** Lines that settle nothing though nobody said so: what they pay may be what a later line seems to pay. */
public final class Undecided {

    /** Older money of a payer says nothing of what he pays now, in days. */
    private static final int LONG_AGO = 180;

    /** Who pays twice by mistake does so within so many days. */
    private static final int TWICE = 10;

    private final Map<Long, Set<Past>> byAmount = new HashMap<>();

    void add(Past line) {
        if (byAmount.computeIfAbsent(line.amount, amount -> new LinkedHashSet<>())
                .add(line)) {
            line.sender.undecided++;
        }
    }

    /** The line settles something now, or somebody said that it does not; nothing is done if it was not among these. */
    void remove(Past line) {
        Set<Past> alike = byAmount.get(line.amount);
        if (alike != null && alike.remove(line)) {
            line.sender.undecided--;
            if (alike.isEmpty()) {
                byAmount.remove(line.amount);
            }
        }
    }

    /** Whether money of a line's amount, of whomever, came since a day. */
    public boolean holdsAmountOf(Line line, int since) {
        for (Past past : byAmount.getOrDefault(line.amount(), Set.of())) {
            if (past.day >= since && !past.id.equals(line.id())) {
                return true;
            }
        }
        return false;
    }

    /** What those of the latest lines of the same sender and direction come to that came since a day, not long ago. */
    public long sum(Line line, Sender sender, int since) {
        long sum = 0;
        for (int i = 0; sender.undecided > 0 && i < sender.lines().size(); i++) {
            Past past = sender.lines().get(i);
            sum += isEarlier(past, line) && past.day >= since ? Math.abs(past.amount) : 0;
        }
        return sum;
    }

    /** Whether one of them has the same amount and text, and is so young that one of the two may be paid by mistake. */
    public boolean holdsTwin(Line line, Sender sender) {
        for (int i = 0; sender.undecided > 0 && i < sender.lines().size(); i++) {
            if (sender.amount(i) == line.amount() && isTwin(sender.lines().get(i), line)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTwin(Past past, Line line) {
        boolean soon = line.day().toEpochDay() - past.day <= TWICE;
        return soon && isEarlier(past, line) && past.text == Past.text(line);
    }

    private static boolean isEarlier(Past past, Line line) {
        boolean sameWay = past.amount > 0 == line.in() && !past.id.equals(line.id());
        return sameWay && past.isUndecided() && line.day().toEpochDay() - past.day < LONG_AGO;
    }

    /**
     * How many of the latest lines of the same sender and direction came, not long ago.
     *
     * @param difference by how much their amount differs at most
     */
    public int alike(Line line, Sender sender, long difference) {
        int count = 0;
        for (int i = 0; sender.undecided > 0 && i < sender.lines().size(); i++) {
            boolean alike = Math.abs(sender.amount(i) - line.amount()) <= difference;
            if (alike && isEarlier(sender.lines().get(i), line)) {
                count++;
            }
        }
        return count;
    }
}
