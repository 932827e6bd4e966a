package org.bankfeed.screens.internal.view;

import org.bankfeed.screens.internal.words.Message;

/**
 * How sure something is, in words and percent.
 *
 * @param words of what is said so, about that many in a hundred should be right
 * @param percent 0 to 99: nothing is certain
 */
public record LineConfidence(Message words, int percent) {

    /** Of a probability from 0 to 1. */
    public static LineConfidence of(double probability) {
        int percent = (int) Math.max(0, Math.min(99, Math.floor(probability * 100 + 1e-9)));
        String key = percent >= 99
                ? "confidence.certain"
                : percent >= 90
                        ? "confidence.very"
                        : percent >= 70
                                ? "confidence.probable"
                                : percent >= 40
                                        ? "confidence.possible"
                                        : percent >= 10 ? "confidence.less" : "confidence.hardly";
        return new LineConfidence(Message.of(key), percent);
    }

    /** {@code Very probable (93 %)}. */
    public Message said() {
        return Message.of("confidence.percent", words, percent);
    }
}
