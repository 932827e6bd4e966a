package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Item;

/** Finds sets of a known payer's documents that come out even, where his text says no word of them. */
final class UnnamedSets {

    /** So many of the oldest documents at most are what somebody pays who clears his account. */
    private static final int MOST_CLEARED = 100;

    /** Fewer than this the search for sets finds itself. */
    private static final int FEWEST_CLEARED = 5;

    private final Line line;
    private final Candidates candidates;
    private final List<Item> pays;
    private final List<Item> nets;
    private final List<Item> oldest;

    /** What is open of each of the oldest. */
    private final long[] open;

    private final List<Explanation> found = new ArrayList<>(2);

    /**
     * Among all that is open of a party.
     *
     * @param pays what the line may settle
     * @param nets what may be kept back from it
     */
    UnnamedSets(Line line, Candidates pays, List<Item> nets) {
        this.line = line;
        this.candidates = pays;
        this.pays = pays.items();
        this.nets = nets;
        this.oldest = Items.oldest(this.pays);
        this.open = pays.amounts(oldest.size());
    }

    /** @param certain whether account or mandate say who pays */
    List<Explanation> explanations(boolean certain) {
        sums();
        if (found.size() == 1 && certain) {
            found.get(0).weighs(Weights.ONLY_SET);
        }
        sumsOfWhatIsDue();
        sumsLessACredit();
        allUpTo();
        return found;
    }

    private void sums() {
        Subsets<Item> subsets = new Subsets<>(oldest, 4, open);
        for (List<Item> set : subsets.of(line.size(), 2)) {
            add(set, List.of(), Less.NOTHING, subsets);
        }
    }

    private void sumsOfWhatIsDue() {
        if (!candidates.areHeldBack() || Items.due(oldest) == Items.open(oldest)) {
            return;
        }
        Subsets<Item> due = new Subsets<>(oldest, 4, item -> item.held().due(item.open()));
        for (List<Item> set : due.of(line.size(), 2)) {
            add(set, List.of(), Less.HELD_BACK, due);
        }
    }

    private void sumsLessACredit() {
        for (Item credit : Items.oldest(nets)) {
            Subsets<Item> less = new Subsets<>(oldest, 3, open);
            for (List<Item> set : less.of(line.size() + credit.open(), 1)) {
                add(set, List.of(credit), Less.NOTHING, less);
            }
        }
    }

    /** The oldest so many of them, as who clears his account pays. */
    private void allUpTo() {
        long sum = 0;
        for (int i = 0; i < pays.size() && i < MOST_CLEARED; i++) {
            sum += candidates.amount(i);
            if (sum == line.size() && i + 1 >= FEWEST_CLEARED) {
                found.add(Less.NOTHING.explain(pays.subList(0, i + 1), List.of(), line, false));
            }
        }
    }

    private void add(List<Item> set, List<Item> netted, Less less, Subsets<Item> seen) {
        boolean bounded = seen.bounded() || oldest.size() < pays.size();
        found.add(less.explain(set, netted, line, bounded));
    }
}
