package org.bankfeed.history;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The line at hand as a stream that ends with it and goes on with the next line: a parser of streams reads lines so, one after
 * another, and never past the one that it is to read.
 */
final class LineInput extends InputStream {

    /** A parser guesses the encoding by the first four bytes: these say that it is UTF-8. */
    private static final byte[] BLANK = "    ".getBytes(StandardCharsets.UTF_8);

    private byte[] bytes = BLANK;
    private int from;
    private int next;
    private int to = BLANK.length;
    private boolean begun = true;

    /** Goes on with a line; blanks at its end are left out. */
    void holds(byte[] all, int begin, int end) {
        bytes = all;
        from = begin;
        next = begin;
        to = end;
        begun = false;
        while (to > from && isBlank(to - 1)) {
            to--;
        }
    }

    private boolean isBlank(int place) {
        return bytes[place] >= 0 && bytes[place] <= ' ';
    }

    /** The first place of the line from one on that is not blank. */
    int firstSign(int place) {
        int sign = place;
        while (sign < length() && isBlank(from + sign)) {
            sign++;
        }
        return sign;
    }

    int length() {
        return to - from;
    }

    /** How much of it was not read yet. */
    int left() {
        return to - next;
    }

    /** Before a line it gives the end of the line before, so that the parser counts the columns of each from its beginning. */
    @Override
    public int read(byte[] into, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (!begun && length > 0) {
            begun = true;
            into[offset] = '\n';
            return 1 + copy(into, offset + 1, length - 1);
        }
        return left() == 0 ? -1 : copy(into, offset, length);
    }

    private int copy(byte[] into, int offset, int length) {
        int some = Math.min(length, left());
        System.arraycopy(bytes, next, into, offset, some);
        next += some;
        return some;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }
}
