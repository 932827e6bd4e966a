package org.bankfeed.matching.internal.core.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BankText.Run;
import org.jspecify.annotations.Nullable;

/**
 * Reads on where a text names a document and then says only what differs: {@code 2025-118/119/20} names three,
 * {@code 118 t/m 121} four. What it finds counts only among the documents of the party that the first number names.
 */
final class NumberLists {

    private static final Set<String> AND = Set.of("", "EN", "ET", "AND", "UND", "Y", "E", "U", "PLUS", "ALSOOK");
    private static final Set<String> TO =
            Set.of("TM", "TEM", "TOT", "TOTENMET", "TO", "THROUGH", "BIS", "A", "AU", "JUSQUA");

    private static final Set<String> HYPHENS = Set.of("-", "--", "–", "—", "..", "...", "…");

    /** Longer than any of these words, however often they stand between the numbers of a list. */
    private static final int LONGEST_WORD = 12;

    /** A range of more documents than this is no range of documents. */
    private static final long WIDEST = 60;

    private final BankText text;
    private final List<Step> steps = new ArrayList<>(0);

    /** From a whole number to the run of digits that goes on from it. */
    private record Step(Mentions.Hit first, Run run, String said, boolean range) {}

    /** @param hits of whole numbers, of any text */
    NumberLists(BankText text, List<Run> runs, List<Mentions.Hit> hits) {
        this.text = text;
        for (Run run : runs) {
            for (Mentions.Hit first : nearest(run, hits)) {
                String joint = letters(text, first.to(), run.from());
                if (AND.contains(joint) || TO.contains(joint)) {
                    steps.add(new Step(first, run, run.said(), TO.contains(joint)));
                }
            }
        }
    }

    /** Whether any step goes over a range, so that it may name numbers of which the text has no digit. */
    boolean hasRange() {
        for (Step step : steps) {
            if (step.range) {
                return true;
            }
        }
        return false;
    }

    /** The place that names an item as part of a list, or {@code null}. */
    Mentions.@Nullable Hit of(Item item) {
        for (Step step : steps) {
            Item first = step.first.item();
            Run run = step.run;
            if (first.party() != item.party() || !step.range && run.lastDigit() != item.ending() % 10) {
                continue;
            }
            if (!step.range && continues(first.lastDigits(), step.said, item.lastDigits())) {
                return hit(item, run.from(), run.to(), 1.8 * Math.min(4, step.said.length()) - 0.5);
            }
            if (step.range && within(first.lastDigits(), step.said, item.lastDigits())) {
                return hit(item, step.first.from(), run.to(), Weights.LISTED);
            }
        }
        return null;
    }

    private Mentions.Hit hit(Item item, int from, int to, double weight) {
        return new Mentions.Hit(item, text, from, to, weight, Mentions.How.LISTED);
    }

    /** Whether a hyphen or a word between two runs of digits may say "up to". */
    static boolean isRange(BankText text, Run first, Run second) {
        String joint = letters(text, first.to(), second.from());
        return joint.isEmpty()
                ? HYPHENS.contains(text.between(first.to(), second.from()).strip())
                : TO.contains(joint);
    }

    /** The whole numbers that end last before a run; several if documents share one. */
    private List<Mentions.Hit> nearest(Run run, List<Mentions.Hit> hits) {
        List<Mentions.Hit> nearest = new ArrayList<>(1);
        for (Mentions.Hit hit : hits) {
            if (hit.text() != text || hit.to() > run.from() || hit.how() != Mentions.How.NUMBER) {
                continue;
            }
            int last = nearest.isEmpty() ? -1 : nearest.get(0).to();
            if (hit.to() > last) {
                nearest.clear();
            }
            if (hit.to() >= last) {
                nearest.add(hit);
            }
        }
        return nearest;
    }

    /** The letters between two places; digits of the list between them do not count. */
    private static String letters(BankText text, int from, int to) {
        StringBuilder letters = new StringBuilder();
        for (int i = from; i < to && letters.length() <= LONGEST_WORD; i++) {
            if (!text.isDigit(i)) {
                letters.append(text.sign(i));
            }
        }
        return letters.toString();
    }

    private static boolean continues(String first, String said, String wanted) {
        int kept = first.length() - said.length();
        return kept > 0
                && wanted.length() == first.length()
                && wanted.endsWith(said)
                && wanted.regionMatches(0, first, 0, kept);
    }

    private static boolean within(String first, String said, String wanted) {
        int kept = first.length() - said.length();
        if (kept < 0 || wanted.length() != first.length() || first.length() > 18) {
            return false;
        }
        long low = Long.parseLong(first);
        long high = Long.parseLong(first.substring(0, kept) + said);
        long number = Long.parseLong(wanted);
        return low < number && number <= high && high - low <= WIDEST;
    }
}
