package org.bankfeed.history;

import java.math.BigDecimal;
import java.util.Arrays;

/** The signs of all values of a line, one value after the other: most are read where they stand and never become a text. */
final class Signs {

    private char[] all = new char[1 << 10];
    private int end;

    void clear() {
        end = 0;
    }

    int end() {
        return end;
    }

    /** Keeps signs; where they begin. */
    int add(char[] from, int offset, int length) {
        if (end + length > all.length) {
            all = Arrays.copyOf(all, Math.max(all.length * 2, end + length));
        }
        System.arraycopy(from, offset, all, end, length);
        end += length;
        return end - length;
    }

    char at(int place) {
        return all[place];
    }

    String text(int from, int to) {
        return new String(all, from, to - from);
    }

    BigDecimal decimal(int from, int to) {
        return new BigDecimal(all, from, to - from);
    }
}
