package org.bankfeed.matching.internal.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A document's number taken apart: its groups of digits, and which of them counts, the serial. That is the last one,
 * unless the year stands at the end, or the month and the year: {@code 521} of {@code 521/2025} and of
 * {@code FV/521/06/2025/K}.
 *
 * @param groups the digits as printed, in order
 * @param serial the place of the one that counts, or -1: a number that ends in a letter glued to it has none
 */
public record NumberParts(List<String> groups, int serial) {

    private static final int SHORTEST_END = 4;

    /** Takes a number apart; the day of its document tells what year and month look like in it. */
    public static NumberParts of(String number, LocalDate issued) {
        List<String> groups = groups(number);
        boolean glued = endsInGluedLetter(number);
        return new NumberParts(groups, glued || groups.isEmpty() ? -1 : serial(groups, issued));
    }

    /** The serial; empty if there is none. */
    public String lastDigits() {
        return serial < 0 ? "" : groups.get(serial);
    }

    private static List<String> groups(String number) {
        List<String> groups = new ArrayList<>(3);
        for (int from = 0; from < number.length(); from++) {
            int to = from;
            while (to < number.length() && Digits.isDigit(number.charAt(to))) {
                to++;
            }
            if (to > from) {
                groups.add(number.substring(from, to));
                from = to;
            }
        }
        return groups;
    }

    private static boolean endsInGluedLetter(String number) {
        int at = number.length();
        while (at > 0 && Character.isLetter(number.charAt(at - 1))) {
            at--;
        }
        return at > 0 && at < number.length() && Digits.isDigit(number.charAt(at - 1));
    }

    private static int serial(List<String> groups, LocalDate issued) {
        int last = groups.size() - 1;
        String end = groups.get(last);
        boolean fullYear = isFullYear(end, issued);
        if (fullYear || isShortYear(end, issued)) {
            int shortest = fullYear ? 1 : 3;
            boolean afterMonth = last > 1 && isMonth(groups.get(last - 1), issued);
            // month and year together are no chance, however short what stands before
            if (afterMonth && counts(groups, last - 2, 1, issued)) {
                return last - 2;
            }
            return counts(groups, last - 1, shortest, issued) ? last - 1 : last;
        }
        boolean monthAfterYear = last > 1 && isMonth(end, issued) && isFullYear(groups.get(last - 1), issued);
        return monthAfterYear && counts(groups, last - 2, 3, issued) ? last - 2 : last;
    }

    private static boolean counts(List<String> groups, int at, int shortest, LocalDate issued) {
        return at >= 0 && groups.get(at).length() >= shortest && !isFullYear(groups.get(at), issued);
    }

    private static boolean isFullYear(String group, LocalDate issued) {
        return group.length() == 4 && group.equals(Integer.toString(issued.getYear()));
    }

    private static boolean isShortYear(String group, LocalDate issued) {
        return group.length() == 2 && value(group) == issued.getYear() % 100;
    }

    private static boolean isMonth(String group, LocalDate issued) {
        return group.length() == 2 && value(group) == issued.getMonthValue();
    }

    private static int value(String twoDigits) {
        return (twoDigits.charAt(0) - '0') * 10 + twoDigits.charAt(1) - '0';
    }

    /** Whether a group says what is written, zeros before it aside, or the year's last two digits. */
    public boolean says(int group, String digits) {
        String own = groups.get(group);
        int from = 0;
        while (from < own.length() - 1 && own.charAt(from) == '0') {
            from++;
        }
        boolean equal = own.length() - from == digits.length() && own.startsWith(digits, from);
        return equal || digits.length() == 2 && own.length() == 4 && own.startsWith("20") && own.endsWith(digits);
    }

    /** Whether a group that is longer ends in what is written, as a day of eight digits does in month and day. */
    public boolean endsIn(int group, String said) {
        String own = groups.get(group);
        return said.length() >= SHORTEST_END && own.length() > said.length() && own.endsWith(said);
    }

    /** Whether a group, if there is such a one, is the month of a day. */
    public boolean isMonth(int group, LocalDate issued) {
        return group > 0 && group < groups.size() && isMonth(groups.get(group), issued);
    }

    /** Whether a group is the year of a day with its century. */
    public boolean hasYear(LocalDate issued) {
        return groups.stream().anyMatch(group -> isFullYear(group, issued));
    }

    /** Whether a group is the year of a day, with its century or without. */
    public boolean isYear(int group, LocalDate issued) {
        return isFullYear(groups.get(group), issued) || isShortYear(groups.get(group), issued);
    }
}
