package org.bankfeed.screens.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {

    private static final Path MAIN = Path.of("src/main");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    private static final Pattern QUOTED = Pattern.compile("\"([a-z][a-z-]*(?:\\.[a-z0-9-]+)+)\"");

    @Test
    void everyKeyThatIsUsedStandsInTheFilesAndNoneIsLeftOver() throws IOException {
        Set<String> keys = texts("").stringPropertyNames();
        Set<String> pages = keys.stream().map(TextsTest::page).collect(Collectors.toSet());
        Set<String> quoted = new TreeSet<>();
        for (Path source : sources()) {
            Matcher matcher = QUOTED.matcher(Files.readString(source));
            while (matcher.find()) {
                quoted.add(matcher.group(1));
            }
        }
        Set<String> used = quoted.stream()
                .filter(text -> pages.contains(page(text)) && !text.endsWith(".ftlh"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(used).containsExactlyInAnyOrderElementsOf(keys);
    }

    /** What {@code say} is given stands in its place, so that the test above sees each key. */
    @Test
    void aKeyIsNeverPutTogether() throws IOException {
        List<String> composed = new ArrayList<>();
        Pattern concatenation =
                Pattern.compile("(?:say|plain|Message\\.of)\\(\\s*(?:\"[a-z.-]*\"\\s*\\+|[a-z]+\\s*\\+\\s*\")");
        for (Path source : sources()) {
            Matcher matcher = concatenation.matcher(Files.readString(source));
            while (matcher.find()) {
                composed.add(source + ": " + matcher.group());
            }
        }

        assertThat(composed).isEmpty();
    }

    @Test
    void noLineOfFrenchBeginsWithASign() throws IOException {
        assertThat(texts("_fr").values())
                .noneMatch(text -> text.toString().matches("(?s).*( [:;?!»]|« ).*"))
                .as("nor does a sign stand close to its word")
                .noneMatch(text -> text.toString().matches("(?s).*[\\p{L}}][;?!]( .*)?"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"_nl", "_fr", "_de"})
    void eachLanguageHasTheSameKeysWithTheSameArguments(String language) throws IOException {
        Properties english = texts("");
        Properties other = texts(language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(arguments(other.getProperty(key))).as(key).isEqualTo(arguments(english.getProperty(key)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_nl", "_fr", "_de"})
    void eachTextCanBeSaidAndHasNoStraightQuoteInAChoice(String language) throws IOException {
        Properties texts = texts(language);
        for (String key : texts.stringPropertyNames()) {
            String text = texts.getProperty(key);
            for (long number : new long[] {0, 1, 2, 1204}) {
                String said = new MessageFormat(text.replace("'", "''"), Locale.ENGLISH)
                        .format(Stream.generate(() -> (Object) number).limit(6).toArray());
                assertThat(said).as(key).isNotBlank().doesNotContain("{", "}", "#", "|");
            }
            assertThat(text).as(key).doesNotContainPattern("choice,[^}]*'");
        }
    }

    @Test
    void aWordOfTheCountryComesWithItsFigures() {
        Texts dutch = Texts.in(Locale.forLanguageTag("nl-BE"));
        Money amount = Money.of("1234.50", "EUR");

        assertThat(dutch.tag()).isEqualTo("nl-BE");
        assertThat(dutch.say("pick.too-much", amount, amount))
                .isEqualTo("De bedragen zijn samen 1.234,50 EUR hoger dan deze verrichting van 1.234,50 EUR:"
                        + " haal er iets af.");
        assertThat(dutch.say("sentence.due", LocalDate.of(2026, 3, 31), 1))
                .isEqualTo("vervalt op 31 mrt. 2026, over 1 dag.");
        assertThat(Texts.in(Locale.GERMAN).say("sentence.due", LocalDate.of(2026, 3, 31), 5))
                .isEqualTo("fällig am 31.03.2026, in 5 Tagen.");
        assertThat(dutch.notation().typed(amount)).isEqualTo("1234,50");
    }

    @Test
    void englishWritesAsItAlwaysDidWhateverTheCountry() {
        Texts english = Texts.in(Locale.US);

        assertThat(english.say("sentence.due", LocalDate.of(2026, 9, 1), 1))
                .isEqualTo("is due on 1 Sep 2026, in 1 day.");
        assertThat(english.notation().moment(Instant.parse("2026-03-31T12:05:00Z")))
                .isEqualTo("31 Mar 2026 14:05");
        assertThat(english.notation().count(1204)).isEqualTo("1,204");
    }

    @Test
    void aLanguageThatIsNotOursIsEnglishAndACountryThatIsNoneIsLeftOut() {
        assertThat(Texts.in(Locale.forLanguageTag("es")).tag()).isEqualTo("en");
        assertThat(Texts.in(Locale.forLanguageTag("nl-XQ-u-nu-arab")).tag()).isEqualTo("nl");
    }

    @Test
    void onlyTheArgumentsAreSaidWithoutAKeyAndOtherRoomsAreQuotedAsTheyAre() {
        Message message = Message.all(Message.of("line.confirmed"), new Told("The ledger sleeps."));

        assertThat(Texts.in(Locale.FRENCH).say(message)).isEqualTo("Confirmé. The ledger sleeps.");
    }

    private static String page(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> arguments(String text) {
        Set<String> arguments = new TreeSet<>();
        Matcher matcher = ARGUMENT.matcher(text);
        while (matcher.find()) {
            arguments.add(matcher.group(1));
        }
        return arguments;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().matches(".*\\.(java|ftlh)"))
                    .toList();
        }
    }

    private static Properties texts(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream("texts" + language + ".properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
