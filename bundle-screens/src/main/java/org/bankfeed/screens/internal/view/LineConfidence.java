package org.bankfeed.screens.internal.view;

/**
 * How sure something is, in words and percent.
 *
 * @param words of what is said so, about that many in a hundred should be right
 * @param percent 0 to 99: nothing is certain
 */
public record LineConfidence(String words, int percent) {

    /** Of a probability from 0 to 1. */
    public static LineConfidence of(double probability) {
        int percent = (int) Math.max(0, Math.min(99, Math.floor(probability * 100 + 1e-9)));
        String words = percent >= 99
                ? "Practically certain"
                : percent >= 90
                        ? "Very probable"
                        : percent >= 70 ? "Probable" : percent >= 40 ? "Possible" : "Less probable";
        return new LineConfidence(words, percent);
    }

    /** {@code Very probable (93 %)}. */
    public String said() {
        return words + " (" + percent + " %)";
    }
}
