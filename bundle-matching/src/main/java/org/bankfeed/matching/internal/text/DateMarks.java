package org.bankfeed.matching.internal.text;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which signs of a text are part of a date or of a time of day. */
final class DateMarks {

    private static final Pattern FOLDED =
            Pattern.compile("(?<!\\d)(?:\\d \\d[./-]\\d\\d|\\d\\d[./-]\\d \\d)[./-]20\\d\\d(?!\\d)"
                    + "|(?<!\\d)\\d\\d[./-]\\d\\d[./-](?:2 0\\d\\d|20 \\d\\d|20\\d \\d)(?!\\d)");

    private final BankText text;
    private final int length;

    private DateMarks(BankText text) {
        this.text = text;
        this.length = text.length();
    }

    /** For each sign whether it is. */
    static boolean[] of(BankText text) {
        return new DateMarks(text).find();
    }

    private boolean[] find() {
        boolean[] found = new boolean[length];
        for (int i = 0; i < length; i++) {
            if (text.isDigit(i) && (i == 0 || text.border(i)) && !isDigitGlued(i)) {
                int end = Math.max(dateEnd(i), timeEnd(i));
                if (end > 0) {
                    Arrays.fill(found, i, end, true);
                    i = end - 1;
                }
            }
        }
        folded(found);
        return found;
    }

    /** Marks days with the year's century that a blank parts within a number: "09.1 0.2024", where a line was folded. */
    private void folded(boolean[] found) {
        String raw = text.raw();
        if (!hasPartedNumber(raw)) {
            return;
        }
        for (Matcher day = FOLDED.matcher(raw); day.find(); ) {
            text.mark(found, day.start(), day.end());
        }
    }

    private static boolean hasPartedNumber(String raw) {
        int blank = raw.indexOf(' ', 1);
        while (blank > 0 && blank + 1 < raw.length()) {
            if (Digits.isDigit(raw.charAt(blank - 1)) && Digits.isDigit(raw.charAt(blank + 1))) {
                return true;
            }
            blank = raw.indexOf(' ', blank + 1);
        }
        return false;
    }

    private boolean isDigitGlued(int i) {
        return text.isDigit(i - 1) && !text.gapBefore(i);
    }

    /** The end of a date such as 05/01/2025, 5.1.25 or 2025-01-05 that begins here, or 0. */
    private int dateEnd(int i) {
        int a = numberEnd(i);
        int b = a < length && separatorOfDate(a) ? numberEnd(a) : 0;
        int c = b > 0 && b < length && separatorOfDate(b) ? numberEnd(b) : 0;
        if (c == 0) {
            return 0;
        }
        int first = value(i, a);
        int second = value(a, b);
        int third = value(b, c);
        boolean dayFirst = a - i <= 2 && b - a <= 2 && (c - b == 2 || c - b == 4 && third >= 1990 && third < 2100);
        boolean yearFirst = a - i == 4 && first >= 1990 && first < 2100 && b - a == 2 && c - b == 2;
        if (dayFirst && first >= 1 && first <= 31 && second >= 1 && second <= 12) {
            return c;
        }
        return yearFirst && second >= 1 && second <= 12 && third >= 1 && third <= 31 ? c : 0;
    }

    /** The end of a time of day such as 09:41 or 09:41:07 that begins here, or 0. */
    private int timeEnd(int i) {
        int hour = numberEnd(i);
        int minute = text.colonBefore(hour) ? numberEnd(hour) : 0;
        if (hour - i > 2 || minute - hour != 2 || value(i, hour) > 23 || value(hour, minute) > 59) {
            return 0;
        }
        int second = text.colonBefore(minute) ? numberEnd(minute) : 0;
        return second - minute == 2 ? second : minute;
    }

    private boolean separatorOfDate(int i) {
        if (!text.isDigit(i) || !text.gapBefore(i)) {
            return false;
        }
        String between = text.between(i, i);
        // "12. 3. 2024", and "24/08/ 2024" where a line was folded
        boolean blank = between.length() == 2 && between.indexOf(' ') >= 0 && between.indexOf('-') < 0;
        String sign = blank ? between.strip() : between;
        return sign.length() == 1 && "/.-".contains(sign);
    }

    private int numberEnd(int i) {
        int end = i;
        while (text.isDigit(end) && (end == i || !text.gapBefore(end))) {
            end++;
        }
        return end;
    }

    private int value(int from, int to) {
        int value = 0;
        for (int i = from; i < to && i < from + 6; i++) {
            value = value * 10 + text.sign(i) - '0';
        }
        return value;
    }
}
