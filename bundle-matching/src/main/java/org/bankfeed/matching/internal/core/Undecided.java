package org.bankfeed.matching.internal.core;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Lines that settle nothing though nobody said so: what they pay may be what a later line seems to pay. */
final class Undecided {

    /** Older money of a payer says nothing of what he pays now, in days. */
    private static final int LONG_AGO = 180;

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
    boolean holdsAmountOf(Line line, int since) {
        for (Past past : byAmount.getOrDefault(line.amount(), Set.of())) {
            if (past.day >= since && !past.id.equals(line.id())) {
                return true;
            }
        }
        return false;
    }

    /**
     * How many of the latest lines of the same sender and direction came, not long ago.
     *
     * @param difference by how much their amount differs at most
     */
    int alike(Line line, Sender sender, long difference) {
        int day = (int) line.day().toEpochDay();
        int count = 0;
        for (int i = 0; sender.undecided > 0 && i < sender.lines().size(); i++) {
            Past past = sender.lines().get(i);
            boolean sameWay = past.amount > 0 == line.in() && !past.id.equals(line.id());
            if (sameWay
                    && past.isUndecided()
                    && day - past.day < LONG_AGO
                    && Math.abs(past.amount - line.amount()) <= difference) {
                count++;
            }
        }
        return count;
    }
}
