package org.bankfeed.matching;

import java.util.List;
import java.util.Locale;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * One reason for or against an explanation of a bank line.
 *
 * @param speaks for or against it
 * @param code what it says; {@link #sentence(Locale)} says it in words
 * @param arguments what it speaks of, one for each of {@link ReasonCode#parameters()}, in that order
 * @param field the field of the line that says it: {@code remittanceInformation}, {@code counterpartName}, {@code
 *     counterpartReference} (its excerpt is masked), {@code endToEndId}, {@code mandateId}, {@code
 *     additionalInformation}, {@code amount} or {@code bankTransactionCode}; or {@code null}
 * @param excerpt the characters of that field that say it, or {@code null}
 * @param at where they stand in that field, or {@code null} if the excerpt is masked, or was stored before places were
 */
public record Evidence(
        Speaks speaks,
        ReasonCode code,
        List<Argument> arguments,
        @Nullable String field,
        @Nullable String excerpt,
        @Nullable Span at) {

    /** The languages that every reason has a sentence in; the first is taken for any other. */
    public static final List<Locale> LANGUAGES = Sentence.LANGUAGES;

    /** Which way it points. */
    public enum Speaks {
        FOR,
        AGAINST
    }

    /** @throws IllegalArgumentException if the arguments are not those of the reason */
    public Evidence {
        arguments = List.copyOf(arguments);
        code.check(arguments);
    }

    /** A reason that no field says. */
    public static Evidence of(Speaks speaks, ReasonCode code, Argument... arguments) {
        return new Evidence(speaks, code, List.of(arguments), null, null, null);
    }

    /**
     * The reason as a bookkeeper would say it: one sentence without capital and full stop, amounts and days written as that
     * language does.
     *
     * @param locale its language is taken, English if it is none of {@link #LANGUAGES}; a country decides how amounts and
     *     days are written
     */
    public String sentence(Locale locale) {
        return new Sentence(code, arguments).in(locale);
    }
}
