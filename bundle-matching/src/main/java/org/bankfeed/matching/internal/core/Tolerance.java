package org.bankfeed.matching.internal.core;

/**
 * What is written off, in minor units; never more than a twentieth of what is open.
 *
 * @param difference rounding and small differences
 * @param fee what banks on the way of a foreign transfer keep
 */
public record Tolerance(long difference, long fee) {

    /** Where nothing is ruled. */
    public static final Tolerance USUAL = new Tolerance(30, 3500);

    private static final int PARTS = 20;

    public boolean rounds(long gap, long open) {
        return gap <= difference && gap * PARTS <= open;
    }

    /** Whether a rest is small enough to be written off, be it a share of what is open that is too large for that. */
    public boolean isSmall(long gap, boolean abroad) {
        return gap <= difference || abroad && gap <= fee;
    }

    public boolean allowsFee(long gap, long open) {
        return gap <= fee && gap * PARTS <= open;
    }
}
