package org.bankfeed.words.internal;

import java.util.List;

/**
 * A text of a language's file, and what it speaks of.
 *
 * @param key of the text
 * @param arguments numbers and words as they are; money, days and moments of a zone as the language writes them (a moment
 *     by its text {@code moment}, of day and time); other phrases; lists of all these
 */
public record Phrase(String key, List<?> arguments) {

    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
