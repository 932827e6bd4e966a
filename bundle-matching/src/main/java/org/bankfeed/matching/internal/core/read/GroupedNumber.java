package org.bankfeed.matching.internal.core.read;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.text.BankText;
import org.bankfeed.matching.internal.text.BankText.Run;
import org.bankfeed.matching.internal.text.NumberForms;
import org.bankfeed.matching.internal.text.NumberParts;
import org.jspecify.annotations.Nullable;

/** An item's number as people write it group by group: zeros left out within it, the century, a month. */
final class GroupedNumber {

    private static final double GROUP = 1.5;

    /** Of a long group of which only the end is said, as of a day. */
    private static final double END_OF_GROUP = 4;

    private static final double MOST = 10;

    /** A serial of which only the end is said has at least so many digits. */
    private static final int SHORTEST_END = 2;

    /** A year that lies further off is no year of a document that is open. */
    private static final int MOST_YEARS = 5;

    /** So many groups of a number may stand between its serial and its year, the year included. */
    private static final int MOST_GROUPS = 2;

    private final Item item;
    private final NumberParts parts;
    private final LocalDate issued;

    GroupedNumber(Item item) {
        this.item = item;
        this.parts = item.parts();
        this.issued = item.issued();
    }

    /**
     * The place that says the serial and at least one other group of the number, or {@code null}; of a serial that is cut
     * to its end, the year must be one of them.
     *
     * @param at the run that may say the serial
     */
    Mentions.@Nullable Hit in(BankText text, List<Run> runs, int at) {
        Run serial = runs.get(at);
        boolean whole = NumberForms.serial(item.lastDigits(), serial.digits()) == NumberForms.Serial.WHOLE;
        boolean end =
                serial.said().length() >= SHORTEST_END && item.lastDigits().endsWith(serial.said());
        if (!whole && !end) {
            return null;
        }
        double groups = 0;
        boolean year = false;
        int first = at;
        for (int group = parts.serial() - 1; group >= 0 && first > 0; group--) {
            if (joined(text, runs.get(first - 1), runs.get(first)) && says(group, runs.get(first - 1))) {
                first--;
                groups += weight(group, runs.get(first));
                year |= parts.isYear(group, issued);
            }
        }
        int last = at;
        for (int group = parts.serial() + 1; group < parts.groups().size() && last + 1 < runs.size(); group++) {
            if (joined(text, runs.get(last), runs.get(last + 1)) && says(group, runs.get(last + 1))) {
                last++;
                groups += weight(group, runs.get(last));
                year |= parts.isYear(group, issued);
            }
        }
        if (groups == 0 || !whole && !year || year && groups <= GROUP && looksLikeMonth(serial)) {
            return null;
        }
        int from = runs.get(first).from();
        double weight = whole ? Weights.serial(serial) + groups : Weights.endOfSerial(serial);
        weight = Math.min(MOST, weight) + MentionReader.Prefix.of(text, from).takes(item);
        return weight <= 0
                ? null
                : new Mentions.Hit(item, text, from, runs.get(last).to(), weight, Mentions.How.SHORT);
    }

    /** Whether a run that may say an item's serial has a month behind it that is not the one in its number: "18/2" of 18/01/2025. */
    static boolean ofAnotherMonth(Item item, BankText text, List<Run> runs, int at) {
        if (at + 1 >= runs.size() || !runs.get(at + 1).isMonth() || !joined(text, runs.get(at), runs.get(at + 1))) {
            return false;
        }
        NumberParts parts = item.parts();
        return parts.isMonth(parts.serial() + 1, item.issued())
                && !parts.says(parts.serial() + 1, runs.get(at + 1).digits());
    }

    /** Whether a year stands in one number with a run that may say an item's serial, and another than its own: "2024-174" of 2025-174. */
    static boolean ofAnotherYear(Item item, BankText text, List<Run> runs, int at) {
        Run year = yearBeside(text, runs, at);
        if (year == null) {
            return false;
        }
        int issued = item.issued().getYear();
        int said = Integer.parseInt(year.digits());
        return said != issued
                && Math.abs(said - issued) <= MOST_YEARS
                && item.parts().hasYear(item.issued());
    }

    /**
     * Whether what stands in one number behind a run that may say an item's serial is as long as what stands there in its own,
     * or longer, and another: "0399/562" of 0399/25.
     */
    static boolean ofAnotherEnd(Item item, BankText text, List<Run> runs, int at) {
        NumberParts parts = item.parts();
        int group = parts.serial() + 1;
        if (group == 0
                || group >= parts.groups().size()
                || at + 1 >= runs.size()
                || !areOne(text, runs.get(at), runs.get(at + 1))) {
            return false;
        }
        Run end = runs.get(at + 1);
        return !end.isYear()
                && end.said().length() >= parts.groups().get(group).length()
                && !parts.says(group, end.digits());
    }

    private static @Nullable Run yearBeside(BankText text, List<Run> runs, int at) {
        for (int i = at; i > 0 && i > at - MOST_GROUPS && areOne(text, runs.get(i - 1), runs.get(i)); i--) {
            if (runs.get(i - 1).isYear()) {
                return runs.get(i - 1);
            }
        }
        for (int i = at;
                i + 1 < runs.size() && i < at + MOST_GROUPS && areOne(text, runs.get(i), runs.get(i + 1));
                i++) {
            if (runs.get(i + 1).isYear()) {
                return runs.get(i + 1);
            }
        }
        return null;
    }

    /** Whether nothing but one sign stands between two runs. */
    private static boolean areOne(BankText text, Run a, Run b) {
        return a.to() == b.from() && "-/._".contains(text.between(a.to(), b.from()));
    }

    /** "3/2026" is rather March than the third invoice, unless a word says otherwise. */
    private static boolean looksLikeMonth(Run serial) {
        return !serial.announced() && serial.isMonth();
    }

    private static boolean joined(BankText text, Run a, Run b) {
        return a.to() == b.from() && !text.listGapBefore(b.from());
    }

    private double weight(int group, Run run) {
        return parts.says(group, run.digits()) ? GROUP : END_OF_GROUP;
    }

    private boolean says(int group, Run run) {
        return parts.says(group, run.digits()) || parts.endsIn(group, run.said());
    }
}
