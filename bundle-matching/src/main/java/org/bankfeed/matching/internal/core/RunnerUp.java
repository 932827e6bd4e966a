package org.bankfeed.matching.internal.core;

/** Why an explanation came second: the first thing that the better one has and it has not, as a person would weigh them. */
final class RunnerUp {

    /** Weights that differ by less say the same. */
    private static final double SAME = 0.5;

    private RunnerUp() {}

    /** The reason in one sentence. */
    static String lostBecause(Explanation second, Explanation first) {
        String winner =
                first.items.size() == 1 ? first.first().called() : "the set of " + first.items.size() + " documents";
        if (first.textWeight > second.textWeight + SAME) {
            return "the text says more for " + winner;
        }
        if (first.payerWeight > second.payerWeight + SAME) {
            return "account and name say more for " + first.first().party.name;
        }
        if (first.fit.exact && !second.fit.exact) {
            return "the amount fits " + winner + " to the cent";
        }
        if (first.items.size() == 1 && second.items.size() > 1) {
            return winner + " alone explains the amount";
        }
        if (first.items.size() == 1 && second.items.size() == 1 && Item.byAge(first.first(), second.first()) < 0) {
            return winner + " is due earlier, and nothing says that it is not meant";
        }
        return winner + " is a little more probable";
    }
}
