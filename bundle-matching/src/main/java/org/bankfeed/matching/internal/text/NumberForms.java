package org.bankfeed.matching.internal.text;

import java.util.ArrayList;
import java.util.List;

/**
 * The forms in which people write a document's number: as printed without its separators, without the letters before it
 * or behind it, without the century of a year, without leading zeros; and its serial, the part that counts.
 */
public final class NumberForms {

    private NumberForms() {}

    /** The forms that stand on their own in a text, longest first, without repetition. */
    public static List<String> of(String number) {
        String compact = Fold.compact(number);
        List<String> forms = new ArrayList<>(4);
        add(forms, compact, 2);
        String core = core(compact);
        add(forms, core, 3);
        if (core.length() >= 6 && startsWithYear(core)) {
            add(forms, core.substring(2), 4);
        }
        add(forms, withoutZeros(core), 4);
        add(forms, withoutEnding(compact), 6);
        return forms;
    }

    /** Without two letters or more at its end, which payers leave out; one may be a series. */
    private static String withoutEnding(String compact) {
        int to = compact.length();
        while (to > 0 && compact.charAt(to - 1) > '9') {
            to--;
        }
        return compact.length() - to > 1 ? compact.substring(0, to) : "";
    }

    /** The number from its first digit on. */
    private static String core(String compact) {
        int from = 0;
        while (from < compact.length() && compact.charAt(from) > '9') {
            from++;
        }
        return compact.substring(from);
    }

    private static boolean startsWithYear(String core) {
        return core.startsWith("20") && core.charAt(2) >= '0' && core.charAt(2) <= '4';
    }

    private static String withoutZeros(String core) {
        int from = 0;
        while (from < core.length() - 1 && core.charAt(from) == '0') {
            from++;
        }
        return core.substring(from);
    }

    private static void add(List<String> forms, String form, int shortest) {
        if (form.length() >= shortest && form.length() <= 40 && !forms.contains(form)) {
            forms.add(form);
        }
    }

    /**
     * How much of a number's serial a shortened number says.
     *
     * @param lastDigits of {@link NumberParts#lastDigits}
     * @param said digits without leading zeros
     */
    public static Serial serial(String lastDigits, String said) {
        if (said.isEmpty() || !lastDigits.endsWith(said)) {
            return Serial.NO;
        }
        int rest = lastDigits.length() - said.length();
        if (rest == 0 || allZeros(lastDigits, rest) || afterYear(lastDigits, rest)) {
            return Serial.WHOLE;
        }
        return said.length() >= 3 || afterZeros(lastDigits, rest) ? Serial.TAIL : Serial.NO;
    }

    /** Whether zeros fill up what stands before the end of a serial: "68" of 25700068. */
    private static boolean afterZeros(String digits, int rest) {
        return rest > 2 && digits.charAt(rest - 1) == '0' && digits.charAt(rest - 2) == '0';
    }

    /** Whether what stands before the serial is a year and zeros, such as {@code 202500} of {@code 202500521}. */
    private static boolean afterYear(String digits, int rest) {
        if (digits.charAt(0) != '2') {
            return false;
        }
        int year = digits.startsWith("20") ? 4 : 2;
        if (rest < year || digits.length() < year + 3) {
            return false;
        }
        for (int i = year; i < rest; i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    private static boolean allZeros(String digits, int length) {
        for (int i = 0; i < length; i++) {
            if (digits.charAt(i) != '0') {
                return false;
            }
        }
        return true;
    }

    /** How a shortened number relates to a serial. */
    public enum Serial {
        NO,
        /** Only its last digits. */
        TAIL,
        /** All of it, leading zeros aside. */
        WHOLE
    }
}
