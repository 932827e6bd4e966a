package org.bankfeed.matching.internal.text;

/** The ten digits that numbers are written with; those of other scripts are none. */
public final class Digits {

    private Digits() {}

    public static boolean isDigit(char sign) {
        return sign >= '0' && sign <= '9';
    }

    /** Where digits end that begin at a place, or that place if none stands there. */
    public static int end(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Whether two numbers differ in two neighbouring digits only, each in the place of the other, as who types does. */
    public static boolean swapped(long one, long other) {
        String a = Long.toString(one);
        String b = Long.toString(other);
        int at = 0;
        while (at < a.length() && at < b.length() && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return a.length() == b.length()
                && at + 1 < a.length()
                && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at)
                && a.substring(at + 2).equals(b.substring(at + 2));
    }

    /** The digits that a text ends in; empty if it ends in none. */
    public static String last(String text) {
        int from = text.length();
        while (from > 0 && isDigit(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from);
    }

    /** Digits without the zeros at their beginning; empty if there are no others. */
    public static String withoutZeros(String digits) {
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }
}
