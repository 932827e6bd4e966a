package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.read.Mentions;

/**
 * Finds what a line may pay of a party who is customer and supplier in one: our invoice less his, where the text names one of
 * them or says that something was set off.
 */
final class SetOff {

    /** So many documents of the other side may be kept back at once without being named. */
    private static final int MOST_UNNAMED = 2;

    private final Line line;
    private final Mentions mentions;
    private final Candidates pays;
    private final Candidates owed;
    private final Candidates credits;
    private final List<Explanation> found = new ArrayList<>(2);

    /**
     * Of one party's documents.
     *
     * @param pays what the line settles
     * @param credits what is kept back from that on the same side of the books
     * @param owed what is owed the other way, on the other side of the books
     */
    SetOff(Line line, Mentions mentions, Candidates pays, Candidates credits, Candidates owed) {
        this.line = line;
        this.mentions = mentions;
        this.pays = pays;
        this.credits = credits;
        this.owed = owed;
    }

    List<Explanation> explanations() {
        List<Item> namedPays = pays.clearlyNamed();
        List<Item> namedOwed = owed.clearlyNamed();
        if (!namedPays.isEmpty() && !namedOwed.isEmpty()) {
            bothNamed(namedPays, namedOwed);
        } else if (!namedPays.isEmpty()) {
            lessUnnamed(namedPays);
        } else if (!namedOwed.isEmpty()) {
            unnamedLess(namedOwed);
        } else if (mentions.words().saySetOff()) {
            Items.oldest(owed.items()).forEach(one -> unnamedLess(List.of(one)));
        }
        return found;
    }

    private void bothNamed(List<Item> settled, List<Item> kept) {
        if (Items.open(settled) - Items.open(kept) == line.size()) {
            found.add(Less.SET_OFF.explain(settled, kept, line, false));
        }
    }

    private void lessUnnamed(List<Item> settled) {
        long lacking = Items.open(settled) - line.size();
        if (lacking > 0) {
            Subsets<Item> subsets = new Subsets<>(Items.oldest(owed.items()), MOST_UNNAMED, Items.OPEN);
            subsets.of(lacking, 1).forEach(kept -> add(settled, kept, subsets.bounded()));
            if (found.isEmpty()) {
                Items.oldest(credits.items()).forEach(credit -> lessCredit(settled, credit, lacking - credit.open()));
            }
        }
    }

    /** Our invoice less a credit note of ours, and less one document of his. */
    private void lessCredit(List<Item> settled, Item credit, long lacking) {
        List<Item> oldest = Items.oldest(owed.items());
        boolean bounded =
                oldest.size() < owed.size() || Items.oldest(credits.items()).size() < credits.size();
        for (Item one : oldest) {
            if (one.open() == lacking) {
                add(settled, List.of(credit, one), bounded);
            }
        }
    }

    private void unnamedLess(List<Item> kept) {
        long due = line.size() + Items.open(kept);
        for (int i = 0; i < pays.size(); i++) {
            if (pays.amount(i) == due) {
                add(List.of(pays.get(i)), kept, false);
            }
        }
    }

    private void add(List<Item> settled, List<Item> kept, boolean bounded) {
        Explanation one = Less.SET_OFF.explain(settled, kept, line, bounded);
        if (!mentions.words().saySetOff()) {
            one.doubt(ReasonCode.SET_OFF_UNSAID);
        }
        found.add(one);
    }
}
