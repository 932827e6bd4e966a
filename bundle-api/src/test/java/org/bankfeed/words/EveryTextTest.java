package org.bankfeed.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.matching.HistoryCode;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** All codes and all files of texts, in all languages. */
class EveryTextTest {

    /** One for each folder: what its files have texts of. */
    private static final List<List<Code>> CODES = List.of(
            List.of(SentenceCode.values()),
            List.of(FaultCode.values()),
            List.of(org.bankfeed.access.RefusalCode.values()),
            List.of(org.bankfeed.invoice.RefusalCode.values()),
            Stream.<Code>concat(
                            Arrays.stream(ReasonCode.values()),
                            Stream.concat(
                                    Arrays.stream(org.bankfeed.matching.RefusalCode.values()),
                                    Arrays.stream(HistoryCode.values())))
                    .toList(),
            List.of(Quotation.values()));

    private static final Set<String> COMMON = Set.of("invoice", "credit.note", "documents", "moment");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private static List<Locale> languages() {
        return Sentence.LANGUAGES;
    }

    private static Stream<Code> all() {
        return CODES.stream().flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyCodeHasATextInEveryLanguageThatSaysAllItSpeaksOf(Locale language) {
        all().forEach(code -> {
            for (int most : new int[] {0, 1, 2, 1234}) {
                List<Argument> arguments = arguments(code, most);

                String said = plain(new Sentence(code, arguments), language);

                assertThat(said)
                        .as("%s of %s in %s", code, most, language)
                        .isNotBlank()
                        .doesNotContain("{", "}", "choice");
                assertThat(marks(arguments, most))
                        .as("%s of %s in %s: %s", code, most, language, said)
                        .allMatch(said::contains);
            }
        });
    }

    /** Reasons are parts of sentences. */
    @ParameterizedTest
    @MethodSource("languages")
    void allButReasonsAreWholeSentences(Locale language) {
        assertThat(all().filter(code -> !(code instanceof ReasonCode)))
                .allSatisfy(code -> assertThat(plain(new Sentence(code, arguments(code, 2)), language))
                        .as("%s in %s", code, language)
                        .matches("(?s)[^\\p{Ll}\\s].*[.”»“]"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyFileHasTheTextsOfItsCodesAndNoOther(Locale language) throws IOException {
        for (List<Code> codes : CODES) {
            Set<String> names = new TreeSet<>(codes.stream().map(Code::name).toList());
            assertThat(names).as("told apart in one file").hasSameSizeAs(codes);
            if (codes.get(0) instanceof Quotation) {
                names.addAll(COMMON);
            }

            assertThat(texts(codes, language).stringPropertyNames()).containsExactlyInAnyOrderElementsOf(names);
        }
    }

    /** The straight quote has a meaning of its own in a format. */
    @ParameterizedTest
    @MethodSource("languages")
    void noTextHasAStraightQuote(Locale language) throws IOException {
        for (List<Code> codes : CODES) {
            assertThat(texts(codes, language).values())
                    .noneMatch(text -> text.toString().contains("'"));
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void noLanguageIsLeftInEnglish(Locale language) throws IOException {
        if (language.equals(Locale.ENGLISH)) {
            return;
        }
        for (List<Code> codes : CODES) {
            Properties english = texts(codes, Locale.ENGLISH);
            Properties texts = texts(codes, language);
            assertThat(texts.stringPropertyNames())
                    .filteredOn(key -> !english.getProperty(key).equals("{0}"))
                    .filteredOn(key -> texts.getProperty(key).equals(english.getProperty(key)))
                    .isEmpty();
        }
    }

    @Test
    void noLineOfFrenchBeginsWithASign() throws IOException {
        for (List<Code> codes : CODES) {
            assertThat(texts(codes, Locale.FRENCH).values())
                    .noneMatch(text -> text.toString().matches("(?s).*( [:;?!»]|« ).*"));
        }
    }

    /** With the blanks of a keyboard. */
    private static String plain(Sentence sentence, Locale language) {
        return sentence.in(language).replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    /** All but counts are told apart by a number; counts are as many as the sentence is tried with. */
    private static List<Argument> arguments(Code code, int count) {
        List<Argument> arguments = new ArrayList<>();
        for (Class<? extends Argument> parameter : code.parameters()) {
            arguments.add(argument(parameter, 31 + arguments.size(), count));
        }
        return arguments;
    }

    static Argument argument(Class<? extends Argument> parameter, int mark, int count) {
        if (parameter == Argument.Name.class) {
            return new Argument.Name("N" + mark);
        }
        if (parameter == Argument.Text.class) {
            return new Argument.Text("T" + mark);
        }
        if (parameter == Argument.Quote.class) {
            return new Argument.Quote("It says Q" + mark);
        }
        if (parameter == Argument.Amount.class) {
            return new Argument.Amount(Money.of(mark + ".50", "EUR"));
        }
        if (parameter == Argument.Day.class) {
            return new Argument.Day(LocalDate.of(2000 + mark, 3, 5));
        }
        if (parameter == Argument.Moment.class) {
            return new Argument.Moment(Instant.parse("20" + mark + "-03-05T10:00:00Z"), BRUSSELS);
        }
        if (parameter == Argument.Document.class) {
            return new Argument.Document("D" + mark, mark % 2 == 0);
        }
        if (parameter == Argument.Documents.class) {
            return new Argument.Documents(List.of(new Argument.Document("D" + mark, false)));
        }
        return parameter == Sentence.class ? Sentence.quoted("It says S" + mark) : new Argument.Count(count);
    }

    /** What must stand in the sentence; none, one, today and tomorrow are said in words. */
    private static List<String> marks(List<Argument> arguments, int count) {
        List<String> marks = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            if (!(arguments.get(i) instanceof Argument.Count)) {
                marks.add(Integer.toString(31 + i));
            } else if (count > 1) {
                marks.add(count == 1234 ? "234" : Integer.toString(count));
            }
        }
        return marks;
    }

    private static Properties texts(List<Code> codes, Locale language) throws IOException {
        String name = language.equals(Locale.ENGLISH)
                ? "sentences.properties"
                : "sentences_" + language.getLanguage() + ".properties";
        Properties texts = new Properties();
        Class<?> beside = codes.get(0).getClass();
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(name), name)) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
