package org.bankfeed.matching.internal.core.book;

/**
 * With which signs the forms of each length begin and end. It is a few hundred bytes that stay in the processor's cache,
 * where looking a form up waits for memory; most places of a text are ruled out by it.
 *
 * <p>It says no only of what was never added: a form that was removed may still be said to be possible.
 */
public final class FormShapes {

    /** By length, a bit for each sign that a form begins with. */
    private final long[] first;

    /** By length, a bit for each sign that a form ends in. */
    private final long[] last;

    private long anyFirst;
    private int longest;

    FormShapes(int longest) {
        this.first = new long[longest + 1];
        this.last = new long[longest + 1];
    }

    void add(String form) {
        int length = form.length();
        first[length] |= bit(form.charAt(0));
        last[length] |= bit(form.charAt(length - 1));
        anyFirst |= first[length];
        longest = Math.max(longest, length);
    }

    public int longest() {
        return longest;
    }

    public boolean mayBegin(char sign) {
        return (anyFirst & bit(sign)) != 0;
    }

    public boolean mayBe(int length, char begin, char end) {
        return (first[length] & bit(begin)) != 0 && (last[length] & bit(end)) != 0;
    }

    /** The signs are letters and digits: no two of them are 64 apart, so that each has a bit of its own. */
    private static long bit(char sign) {
        return 1L << sign;
    }
}
