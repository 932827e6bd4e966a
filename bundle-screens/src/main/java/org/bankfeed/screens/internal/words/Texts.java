package org.bankfeed.screens.internal.words;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.matching.Evidence;
import org.bankfeed.value.Masking;
import org.bankfeed.value.Money;
import org.bankfeed.words.Sentence;

/**
 * The texts of the pages in one language, from {@code texts*.properties}. An argument is {@code {0}}, a plural {@code
 * {0,choice,1#one line|1<{0} lines}}; a quote is a quote, and stands in no choice. Made for each answer, and cheap; for many
 * threads.
 */
public final class Texts {

    /** The languages of the pages. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"), Locale.FRENCH, Locale.GERMAN);

    public static final Texts ENGLISH = new Texts(Locale.ENGLISH);

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Locale locale;
    private final ResourceBundle texts;
    private final Notation notation;

    private Texts(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                Texts.class.getPackageName() + ".texts",
                new Locale(locale.getLanguage()),
                Texts.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.notation = new Notation(locale);
    }

    /** In that language, English if it is none of ours; a country decides how figures and days are written. */
    public static Texts in(Locale asked) {
        boolean ours = LANGUAGES.stream().anyMatch(one -> one.getLanguage().equals(asked.getLanguage()));
        if (!ours || asked.getLanguage().equals(Locale.ENGLISH.getLanguage())) {
            return ENGLISH;
        }
        String country = COUNTRIES.contains(asked.getCountry()) ? asked.getCountry() : "";
        return new Texts(new Locale(asked.getLanguage(), country));
    }

    /** The tag of the language, such as {@code nl-BE}. */
    public String tag() {
        return locale.toLanguageTag();
    }

    public boolean english() {
        return this == ENGLISH;
    }

    public Notation notation() {
        return notation;
    }

    /** @throws java.util.MissingResourceException if there is no such text */
    public String say(String key, Object... arguments) {
        return say(Message.of(key, arguments));
    }

    public String say(Message message) {
        return say(message, other -> other instanceof Told told ? told.sentence() : String.valueOf(other));
    }

    /**
     * The words of a message.
     *
     * @param others what stands for the arguments that are not of this language
     */
    public String say(Message message, Function<Object, String> others) {
        if (message.key().isEmpty()) {
            return message.arguments().stream()
                    .map(part -> word(part, others).toString())
                    .collect(Collectors.joining(" "));
        }
        String text = texts.getString(message.key());
        return text.indexOf('{') < 0
                ? text
                : new MessageFormat(text.replace("'", "''"), locale)
                        .format(message.arguments().stream()
                                .map(argument -> word(argument, others))
                                .toArray());
    }

    /** A reason, with amounts and days written as everywhere on the page. */
    public String say(Evidence reason) {
        return reason.sentence(locale);
    }

    private Object word(Object argument, Function<Object, String> others) {
        if (argument instanceof String || argument instanceof Number) {
            return argument;
        }
        if (argument instanceof Message message) {
            return say(message, others);
        }
        if (argument instanceof Money money) {
            return notation.money(money);
        }
        if (argument instanceof LocalDate day) {
            return notation.day(day);
        }
        if (argument instanceof YearMonth month) {
            return notation.month(month);
        }
        if (argument instanceof Instant moment) {
            return notation.moment(moment);
        }
        if (argument instanceof Evidence reason) {
            return say(reason);
        }
        if (argument instanceof Sentence sentence) {
            return Masking.of(sentence.in(locale, english -> others.apply(new Told(Masking.of(english)))));
        }
        if (argument instanceof Collection<?> several) {
            return several.stream().map(one -> word(one, others).toString()).collect(Collectors.joining(", "));
        }
        return others.apply(argument);
    }
}
