package org.bankfeed.screens.internal.words;

import java.util.List;
import org.bankfeed.value.Masking;

/**
 * Something to say, before it is known in which language. Its words stand in {@code texts*.properties}.
 *
 * @param key of the text; empty to say only the arguments, one after the other
 * @param arguments of the text: strings and numbers, money, days, moments, reasons, sentences of the journal, other messages,
 *     lists of them, and what other rooms {@link Told told}
 */
public record Message(String key, List<Object> arguments) {

    public Message {
        arguments = List.copyOf(arguments);
    }

    public static Message of(String key, Object... arguments) {
        return new Message(key, List.of(arguments));
    }

    /** One after the other, with a space between. */
    public static Message all(Object... parts) {
        return of("", parts);
    }

    /** The same, no account number in full. */
    public Message masked() {
        return new Message(key, arguments.stream().map(Message::masked).toList());
    }

    private static Object masked(Object argument) {
        if (argument instanceof Message message) {
            return message.masked();
        }
        if (argument instanceof Told told) {
            return new Told(Masking.of(told.sentence()));
        }
        return argument instanceof String text ? Masking.of(text) : argument;
    }

    /** Only what another room said, in English. */
    public static Message told(String sentence) {
        return all(new Told(sentence));
    }
}
