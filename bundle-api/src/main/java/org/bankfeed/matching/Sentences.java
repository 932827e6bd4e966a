package org.bankfeed.matching;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
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

/**
 * Reasons in words, from {@code sentences*.properties}. They are made when somebody looks, never when a line is judged.
 * The texts have typographic quotes only: the straight one has a meaning of its own in a {@link MessageFormat}.
 *
 * <p>What was read of a language is kept, and used by one thread at a time, as the JDK's formats want it: a sentence then
 * takes some microseconds.
 */
final class Sentences {

    /** So many documents are named; of more, the sentence says how many. */
    private static final int MOST_NAMED = 3;

    private static final String TEXTS = Sentences.class.getPackageName() + ".sentences";

    /** English without a country is that of Europe: the day before the month. */
    private static final Locale ENGLISH = Locale.UK;

    /** Beyond so many, somebody makes locales up: then they are read anew. */
    private static final int MOST_KEPT = 64;

    private static final Map<Locale, Sentences> KEPT = new ConcurrentHashMap<>();

    private final Locale locale;
    private final ResourceBundle texts;
    private final DateTimeFormatter days;
    private final Map<String, MessageFormat> patterns = new HashMap<>();
    private final Map<Currency, NumberFormat> amounts = new HashMap<>();

    private Sentences(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                TEXTS,
                locale,
                Sentences.class.getClassLoader(),
                Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
    }

    static String of(Evidence evidence, Locale asked) {
        if (KEPT.size() > MOST_KEPT) {
            KEPT.clear();
        }
        return KEPT.computeIfAbsent(spoken(asked), Sentences::new).say(evidence);
    }

    private static Locale spoken(Locale asked) {
        boolean known = Evidence.LANGUAGES.stream()
                .anyMatch(language -> language.getLanguage().equals(asked.getLanguage()));
        return known && !asked.equals(Locale.ENGLISH) ? asked : ENGLISH;
    }

    private synchronized String say(Evidence evidence) {
        return format(
                evidence.code().name(),
                evidence.arguments().stream().map(this::word).toArray());
    }

    private String format(String key, Object... words) {
        return patterns.computeIfAbsent(key, k -> new MessageFormat(texts.getString(k), locale))
                .format(words);
    }

    private Object word(Argument argument) {
        if (argument instanceof Argument.Document document) {
            return format(document.creditNote() ? "credit.note" : "invoice", document.number());
        }
        if (argument instanceof Argument.Documents documents) {
            return documents(documents.documents());
        }
        if (argument instanceof Argument.Party party) {
            return party.name();
        }
        if (argument instanceof Argument.Amount amount) {
            return money(amount.money());
        }
        if (argument instanceof Argument.Day day) {
            return days.format(day.day());
        }
        if (argument instanceof Argument.Count count) {
            return count.count();
        }
        return ((Argument.Text) argument).text();
    }

    private Object documents(List<Argument.Document> documents) {
        return documents.size() > MOST_NAMED
                ? format("documents", documents.size())
                : documents.stream().map(this::word).map(Object::toString).collect(Collectors.joining(", "));
    }

    private String money(Money money) {
        return amounts.computeIfAbsent(money.currency(), this::amountsIn).format(money.amount());
    }

    private NumberFormat amountsIn(Currency currency) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(currency);
        format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
        format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
        return format;
    }
}
