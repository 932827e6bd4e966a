package org.bankfeed.matching.internal.core.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BankText.Run;
import org.bankfeed.matching.internal.text.NumberForms;

/**
 * Reads "118-121" as a range of documents. Two numbers with a hyphen between may be many other things (days, a list, a
 * telephone), so that it counts only where both ends are open documents of one party and all between them come out at the
 * amount.
 */
final class NumberRanges {

    /** A range of more documents than this is no range of documents. */
    private static final long WIDEST = 60;

    private static final int LONGEST_NUMBER = 18;

    private final List<Range> ranges = new ArrayList<>(0);

    /**
     * Two numbers of which the second is higher.
     *
     * @param digits how many the higher one has
     */
    private record Range(BankText text, int from, int to, long low, long high, int digits) {

        private boolean holds(long number) {
            return low <= number && number <= high;
        }

        private Mentions.Hit mention(Item item) {
            return new Mentions.Hit(item, text, from, to, Weights.IN_RANGE, Mentions.How.LISTED);
        }
    }

    /** The documents of one series that a range holds. */
    private static final class Row {
        private final List<Item> items = new ArrayList<>();
        private long sum;
        private boolean low;
        private boolean high;

        private void add(Item item, long number, Range range) {
            items.add(item);
            sum += item.open();
            low |= number == range.low;
            high |= number == range.high;
        }
    }

    /** @param runs of each text */
    NumberRanges(List<BankText> texts, List<List<Run>> runs) {
        for (int i = 0; i < texts.size(); i++) {
            for (int j = 0; j + 1 < runs.get(i).size(); j++) {
                read(texts.get(i), runs.get(i).get(j), runs.get(i).get(j + 1));
            }
        }
    }

    private void read(BankText text, Run first, Run second) {
        String low = first.said();
        String end = second.said();
        int kept = low.length() - end.length();
        if (low.length() > LONGEST_NUMBER
                || end.length() > LONGEST_NUMBER
                || !NumberLists.isRange(text, first, second)) {
            return;
        }
        String high = kept > 0 ? low.substring(0, kept) + end : end;
        long from = Long.parseLong(low);
        long to = Long.parseLong(high);
        if (from < to && to - from <= WIDEST) {
            ranges.add(new Range(text, first.from(), second.to(), from, to, high.length()));
        }
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /**
     * The mentions of a range that comes out; empty if none does, or two do.
     *
     * @param items of one party and one side
     * @param amount what all of them together must come to
     */
    List<Mentions.Hit> comingOutAt(long amount, List<Item> items) {
        List<Mentions.Hit> found = List.of();
        for (Range range : ranges) {
            for (Row row : rows(range, items)) {
                if (row.low && row.high && row.sum == amount) {
                    if (!found.isEmpty()) {
                        return List.of();
                    }
                    found = row.items.stream().map(range::mention).toList();
                }
            }
        }
        return found;
    }

    private static Iterable<Row> rows(Range range, List<Item> items) {
        Map<String, Row> rows = new LinkedHashMap<>(2);
        for (Item item : items) {
            long number = number(item, range.digits);
            if (number >= 0 && range.holds(number)) {
                rows.computeIfAbsent(series(item), s -> new Row()).add(item, number, range);
            }
        }
        return rows.values();
    }

    /** What a number is without its serial: 154/04 and 154/05 are of two. */
    private static String series(Item item) {
        String serial = item.lastDigits();
        int at = item.number().lastIndexOf(serial);
        return item.number().substring(0, at) + '#' + item.number().substring(at + serial.length());
    }

    /** The serial of an item as the range would write it, or -1. */
    private static long number(Item item, int digits) {
        String all = item.lastDigits();
        if (all.isEmpty()) {
            return -1;
        }
        String end = all.substring(Math.max(0, all.length() - digits));
        long number = end.length() > LONGEST_NUMBER ? -1 : Long.parseLong(end);
        boolean said = number > 0 && NumberForms.serial(all, Long.toString(number)) != NumberForms.Serial.NO;
        return said ? number : -1;
    }
}
