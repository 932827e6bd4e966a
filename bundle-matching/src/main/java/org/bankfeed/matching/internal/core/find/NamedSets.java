package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.Item;

/** Finds how a line may pay the documents of one party that its text names: all of them, some, or with others beside. */
final class NamedSets {

    private final Line line;
    private final List<Item> pays;
    private final List<Item> nets;
    private final List<Explanation> found = new ArrayList<>(2);

    /**
     * Of what the text names.
     *
     * @param pays what the line settles
     * @param nets what is kept back from it
     */
    NamedSets(Line line, List<Item> pays, List<Item> nets) {
        this.line = line;
        this.pays = pays;
        this.nets = nets;
    }

    /**
     * The explanations.
     *
     * @param allPays all of the party's that the line may settle, named or not
     * @param allNets all that may be kept back from it
     */
    List<Explanation> explanations(List<Item> allPays, List<Item> allNets) {
        boolean several = pays.size() + nets.size() > 1;
        boolean even =
                several && (even() || discounted() || heldBack()) || !pays.isEmpty() && completed(allPays, allNets);
        if (!even && pays.size() > 1) {
            uneven();
        }
        return found;
    }

    /** All that is named, or some of it, comes out even. */
    private boolean even() {
        if (Items.open(pays) - Items.open(nets) == line.size()) {
            add(pays, nets, Less.NOTHING, false);
            return true;
        }
        Subsets<Item> subsets = new Subsets<>(Items.first(20, pays), 20, Items.OPEN);
        List<List<Item>> sets = subsets.of(line.size() + Items.open(nets), 2);
        sets.forEach(set -> add(set, nets, Less.NOTHING, subsets.bounded()));
        return !sets.isEmpty();
    }

    /** All that is named comes out even when every discount that may be taken is taken. */
    private boolean discounted() {
        long cut = discounts();
        if (cut == 0 || Items.open(pays) - Items.open(nets) - cut != line.size()) {
            return false;
        }
        add(pays, nets, Less.DISCOUNT, false);
        return true;
    }

    /** What may be kept back of what is named, paid on the day of the line. */
    private long discounts() {
        int day = (int) line.day().toEpochDay();
        long cut = 0;
        for (Item item : pays) {
            cut += item.discounted(day) >= 0 ? item.discount() : 0;
        }
        return cut;
    }

    /** All that is named comes out even when each document is paid less what is held back of it. */
    private boolean heldBack() {
        long due = Items.due(pays);
        if (due == Items.open(pays) || due - Items.open(nets) != line.size()) {
            return false;
        }
        add(pays, nets, Less.HELD_BACK, false);
        return true;
    }

    /** What is named comes out even with credit notes or documents that are not named. */
    private boolean completed(List<Item> allPays, List<Item> allNets) {
        List<Item> others = Items.without(allNets, nets);
        long surplus = Items.open(pays) - Items.open(nets) - line.size();
        if (surplus > 0) {
            lessCredits(surplus, others, Less.NOTHING);
            long cut = others.isEmpty() ? 0 : discounts();
            if (found.isEmpty() && cut > 0 && surplus > cut) {
                lessCredits(surplus - cut, others, Less.DISCOUNT);
            }
        } else if (surplus < 0) {
            List<Item> rest = Items.without(allPays, pays);
            Subsets<Item> subsets = new Subsets<>(Items.oldest(rest), 3, Items.OPEN);
            for (List<Item> more : subsets.of(-surplus, 1)) {
                add(Items.joined(pays, more), nets, Less.NOTHING, subsets.bounded());
            }
        }
        if (found.isEmpty() && surplus < 0) {
            moreLessACredit(-surplus, Items.without(allPays, pays), Items.oldest(others));
        }
        if (found.isEmpty() && pays.size() > 1) {
            someWithCredits(Items.joined(nets, Items.oldest(others)));
        }
        return !found.isEmpty();
    }

    private void lessCredits(long surplus, List<Item> others, Less less) {
        Subsets<Item> subsets = new Subsets<>(Items.oldest(others), 3, Items.OPEN);
        for (List<Item> credits : subsets.of(surplus, 1)) {
            add(pays, Items.joined(nets, credits), less, subsets.bounded());
        }
    }

    /** All that is named, and documents and a credit note beside that are not. */
    private void moreLessACredit(long lacking, List<Item> rest, List<Item> credits) {
        for (Item credit : credits) {
            Subsets<Item> subsets = new Subsets<>(Items.oldest(rest), 2, Items.OPEN);
            for (List<Item> more : subsets.of(lacking + credit.open(), 1)) {
                add(Items.joined(pays, more), Items.joined(nets, List.of(credit)), Less.NOTHING, subsets.bounded());
            }
        }
    }

    private void someWithCredits(List<Item> credits) {
        for (Item credit : credits) {
            Subsets<Item> subsets = new Subsets<>(Items.first(12, pays), 12, Items.OPEN);
            for (List<Item> set : subsets.of(line.size() + credit.open(), 1)) {
                add(set, List.of(credit), Less.NOTHING, subsets.bounded());
            }
        }
    }

    /** Named documents that do not come out even: all of them if there is enough, else the oldest first. */
    private void uneven() {
        long left = line.size();
        List<Share> shares = new ArrayList<>();
        List<Item> items = new ArrayList<>();
        for (Item item : pays) {
            long part = Math.min(left, item.open());
            if (part > 0) {
                shares.add(Share.of(item.id(), part));
                items.add(item);
                left -= part;
            }
        }
        Explanation one = new Explanation(items, shares, left > 0 ? Fit.OVER : Fit.PARTIAL);
        one.weighs(one.fit.weight - 1);
        one.speaksFor(ReasonCode.AMOUNT_ON_OLDEST_NAMED, "amount", List::of);
        one.doubt(ReasonCode.AMOUNT_NOT_EVEN);
        found.add(one);
    }

    private void add(List<Item> set, List<Item> netted, Less less, boolean bounded) {
        found.add(less.explain(set, netted, line, bounded));
    }
}
