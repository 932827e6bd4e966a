package org.bankfeed.journal;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.bankfeed.words.internal.Phrase;
import org.bankfeed.words.internal.Phrases;

/**
 * Something that the journal says to a person, before it is known in which language.
 *
 * @param code what it says
 * @param arguments what it speaks of, one for each of {@link SentenceCode#parameters()}, in that order
 */
public record Sentence(SentenceCode code, List<Argument> arguments) {

    /** @throws IllegalArgumentException if the arguments are not those of the code */
    public Sentence {
        arguments = List.copyOf(arguments);
        code.check(arguments);
    }

    public static Sentence of(SentenceCode code, Argument... arguments) {
        return new Sentence(code, List.of(arguments));
    }

    /**
     * In words: one or more whole sentences; amounts, days, moments and numbers as that language writes them.
     *
     * @param locale its language is taken (English, Dutch, French or German), English if it is another; a country decides
     *     how amounts and days are written
     */
    public String in(Locale locale) {
        return in(locale, UnaryOperator.identity());
    }

    /**
     * The same for a page that marks what stands in another language.
     *
     * @param english what becomes of the words of an {@link Argument.Quote}, which are English in every language
     */
    public String in(Locale locale, UnaryOperator<String> english) {
        List<Object> words =
                arguments.stream().map(argument -> word(argument, english)).toList();
        return Phrases.say(Sentence.class, new Phrase(code.name(), words), locale);
    }

    private static Object word(Argument argument, UnaryOperator<String> english) {
        if (argument instanceof Argument.Name name) {
            return name.name();
        }
        if (argument instanceof Argument.Quote quote) {
            return english.apply(quote.words());
        }
        if (argument instanceof Argument.Count count) {
            return count.count();
        }
        if (argument instanceof Argument.Amount amount) {
            return amount.money();
        }
        return argument instanceof Argument.Day day ? day.day() : ((Argument.Moment) argument).onTheWall();
    }
}
