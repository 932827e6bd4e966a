package org.bankfeed.words.internal;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.bankfeed.value.Money;
import org.bankfeed.words.Sentence;

/**
 * Phrases in words, from {@code sentences*.properties} beside those who say them, and those of
 * {@code org.bankfeed.words} for all. They are made when somebody looks, never
 * before. The texts have typographic quotes only: the straight one has a meaning of its own in a {@link MessageFormat}.
 *
 * <p>What was read of a language is kept, and used by one thread at a time, as the JDK's formats want it: a sentence then
 * takes some microseconds.
 */
public final class Phrases {

    /** The languages that every phrase has a text in; the first is taken for any other. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("nl"), Locale.FRENCH, Locale.GERMAN);

    /** English without a country is that of Europe: the day before the month. */
    private static final Locale ENGLISH = Locale.UK;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /** Beyond so many, somebody makes locales up: then they are read anew. */
    private static final int MOST_KEPT = 64;

    /** Whose texts, and in which language. */
    private record Kept(Class<?> speaker, Locale locale) {}

    private static final Map<Kept, Phrases> KEPT = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle texts;
    private final ResourceBundle common;
    private final DateTimeFormatter days;
    private final Map<String, MessageFormat> patterns = new HashMap<>();
    private final Map<Currency, NumberFormat> amounts = new HashMap<>();

    private Phrases(Kept kept) {
        this.locale = kept.locale();
        this.texts = texts(kept.speaker(), locale);
        this.common = texts(Sentence.class, locale);
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    private static ResourceBundle texts(Class<?> speaker, Locale locale) {
        return ResourceBundle.getBundle(
                speaker.getPackageName() + ".sentences",
                locale,
                speaker.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /**
     * The words of a phrase.
     *
     * @param speaker beside whom the texts stand
     * @param asked its language is taken, English if it is none of {@link #LANGUAGES}; a country decides how amounts and
     *     days are written
     * @throws java.util.MissingResourceException if there is no such text
     */
    public static String say(Class<?> speaker, Phrase phrase, Locale asked) {
        if (KEPT.size() > MOST_KEPT) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(new Kept(speaker, spoken(asked)), Phrases::new)
                .say(phrase);
    }

    private static Locale spoken(Locale asked) {
        boolean known =
                LANGUAGES.stream().anyMatch(language -> language.getLanguage().equals(asked.getLanguage()));
        return known && !asked.equals(Locale.ENGLISH) ? asked : ENGLISH;
    }

    private synchronized String say(Phrase phrase) {
        return format(phrase);
    }

    private String format(Phrase phrase) {
        Object[] words = phrase.arguments().stream().map(this::word).toArray();
        return patterns.computeIfAbsent(phrase.key(), key -> new MessageFormat(text(key), locale))
                .format(words);
    }

    /** What all speakers say alike, such as "invoice {0}", stands once. */
    private String text(String key) {
        return (texts.containsKey(key) ? texts : common).getString(key);
    }

    private Object word(Object argument) {
        if (argument instanceof Phrase phrase) {
            return format(phrase);
        }
        if (argument instanceof Money money) {
            return amounts.computeIfAbsent(money.currency(), this::amountsIn).format(money.amount());
        }
        if (argument instanceof LocalDate day) {
            return days.format(day);
        }
        if (argument instanceof ZonedDateTime moment) {
            return format(Phrase.of("moment", moment.toLocalDate(), TIME.format(moment)));
        }
        if (argument instanceof Collection<?> several) {
            return several.stream().map(this::word).map(Object::toString).collect(Collectors.joining(", "));
        }
        return argument;
    }

    private NumberFormat amountsIn(Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format;
    }
}
