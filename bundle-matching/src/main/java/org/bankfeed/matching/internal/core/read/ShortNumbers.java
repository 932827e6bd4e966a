package org.bankfeed.matching.internal.core.read;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Endings;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.read.Mentions.Hit;
import org.bankfeed.matching.internal.core.read.Mentions.How;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BankText.Run;
import org.bankfeed.matching.internal.text.NumberForms;
import org.bankfeed.matching.internal.text.WordsBefore;
import org.jspecify.annotations.Nullable;

/** Numbers that a text shortens to their end, and lists that go on from a whole number; asked for one item at a time. */
final class ShortNumbers {

    private static final Comparator<Run> IN_ORDER = Comparator.comparingInt(Run::from);

    /** A text with more numbers than this names nothing by the ends of some. */
    private static final int MOST_RUNS = 120;

    private final List<BankText> texts;
    private final List<Hit> hits;
    private final List<List<Run>> runs = new ArrayList<>(2);
    private final List<NumberLists> lists = new ArrayList<>(0);
    private final Map<Item, Hit> found = new HashMap<>(4);

    /** Of all runs but those that are a whole number of ours, or a part of one. */
    private final Endings endings = new Endings();

    private @Nullable NumberRanges numberRanges;

    /** Whether numbers may be named of which the text has no digit. */
    private boolean ranges;

    ShortNumbers(List<BankText> texts, List<Hit> hits, List<MentionReader.UndoneRun> undone) {
        this.texts = texts;
        this.hits = hits;
        for (BankText text : texts) {
            List<Run> all = text.runs();
            for (MentionReader.UndoneRun one : undone) {
                if (one.text() == text) {
                    all.removeIf(run -> run.from() >= one.run().from()
                            && run.to() <= one.run().to());
                    all.add(one.run());
                    all.sort(IN_ORDER);
                }
            }
            removeMonths(all);
            runs.add(all);
            if (all.size() > MOST_RUNS) {
                continue;
            }
            for (Run run : all) {
                if (!isWhole(text, run)) {
                    endings.add(run.digits());
                }
            }
            if (!hits.isEmpty()) {
                NumberLists list = new NumberLists(text, all, hits);
                lists.add(list);
                ranges |= list.hasRange();
            }
        }
    }

    /** "3/2026" is rather March than a number, unless a word says that it is one. */
    private static void removeMonths(List<Run> runs) {
        for (int i = runs.size() - 2; i >= 0; i--) {
            Run run = runs.get(i);
            Run next = runs.get(i + 1);
            boolean month = run.isMonth() && next.isYear() && run.to() == next.from() && !run.announced();
            if (month && (i == 0 || runs.get(i - 1).to() < run.from())) {
                runs.remove(i + 1);
                runs.remove(i);
                // what stands before has lost its neighbour, and is none of a month and a year
                i--;
            }
        }
    }

    /** The runs of digits of a text, by its place among the texts. */
    List<Run> runs(int text) {
        return runs.get(text);
    }

    /** Whether a run is part of what was found of an item so far. */
    boolean covers(BankText text, Run run) {
        return covers(hits, text, run) || covers(found.values(), text, run);
    }

    private static boolean covers(Iterable<Hit> hits, BankText text, Run run) {
        for (Hit hit : hits) {
            if (hit.text() == text && run.from() >= hit.from() && run.to() <= hit.to()) {
                return true;
            }
        }
        return false;
    }

    /** What was found of the items that were asked for so far. */
    Collection<Hit> found() {
        return found.values();
    }

    boolean nameNothing() {
        return endings.isEmpty() && !ranges;
    }

    /** Whether anything here may name a document whose number ends so; a range names numbers that do not stand here. */
    boolean mayName(byte ending) {
        return endings.hold(ending) || ranges && ending != Endings.NONE;
    }

    /** The weightiest place that names an item by less than its whole number, or {@code null}. */
    @Nullable
    Hit of(Item item) {
        if (!mayName(item.ending())) {
            return null;
        }
        Hit best = found.get(item);
        if (best != null) {
            return best;
        }
        best = heavier(shortened(item), grouped(item));
        for (NumberLists list : lists) {
            best = heavier(best, list.of(item));
        }
        if (best != null) {
            found.put(item, best);
        }
        return best;
    }

    /** The items that a range names if all of them come out at an amount; empty if none does. From then on they are named. */
    List<Item> range(long amount, List<Item> items) {
        List<Hit> within = numberRanges().comingOutAt(amount, items);
        for (Hit hit : within) {
            ranges = true;
            found.merge(hit.item(), hit, (a, b) -> b.weight() > a.weight() ? b : a);
        }
        return within.stream().map(Hit::item).toList();
    }

    /** Whether anything may be a range, be it of days or years. */
    boolean mayBeRange() {
        return !numberRanges().isEmpty();
    }

    private NumberRanges numberRanges() {
        if (numberRanges == null) {
            numberRanges = new NumberRanges(texts, runs);
        }
        return numberRanges;
    }

    private static @Nullable Hit heavier(@Nullable Hit a, @Nullable Hit b) {
        return a == null || b != null && b.weight() > a.weight() ? b : a;
    }

    private @Nullable Hit shortened(Item item) {
        Hit best = null;
        String lastDigits = item.lastDigits();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j < runs.get(i).size(); j++) {
                Run run = runs.get(i).get(j);
                NumberForms.Serial serial = run.lastDigit() == item.ending() % 10
                        ? NumberForms.serial(lastDigits, run.digits())
                        : NumberForms.Serial.NO;
                if (serial == NumberForms.Serial.NO
                        || GroupedNumber.ofAnotherMonth(item, texts.get(i), runs.get(i), j)
                        || GroupedNumber.ofAnotherYear(item, texts.get(i), runs.get(i), j)
                        || GroupedNumber.ofAnotherEnd(item, texts.get(i), runs.get(i), j)) {
                    continue;
                }
                double weight = Weights.shortNumber(run, serial)
                        + MentionReader.Prefix.of(texts.get(i), run.from()).takes(item)
                        - (WordsBefore.isOfNoDocument(texts.get(i), run.from()) ? Weights.OF_AN_ORDER : 0);
                if (weight > 0
                        && (best == null || weight > best.weight())
                        && !coveredByOther(texts.get(i), run, item)) {
                    best = new Hit(item, texts.get(i), run.from(), run.to(), weight, How.SHORT);
                }
            }
        }
        return best;
    }

    /** Its serial with other groups of its number beside it: "240/6/2025" of FV/0240/06/2025/K, "43-25" of FV-00643-25. */
    private @Nullable Hit grouped(Item item) {
        Hit best = null;
        GroupedNumber number = null;
        for (int i = 0; i < texts.size(); i++) {
            List<Run> of = runs.get(i);
            for (int j = 0; j < of.size() && of.size() > 1; j++) {
                if (of.get(j).lastDigit() != item.ending() % 10
                        || GroupedNumber.ofAnotherYear(item, texts.get(i), of, j)) {
                    continue;
                }
                number = number == null ? new GroupedNumber(item) : number;
                Hit hit = number.in(texts.get(i), of, j);
                if (hit != null && !coveredByOther(texts.get(i), of.get(j), item)) {
                    best = heavier(best, hit);
                }
            }
        }
        return best;
    }

    /** Whether a run of digits is part of something longer that names another item. */
    private boolean coveredByOther(BankText text, Run run, Item item) {
        for (Hit hit : hits) {
            if (hit.item() != item && isWithin(hit, text, run)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a run of digits names an item beyond doubt, or is part of what does: it shortens no other's number. */
    private boolean isWhole(BankText text, Run run) {
        for (Hit hit : hits) {
            if (isWithin(hit, text, run)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(Hit strong, BankText text, Run run) {
        return strong.text() == text && run.from() >= strong.from() && run.to() <= strong.to() && strong.strong();
    }
}
