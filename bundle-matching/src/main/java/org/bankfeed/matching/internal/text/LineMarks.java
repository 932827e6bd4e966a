package org.bankfeed.matching.internal.text;

/**
 * Marks with which formats and banks part the lines of a text: {@code <br>}, and the subfields of MT940 ({@code ?20} to
 * {@code ?29}, {@code ?60}). They stand within numbers too, and are no part of them.
 */
final class LineMarks {

    /** With it the text begins where MT940 parts it. */
    private static final String FIRST_SUBFIELD = "?20";

    private static final int SUBFIELD = 3;

    private LineMarks() {}

    /** How many characters the mark has that stands at a place of a text; 0 if none does. */
    static int length(String text, int at) {
        char sign = text.charAt(at);
        if (sign == '<') {
            return lineBreak(text, at);
        }
        boolean subfield = sign == '?' && isDigit(text, at + 1) && isDigit(text, at + 2);
        return subfield && text.contains(FIRST_SUBFIELD) ? SUBFIELD : 0;
    }

    private static int lineBreak(String text, int at) {
        if (!text.regionMatches(true, at + 1, "br", 0, 2)) {
            return 0;
        }
        int end = at + 3;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '/')) {
            end++;
        }
        return end < text.length() && text.charAt(end) == '>' ? end + 1 - at : 0;
    }

    private static boolean isDigit(String text, int at) {
        return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
