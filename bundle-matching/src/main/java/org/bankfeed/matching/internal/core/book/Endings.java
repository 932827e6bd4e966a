package org.bankfeed.matching.internal.core.book;

/**
 * The last two digits of numbers, as a set. A number that a text says without its zeros may be the end of one of ours only
 * if the two end alike, and hardly one of a hundred does: the others need not be read.
 */
public final class Endings {

    /** What a document has whose number ends in no digit. */
    public static final byte NONE = -1;

    private static final int HALF = 50;

    private long low;
    private long high;

    /** The ending of a document's digits; of a single digit, that after a zero. */
    static byte of(String digits) {
        int length = digits.length();
        if (length == 0) {
            return NONE;
        }
        int tens = length > 1 ? digits.charAt(length - 2) - '0' : 0;
        return (byte) (tens * 10 + digits.charAt(length - 1) - '0');
    }

    /** Takes in what a text says; a single digit may end in whatever comes before it. */
    public void add(String said) {
        if (said.length() > 1) {
            add(of(said));
            return;
        }
        for (int tens = 0; tens < 10; tens++) {
            add(tens * 10 + of(said));
        }
    }

    private void add(int ending) {
        if (ending < HALF) {
            low |= 1L << ending;
        } else {
            high |= 1L << ending - HALF;
        }
    }

    /** Whether a document's ending is among them; never that of one whose number ends in no digit. */
    public boolean hold(byte ending) {
        long half = ending < HALF ? low : high;
        return ending != NONE && (half >>> ending % HALF & 1) != 0;
    }

    public boolean isEmpty() {
        return (low | high) == 0;
    }
}
