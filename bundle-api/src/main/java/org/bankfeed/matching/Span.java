package org.bankfeed.matching;

/**
 * Where some characters stand in a field of a bank line, as the bank sent it.
 *
 * @param from the first, counted from 0 in {@code char}s
 * @param to after the last
 */
public record Span(int from, int to) {

    public Span {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no characters stand from " + from + " to " + to);
        }
    }
}
