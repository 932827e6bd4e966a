package org.bankfeed.screens.internal.words;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bankfeed.value.Money;

/**
 * What other rooms refuse in English, recognised by its words, so that it can be said in the language of whoever reads. A
 * sentence that is not known here, as a host ERP's own, stays as it is.
 */
final class Heard {

    private static final List<String> KEYS = List.of(
            "told.undecided",
            "told.being-taken-back",
            "told.later-line",
            "told.ledger-silent",
            "told.ledger-later",
            "told.ledger-away",
            "told.name-one",
            "told.named-twice",
            "told.more-than-line",
            "told.no-document",
            "told.other-currency",
            "told.only-outstanding",
            "told.not-booked",
            "told.held-back",
            "told.rule-same",
            "told.rules-many",
            "told.rule-iban",
            "told.rule-try",
            "told.rule-currency",
            "told.rule-on",
            "told.rule-again",
            "told.rule-gone",
            "told.rule-changed",
            "told.fact-pays",
            "told.fact-party",
            "told.invoice",
            "told.credit-note",
            "told.paid",
            "told.closed",
            "told.withdrawn",
            "told.too-large",
            "told.no-document-in",
            "told.document-currency",
            "told.nothing-outstanding",
            "told.less-outstanding",
            "told.line-holds",
            "told.other-way",
            "told.booked-already",
            "told.undo-later",
            "told.booking",
            "told.document-paid",
            "told.document-withdrawn",
            "told.period-closed",
            "told.document-there",
            "told.file-long",
            "told.file-many",
            "told.file-empty",
            "told.file-account",
            "told.file-known",
            "told.file-line",
            "told.file-xml",
            "told.file-none",
            "told.file-count",
            "told.file-sum",
            "told.file-missing",
            "told.file-no-day",
            "told.file-no-amount",
            "told.file-no-currency",
            "told.file-method",
            "told.file-doctype",
            "told.file-other",
            "told.file-message",
            "told.not-shared",
            "told.bank-failed",
            "told.account-shared",
            "told.being-read",
            "told.amount-again");

    private static final Pattern ARGUMENT = Pattern.compile("\\{\\d\\}");
    private static final Pattern AMOUNT = Pattern.compile("(-?\\d+(?:\\.\\d+)?) ([A-Z]{3})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final List<Sentence> SENTENCES =
            KEYS.stream().map(Sentence::of).toList();

    /** Longer than any sentence of ours; what is longer is not looked at. */
    private static final int LONGEST = 600;

    private Heard() {}

    /** A sentence as it is recognised. */
    private record Sentence(String key, Pattern words) {

        static Sentence of(String key) {
            String english = Texts.english(key);
            StringBuilder words = new StringBuilder();
            Matcher argument = ARGUMENT.matcher(english);
            int at = 0;
            while (argument.find()) {
                String between = english.substring(at, argument.start());
                // what follows another argument is an amount
                boolean amount = at > 0 && between.isBlank();
                words.append(Pattern.quote(between)).append(amount ? "(-?[\\d.]+ [A-Z]{3})" : "(.+?)");
                at = argument.end();
            }
            words.append(Pattern.quote(english.substring(at)));
            return new Sentence(key, Pattern.compile(words.toString(), Pattern.DOTALL));
        }
    }

    /** The same to be said in any language; empty if it is not known. */
    static Optional<Message> of(String sentence) {
        if (sentence.isEmpty() || sentence.length() > LONGEST) {
            return Optional.empty();
        }
        for (Sentence known : SENTENCES) {
            Matcher said = known.words().matcher(sentence);
            if (said.matches()) {
                Object[] arguments = new Object[said.groupCount()];
                for (int i = 0; i < arguments.length; i++) {
                    arguments[i] = argument(said.group(i + 1));
                }
                return Optional.of(Message.of(known.key(), arguments));
            }
        }
        return Optional.empty();
    }

    /** Amounts and days are written as the reader's language does, and words within a sentence said in it. */
    private static Object argument(String text) {
        Matcher amount = AMOUNT.matcher(text);
        try {
            if (amount.matches()) {
                return Money.of(amount.group(1), amount.group(2));
            }
            if (DAY.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return text;
        }
        // a sentence may begin with what is written small elsewhere
        String small = text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
        return of(text).or(() -> of(small)).<Object>map(words -> words).orElse(text);
    }
}
