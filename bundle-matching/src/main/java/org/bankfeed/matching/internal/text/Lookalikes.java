package org.bankfeed.matching.internal.text;

import org.jspecify.annotations.Nullable;

/** Letters that stand among digits because a scanner or a hurried eye took them for such: O for 0, I for 1, S for 5. */
final class Lookalikes {

    private static final int DIGITS_BEFORE_LAST = 3;

    private Lookalikes() {}

    /**
     * The signs with such letters as the digits they were, or {@code null} if there are none. A letter counts between two
     * digits, or as an O before two or at the end after three; nothing may lie between.
     *
     * @param gaps what lay before each sign, 0 for nothing
     */
    static char @Nullable [] undone(char[] signs, byte[] gaps) {
        char @Nullable [] undone = null;
        for (int i = 0; i < signs.length; i++) {
            char digit = digit(signs[i]);
            if (digit == 0) {
                continue;
            }
            char[] before = undone == null ? signs : undone;
            int after = i + 1;
            while (after < signs.length && gaps[after] == 0 && digit(signs[after]) != 0) {
                after++;
            }
            boolean digitAfter = isDigit(signs, gaps, after);
            boolean digitBefore = i > 0 && gaps[i] == 0 && before[i - 1] >= '0' && before[i - 1] <= '9';
            boolean zeroFirst = signs[i] == 'O' && after == i + 1 && isDigit(signs, gaps, i + 2);
            if (digitAfter && (digitBefore || zeroFirst) || isZeroAtTheEnd(before, gaps, i)) {
                undone = undone == null ? signs.clone() : undone;
                undone[i] = digit;
            }
        }
        return undone;
    }

    /** Other letters at the end of a number are more often a series or a part of a house than a digit. */
    private static boolean isZeroAtTheEnd(char[] signs, byte[] gaps, int i) {
        boolean end = i + 1 == signs.length || gaps[i + 1] != 0;
        return end
                && signs[i] == 'O'
                && gaps[i] == 0
                && i >= DIGITS_BEFORE_LAST
                && isDigit(signs, gaps, i - 1)
                && isDigit(signs, gaps, i - 2)
                && signs[i - DIGITS_BEFORE_LAST] >= '0'
                && signs[i - DIGITS_BEFORE_LAST] <= '9';
    }

    private static boolean isDigit(char[] signs, byte[] gaps, int i) {
        return i < signs.length && gaps[i] == 0 && signs[i] >= '0' && signs[i] <= '9';
    }

    private static char digit(char letter) {
        return switch (letter) {
            case 'O', 'Q', 'D' -> '0';
            case 'I', 'L' -> '1';
            case 'Z' -> '2';
            case 'S' -> '5';
            case 'G' -> '6';
            case 'B' -> '8';
            default -> 0;
        };
    }
}
