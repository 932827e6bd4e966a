package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Finds sets of items that come out at an amount, each item of more than nothing. The search is bounded, and says when it
 * met its bound.
 */
final class Subsets<T> {

    private static final int BUDGET = 4_000;
    private static final int MOST_FOUND = 12;

    private final List<T> items;
    private final long[] amounts;
    private final long[] rest;
    private final List<List<T>> found = new ArrayList<>();
    private final int most;
    private int budget = BUDGET;
    private boolean bounded;

    /**
     * @param most how many items a set has at most
     * @param amount what an item counts for
     */
    Subsets(List<T> items, int most, ToLongFunction<T> amount) {
        this(items, most, items.stream().mapToLong(amount).toArray());
    }

    /**
     * The same.
     *
     * @param amounts what each item counts for, in the order of the items; there may be more
     */
    Subsets(List<T> items, int most, long[] amounts) {
        this.items = items;
        this.most = most;
        this.amounts = amounts;
        this.rest = new long[items.size() + 1];
        for (int i = items.size() - 1; i >= 0; i--) {
            rest[i] = rest[i + 1] + amounts[i];
        }
    }

    /** Searches sets of at least {@code least} items of exactly this amount. */
    List<List<T>> of(long amount, int least) {
        found.clear();
        search(0, amount, least, new ArrayList<>(most));
        return List.copyOf(found);
    }

    /** Whether the search stopped before it had seen everything. */
    boolean bounded() {
        return bounded;
    }

    private void search(int from, long left, int least, List<T> chosen) {
        if (left == 0) {
            if (chosen.size() >= least) {
                found.add(List.copyOf(chosen));
            }
            return;
        }
        if (left < 0 || chosen.size() == most) {
            return;
        }
        for (int i = from; i < items.size() && rest[i] >= left; i++) {
            if (--budget < 0 || found.size() >= MOST_FOUND) {
                bounded = true;
                return;
            }
            chosen.add(items.get(i));
            search(i + 1, left - amounts[i], least, chosen);
            chosen.remove(chosen.size() - 1);
        }
    }
}
