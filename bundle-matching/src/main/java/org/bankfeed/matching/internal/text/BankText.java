package org.bankfeed.matching.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.bankfeed.matching.Span;
import org.jspecify.annotations.Nullable;

/**
 * One text of a bank line, read once: its letters and digits, where each stood, and what lay between them. Separators
 * mean little in such texts (payers retype them, clearing formats fold at 27, 35 or 53 signs, blanks come and go), so
 * they are kept beside the signs and not among them.
 */
public final class BankText {

    /** Texts are at most 140 signs by the rules of the payment schemes; what is far longer is no remittance text. */
    private static final int LONGEST = 1200;

    /** A shorter one may be any number. */
    private static final int LEAST_OF_ID = 6;

    private static final byte NOTHING = 0;
    private static final byte SEPARATOR = 1;
    private static final byte LIST_SEPARATOR = 2;

    private final String field;
    private final String raw;
    private final char[] signs;
    private final int[] places;
    private final byte[] gaps;

    private boolean @Nullable [] dates;

    private boolean @Nullable [] asides;

    /** What a bank says of the payment in a field of its own, and may repeat here. */
    private final String said;

    private @Nullable List<String> words;

    private BankText(String field, String raw, String said, char[] signs, int[] places, byte[] gaps) {
        this.field = field;
        this.said = said;
        this.raw = raw;
        this.signs = signs;
        this.places = places;
        this.gaps = gaps;
    }

    /**
     * Reads a text.
     *
     * @param field the name under which evidence quotes it
     */
    public static BankText of(String field, String text) {
        return of(field, text, "");
    }

    /**
     * The same of a text in which the bank may repeat what it says in a field of its own.
     *
     * @param said the payer's id of the payment, or empty
     */
    public static BankText of(String field, String text, String said) {
        String raw = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        StringBuilder out = new StringBuilder(raw.length());
        int[] places = new int[raw.length() * 2 + 1];
        byte[] gaps = new byte[raw.length() * 2 + 2];
        byte gap = NOTHING;
        for (int i = 0; i < raw.length(); i++) {
            int mark = LineMarks.length(raw, i);
            if (mark > 0) {
                gap = (byte) Math.max(gap, SEPARATOR);
                i += mark - 1;
                continue;
            }
            int before = out.length();
            Fold.append(out, raw.charAt(i));
            if (out.length() == before) {
                gap = (byte) Math.max(gap, isListSeparator(raw.charAt(i)) ? LIST_SEPARATOR : SEPARATOR);
                continue;
            }
            gaps[before] = gap;
            gap = NOTHING;
            Arrays.fill(places, before, out.length(), i);
        }
        char[] signs = new char[out.length()];
        out.getChars(0, signs.length, signs, 0);
        return new BankText(field, raw, said, signs, Arrays.copyOf(places, signs.length), gaps);
    }

    private static boolean isListSeparator(char sign) {
        return sign == ',' || sign == ';' || sign == '&' || sign == '+' || sign == '|';
    }

    /** The name of the field, for evidence. */
    public String field() {
        return field;
    }

    /** The text as it came. */
    public String raw() {
        return raw;
    }

    /** How many letters and digits it has. */
    public int length() {
        return signs.length;
    }

    /** The letter (upper case, without accent) or digit at a place. */
    public char sign(int i) {
        return signs[i];
    }

    /** Whether a digit stands at a place; no place outside the text has one. */
    public boolean isDigit(int i) {
        return i >= 0 && i < signs.length && signs[i] >= '0' && signs[i] <= '9';
    }

    /** Whether anything stood between the sign before and this one. */
    public boolean gapBefore(int i) {
        return i > 0 && i < signs.length && gaps[i] != NOTHING;
    }

    /** Whether a sign that separates the parts of a list stood before this one. */
    public boolean listGapBefore(int i) {
        return i > 0 && i < signs.length && gaps[i] == LIST_SEPARATOR;
    }

    /**
     * Whether a word or number may begin or end here: at an end, at a separator, where letters meet digits, or where an
     * old clearing format folds its lines.
     */
    public boolean border(int i) {
        if (i <= 0 || i >= signs.length || gaps[i] != NOTHING || isDigit(i - 1) != isDigit(i)) {
            return true;
        }
        int place = places[i];
        return place % 35 == 0 || place % 27 == 0 || place % 53 == 0;
    }

    /** The characters of the text as it came, from one sign to before another. */
    public String quote(int from, int to) {
        return raw.substring(places[from], places[to - 1] + 1);
    }

    /** What stood between the sign before one place and that at another, neither letter nor digit if they are neighbours. */
    public String between(int end, int start) {
        return raw.substring(places[end - 1] + 1, places[start]);
    }

    /** Where those characters stand in the text as it came. */
    public Span span(int from, int to) {
        return new Span(places[from], places[to - 1] + 1);
    }

    /** Whether a colon and nothing else stood between the sign before and this one. */
    boolean colonBefore(int i) {
        return i < signs.length && places[i] - places[i - 1] == 2 && raw.charAt(places[i] - 1) == ':';
    }

    /** The letters and digits from one place to before another. */
    public String compact(int from, int to) {
        return new String(signs, from, to - from);
    }

    /** All letters and digits. */
    public String compact() {
        return new String(signs);
    }

    /** The text with letters that were taken for digits read as those digits, or {@code null} if there are none. */
    public @Nullable BankText withoutLookalikes() {
        char[] undone = Lookalikes.undone(signs, gaps);
        return undone == null ? null : new BankText(field, raw, said, undone, places, gaps);
    }

    /** The runs of digits that nothing interrupts; dates, account numbers and the like left out. */
    public List<Run> runs() {
        boolean[] others = others();
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < signs.length; i++) {
            if (!isDigit(i) || others[i]) {
                continue;
            }
            int end = i + 1;
            while (isDigit(end) && gaps[end] == NOTHING && !others[end]) {
                end++;
            }
            runs.add(run(i, end));
            i = end - 1;
        }
        return runs;
    }

    private Run run(int from, int to) {
        int first = from;
        while (first < to - 1 && signs[first] == '0') {
            first++;
        }
        return new Run(from, to, compact(first, to), WordsBefore.announceDocument(this, from));
    }

    /** Whether an amount stands in the text, with its cents. */
    public boolean writes(long hundredths) {
        return Amounts.before(raw, hundredths) != null;
    }

    /** The amount that a run of digits is part of; see {@link Amounts#at}. */
    public long amountAt(Run run) {
        return Amounts.at(raw, places[run.from()], places[run.to() - 1] + 1);
    }

    /** Whether nothing stands before a place, or one sign that joins it to a digit before: "B525", "2025-258". */
    boolean isOneNumber(int place) {
        if (gaps[place] == NOTHING) {
            return true;
        }
        String between = between(place, place);
        return isDigit(place - 1) && between.length() == 1 && "-/.".contains(between);
    }

    /** Where the word begins that ends before a place; the place itself if no letter stands there. */
    public int wordBefore(int end) {
        int from = end;
        while (from > 0 && !isDigit(from - 1) && (from == end || gaps[from] == NOTHING)) {
            from--;
        }
        return from;
    }

    /** Where the word ends that begins at a place; the place itself if no letter stands there. */
    int wordAfter(int from) {
        int to = from;
        while (to < signs.length && !isDigit(to) && (to == from || gaps[to] == NOTHING)) {
            to++;
        }
        return to;
    }

    /** Whether a word of some kind stands in the text. */
    boolean hasWord(Predicate<String> kind) {
        List<String> all = words();
        for (int i = 0; i < all.size(); i++) {
            if (kind.test(all.get(i))) {
                return true;
            }
        }
        return false;
    }

    /**
     * The words of the text, the last first, and those that a line's end parts in two; what stands for something else is asked of
     * them again and again.
     */
    private List<String> words() {
        if (words == null) {
            words = new ArrayList<>();
            for (int end = signs.length; end > 0; end--) {
                int from = wordBefore(end);
                if (from < end) {
                    words.add(compact(from, end));
                    if (isFold(from)) {
                        words.add(compact(wordBefore(from), end));
                    }
                    end = from + 1;
                }
            }
        }
        return words;
    }

    /** Whether nothing but the end of a line, or what MT940 writes there, stands before a place. */
    private boolean isFold(int place) {
        if (place == 0 || places[place] - places[place - 1] < 2) {
            return false;
        }
        String between = between(place, place);
        return between.equals("\n") || LineMarks.length(raw, places[place - 1] + 1) == between.length();
    }

    /** Whether any digit stands in the text. */
    public boolean hasDigits() {
        for (char sign : signs) {
            if (sign <= '9') {
                return true;
            }
        }
        return false;
    }

    /** The letters directly before a place, with nothing between; empty if there are none. */
    public String gluedWord(int place) {
        int from = place;
        while (from > 0 && !isDigit(from - 1) && gaps[from] == NOTHING) {
            from--;
        }
        return compact(from, place);
    }

    /** A number with the letters that stand directly before it. */
    public String wordWith(Run run) {
        return gluedWord(run.from()) + compact(run.from(), run.to());
    }

    private boolean[] others() {
        boolean[] others = dates().clone();
        boolean[] asides = asides();
        for (int i = 0; i < signs.length; i++) {
            others[i] |= asides[places[i]];
        }
        return others;
    }

    private boolean[] asides() {
        if (asides == null) {
            asides = new boolean[raw.length()];
            Asides.mark(raw, asides);
            markRepeated(asides);
        }
        return asides;
    }

    /** Marks where the bank repeats the payer's id of the payment, unless that is all, or said to be an invoice's. */
    private void markRepeated(boolean[] asides) {
        String id = said.length() < LEAST_OF_ID ? "" : Fold.compact(said);
        String all = id.length() < LEAST_OF_ID ? "" : compact();
        int at = id.isEmpty() || all.length() == id.length() ? -1 : all.indexOf(id);
        if (at >= 0 && border(at) && border(at + id.length()) && !WordsBefore.isInvoiceWord(this, at)) {
            Arrays.fill(asides, places[at], places[at + id.length() - 1] + 1, true);
        }
    }

    /** Whether a place is in an account number, a telephone's, a block of the bank's: beside what the payer says. */
    boolean isAside(int place) {
        return asides()[places[place]];
    }

    /** Marks the signs that stand in a part of the text as it came. */
    void mark(boolean[] marks, int from, int to) {
        for (int i = 0; i < signs.length; i++) {
            marks[i] |= places[i] >= from && places[i] < to;
        }
    }

    private boolean[] dates() {
        if (dates == null) {
            dates = DateMarks.of(this);
        }
        return dates;
    }

    /** Whether all that stands between two places is part of a date. */
    public boolean inDate(int from, int to) {
        boolean[] inDates = dates();
        for (int i = from; i < to; i++) {
            if (!inDates[i]) {
                return false;
            }
        }
        return true;
    }

    /**
     * A run of digits.
     *
     * @param from first sign
     * @param to after its last sign
     * @param digits without leading zeros
     * @param announced whether a word such as "invoice" stands before it
     */
    public record Run(int from, int to, String digits, boolean announced) {

        /** The last of the digits. */
        public int lastDigit() {
            return digits.charAt(digits.length() - 1) - '0';
        }

        /** Whether it may be a month in figures. */
        public boolean isMonth() {
            return to - from <= 2
                    && digits.length() <= 2
                    && Integer.parseInt(digits) >= 1
                    && Integer.parseInt(digits) <= 12;
        }

        /** Whether it may be a year of this century. */
        public boolean isYear() {
            return to - from == 4 && digits.startsWith("20");
        }

        /** The digits with the zeros before them, letters that were taken for digits read as those. */
        public String said() {
            return "0".repeat(to - from - digits.length()) + digits;
        }
    }
}
