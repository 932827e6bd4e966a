package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Tolerance;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.AmountIndex;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OpenItems;
import org.bankfeed.matching.internal.core.book.Payer;
import org.bankfeed.matching.internal.core.book.PayerEvidence;
import org.bankfeed.matching.internal.core.book.SaidName;
import org.bankfeed.matching.internal.core.read.Mentions;

/**
 * Finds documents of exactly a line's amount whose party nothing else points at: a shortened number may name one, or a
 * single word of the payer's name; else those that are due about now are shown.
 */
public final class AmountFinder {

    private static final int MOST_UNNAMED = 4;

    /** A party that shares a word with the payer, and nothing more, says this much at least. */
    private static final double ONE_WORD = 0.3;

    /** Of a party with more open documents, no amount is looked for by one word of its name. */
    private static final int MOST_OPEN = 50;

    private final Book book;
    private final Line line;
    private final Tolerance tolerance;
    private final Mentions mentions;
    private final Told told;
    private final List<Explanation> found = new ArrayList<>(4);

    public AmountFinder(Book book, Line line, Tolerance tolerance, Mentions mentions, Told told) {
        this.book = book;
        this.line = line;
        this.tolerance = tolerance;
        this.mentions = mentions;
        this.told = told;
    }

    /**
     * The explanations.
     *
     * @param done parties that were looked at already
     * @param identified whether account or mandate say who pays: then only what the text names counts
     */
    public List<Explanation> explanations(Set<Payer> done, boolean identified) {
        // what the text names by its whole number belongs to a party that was looked at already
        if (mentions.shortenNothing() && (identified || told.outweighs(Fit.EXACT.weight + Weights.NAME_AT_MOST))) {
            return found;
        }
        List<Item> items = book.documents().amounts().of(line.in(), line.size());
        boolean tooMany = items.size() >= AmountIndex.MOST;
        List<Item> unnamed = new ArrayList<>();
        for (Item item : items) {
            if (!item.currency().equals(line.currency())) {
                continue;
            }
            // the party is asked for last: it lies elsewhere in memory
            boolean named = mentions.of(item) != null;
            if (!named && identified || done.contains(item.party())) {
                continue;
            }
            if (named) {
                add(item, 0, tooMany);
            } else {
                unnamed.add(item);
            }
        }
        if (!identified && (tooMany || !unnamed.isEmpty())) {
            unnamed(unnamed, done, tooMany);
        }
        return found;
    }

    private void unnamed(List<Item> items, Set<Payer> done, boolean tooMany) {
        SaidName name = book.payers().name(line);
        if (tooMany) {
            for (Payer payer : book.payers().sharingAWord(name)) {
                if (!done.contains(payer) && payer.open().size() <= MOST_OPEN) {
                    addThoseThatFit(payer.open(), items);
                }
            }
        }
        Map<Item, Double> said = new HashMap<>();
        items.forEach(item -> {
            double likeness = name.likeness(item.party());
            said.put(item, likeness == 0 ? 0 : Math.max(ONE_WORD, likeness));
        });
        int day = (int) line.day().toEpochDay();
        items.sort(Comparator.comparingDouble((Item item) -> -said.getOrDefault(item, 0.0))
                .thenComparingInt(item -> Math.abs(item.dueOn() - day))
                .thenComparing(item -> item.id()));
        for (Item item : items.subList(0, Math.min(MOST_UNNAMED, items.size()))) {
            add(item, said.getOrDefault(item, 0.0), tooMany);
        }
    }

    private void addThoseThatFit(OpenItems open, List<Item> items) {
        for (int i = 0; i < open.size(); i++) {
            Item item = open.get(i);
            boolean fits = open.amount(i) == line.size()
                    && open.settledByMoneyIn(i) == line.in()
                    && item.currency().equals(line.currency())
                    && mentions.of(item) == null;
            if (fits && !items.contains(item)) {
                items.add(item);
            }
        }
    }

    private void add(Item item, double likeness, boolean tooMany) {
        Explanation one = OneDocument.explain(item, line, tolerance, mentions);
        if (one == null) {
            return;
        }
        one.payerWeighs(likeness);
        if (likeness > 0) {
            one.says(() -> PayerEvidence.nameIsLike(item.party(), line));
        }
        if (tooMany) {
            one.doubt(ReasonCode.AMOUNT_OF_TOO_MANY);
        }
        found.add(one);
    }
}
