package org.bankfeed.words;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.bankfeed.words.Argument.Document;
import org.bankfeed.words.internal.Phrase;
import org.bankfeed.words.internal.Phrases;

/**
 * Something that is said to a person, before it is known in which language. Within another one it is said in the same.
 *
 * @param code what it says
 * @param arguments what it speaks of, one for each of {@link Code#parameters()}, in that order
 */
public record Sentence(Code code, List<Argument> arguments) implements Argument {

    /** The languages that every code has a text in; the first is taken for any other. */
    public static final List<Locale> LANGUAGES = Phrases.LANGUAGES;

    /** So many documents are named; of more, the sentence says how many. */
    private static final int MOST_NAMED = 3;

    /** @throws IllegalArgumentException if the arguments are not those of the code */
    public Sentence {
        arguments = List.copyOf(arguments);
        code.check(arguments);
    }

    public static Sentence of(Code code, Argument... arguments) {
        return new Sentence(code, List.of(arguments));
    }

    /** What somebody else said: the same words in every language, made to begin and end as a sentence. */
    public static Sentence quoted(String words) {
        String capital = words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
        return of(Quotation.QUOTED, new Quote(capital));
    }

    /**
     * In words: as a rule one or more whole sentences; amounts, days, moments and numbers as that language writes them.
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
        List<Object> words = arguments.stream()
                .map(argument -> word(argument, locale, english))
                .toList();
        return Phrases.say(code.getClass(), new Phrase(code.name(), words), locale);
    }

    /**
     * For a column of text: the code and what it speaks of, or the plain words of a quotation.
     *
     * @param most so many characters fit; what would be longer is kept in English words, and those that do not fit are lost
     * @param codes the enums whose constants whoever reads it knows; what is of others is kept in English words
     * @see #ofKept
     */
    @SafeVarargs
    public final String kept(int most, Class<? extends Code>... codes) {
        return KeptSentence.text(this, most, List.of(codes));
    }

    /**
     * What was kept. Anything else, as what was stored before there were codes, is a quotation.
     *
     * @param codes the enums whose constants can have been kept
     */
    @SafeVarargs
    public static Sentence ofKept(String text, Class<? extends Code>... codes) {
        return KeptSentence.sentence(text, List.of(codes));
    }

    /** In English, for logs. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }

    private static Object word(Argument argument, Locale locale, UnaryOperator<String> english) {
        if (argument instanceof Sentence within) {
            return within.in(locale, english);
        }
        if (argument instanceof Name name) {
            return name.name();
        }
        if (argument instanceof Text text) {
            return text.text();
        }
        if (argument instanceof Quote quote) {
            return english.apply(quote.words());
        }
        if (argument instanceof Count count) {
            return count.count();
        }
        if (argument instanceof Amount amount) {
            return amount.money();
        }
        if (argument instanceof Day day) {
            return day.day();
        }
        if (argument instanceof Moment moment) {
            return moment.onTheWall();
        }
        return argument instanceof Document document ? word(document) : word(((Documents) argument).documents());
    }

    private static Phrase word(Document document) {
        return Phrase.of(document.creditNote() ? "credit.note" : "invoice", document.number());
    }

    private static Object word(List<Document> documents) {
        return documents.size() > MOST_NAMED
                ? Phrase.of("documents", documents.size())
                : documents.stream().map(Sentence::word).toList();
    }
}
