package org.bankfeed.matching.internal.core;

import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bankfeed.matching.RuleContent;

/**
 * What is written off, in minor units; never more than a twentieth of what is open.
 *
 * @param difference rounding and small differences
 * @param fee what banks on the way of a foreign transfer keep
 */
public record Tolerance(long difference, long fee) {

    private static final int PARTS = 20;

    private static final Map<String, Tolerance> USUAL = new ConcurrentHashMap<>();

    /** Where nothing is ruled. */
    public static Tolerance usual(String currency) {
        return USUAL.computeIfAbsent(currency, code -> of(RuleContent.Tolerance.usual(Currency.getInstance(code))));
    }

    public static Tolerance of(RuleContent.Tolerance ruled) {
        return new Tolerance(Minor.of(ruled.difference()), Minor.of(ruled.fee()));
    }

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
