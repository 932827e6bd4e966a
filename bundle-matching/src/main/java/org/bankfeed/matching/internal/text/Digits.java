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

    /** Digits without the zeros at their beginning; empty if there are no others. */
    public static String withoutZeros(String digits) {
        int first = 0;
        while (first < digits.length() && digits.charAt(first) == '0') {
            first++;
        }
        return digits.substring(first);
    }
}
