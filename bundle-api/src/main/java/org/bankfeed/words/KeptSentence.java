package org.bankfeed.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.bankfeed.value.Money;

/**
 * Sentences in a column of text, in the form of an address: {@code sentence:NO_DOCUMENT?name=S-1&name=Company}. A quotation is
 * its words, as they were stored before there were codes.
 */
final class KeptSentence {

    private static final String BEGIN = "sentence:";

    private KeptSentence() {}

    static String text(Sentence sentence, int most, List<Class<? extends Code>> codes) {
        String words = sentence.in(Locale.ENGLISH);
        // a quotation that looks like a code is kept as a quotation that has one
        boolean coded = sentence.code() == Quotation.QUOTED ? words.startsWith(BEGIN) : known(sentence, codes);
        String text = coded ? text(sentence) : words;
        return text.length() <= most ? text : clipped(words, most);
    }

    private static boolean known(Sentence sentence, List<Class<? extends Code>> codes) {
        return (codes.contains(sentence.code().getClass()) || sentence.code() == Quotation.QUOTED)
                && sentence.arguments().stream()
                        .allMatch(argument -> !(argument instanceof Sentence within) || known(within, codes));
    }

    private static String text(Sentence sentence) {
        return BEGIN
                + sentence.code().name()
                + sentence.arguments().stream().map(KeptSentence::text).collect(Collectors.joining("&", "?", ""));
    }

    private static String clipped(String words, int most) {
        return words.length() <= most ? words : words.substring(0, most - 1) + "…";
    }

    static Sentence sentence(String text, List<Class<? extends Code>> codes) {
        if (text.startsWith(BEGIN)) {
            try {
                int arguments = text.indexOf('?');
                return new Sentence(
                        code(text.substring(BEGIN.length(), arguments), codes),
                        arguments(text.substring(arguments + 1), codes));
            } catch (RuntimeException e) {
                return Sentence.quoted(text); // of a later version, or cut
            }
        }
        return Sentence.quoted(text);
    }

    private static Code code(String name, List<Class<? extends Code>> codes) {
        for (Class<? extends Code> some : codes) {
            for (Code code : some.getEnumConstants()) {
                if (code.name().equals(name)) {
                    return code;
                }
            }
        }
        return Quotation.valueOf(name);
    }

    private static List<Argument> arguments(String text, List<Class<? extends Code>> codes) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split("&"))
                        .map(one -> argument(one, codes))
                        .toList();
    }

    private static String text(Argument argument) {
        if (argument instanceof Sentence within) {
            return pair("sentence", text(within));
        }
        if (argument instanceof Argument.Name name) {
            return pair("name", name.name());
        }
        if (argument instanceof Argument.Text text) {
            return pair("text", text.text());
        }
        if (argument instanceof Argument.Quote quote) {
            return pair("quote", quote.words());
        }
        if (argument instanceof Argument.Count count) {
            return pair("count", Long.toString(count.count()));
        }
        if (argument instanceof Argument.Amount amount) {
            return pair("amount", amount.money().toString());
        }
        if (argument instanceof Argument.Day day) {
            return pair("day", day.day().toString());
        }
        if (argument instanceof Argument.Moment moment) {
            return pair("moment", moment.at() + " " + moment.zone());
        }
        return argument instanceof Argument.Document document
                ? text(document)
                : pair(
                        "documents",
                        ((Argument.Documents) argument)
                                .documents().stream().map(KeptSentence::text).collect(Collectors.joining("&")));
    }

    private static String text(Argument.Document document) {
        return pair(document.creditNote() ? "credit-note" : "invoice", document.number());
    }

    private static String pair(String kind, String value) {
        return kind + "=" + URLEncoder.encode(value, UTF_8);
    }

    private static Argument argument(String pair, List<Class<? extends Code>> codes) {
        String[] both = pair.split("=", 2);
        String value = URLDecoder.decode(both[1], UTF_8);
        return switch (both[0]) {
            case "sentence" -> sentence(value, codes);
            case "name" -> new Argument.Name(value);
            case "text" -> new Argument.Text(value);
            case "quote" -> new Argument.Quote(value);
            case "count" -> new Argument.Count(Long.parseLong(value));
            case "amount" -> new Argument.Amount(Money.of(before(value), behind(value)));
            case "day" -> new Argument.Day(LocalDate.parse(value));
            case "moment" -> new Argument.Moment(Instant.parse(before(value)), ZoneId.of(behind(value)));
            case "invoice" -> new Argument.Document(value, false);
            case "credit-note" -> new Argument.Document(value, true);
            case "documents" ->
                new Argument.Documents(arguments(value, codes).stream()
                        .map(Argument.Document.class::cast)
                        .toList());
            default -> throw new IllegalArgumentException("no argument is called " + both[0]);
        };
    }

    private static String before(String both) {
        return both.substring(0, both.indexOf(' '));
    }

    private static String behind(String both) {
        return both.substring(both.indexOf(' ') + 1);
    }
}
