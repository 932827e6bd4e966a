package org.bankfeed.matching.internal.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days that a text writes in figures, the day first or the year first: 05/01/2025, 5.1.25, 2025-01-05. */
public final class Dates {

    private static final Pattern DAY_FIRST =
            Pattern.compile("(?<!\\d)(\\d{1,2})([/.-])(\\d{1,2})\\2(?:20)?(\\d{2})(?!\\d)");
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)20(\\d{2})([/.-])(\\d{2})\\2(\\d{2})(?!\\d)");

    private Dates() {}

    /** The days that a text writes; what no calendar has is none. */
    public static Set<LocalDate> of(String text) {
        Set<LocalDate> days = new HashSet<>(2);
        for (Matcher day = DAY_FIRST.matcher(text); day.find(); ) {
            add(days, day.group(4), day.group(3), day.group(1));
        }
        for (Matcher day = YEAR_FIRST.matcher(text); day.find(); ) {
            add(days, day.group(1), day.group(3), day.group(4));
        }
        return days;
    }

    /** The day that six or eight signs without separators are, the year first (20250105, 250105), or {@code null} if they are none. */
    public static @Nullable LocalDate compact(String digits) {
        if (Digits.end(digits, 0) < digits.length()) {
            return null;
        }
        int number = Integer.parseInt(digits);
        int year = number / 10_000 + (digits.length() == 6 ? 2000 : 0);
        try {
            return LocalDate.of(year, number / 100 % 100, number % 100);
        } catch (DateTimeException notInTheCalendar) {
            return null;
        }
    }

    /** The day that eight digits are, the day first, or {@code null} if they are none. */
    public static @Nullable LocalDate dayFirst(String digits) {
        return digits.length() == 8
                ? compact(digits.substring(4) + digits.substring(2, 4) + digits.substring(0, 2))
                : null;
    }

    private static void add(Set<LocalDate> days, String year, String month, String day) {
        try {
            days.add(LocalDate.of(2000 + Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException notInTheCalendar) {
            // then it is some other number
        }
    }
}
