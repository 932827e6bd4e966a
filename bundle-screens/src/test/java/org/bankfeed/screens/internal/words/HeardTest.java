package org.bankfeed.screens.internal.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other rooms refuse in English, said in the language of whoever reads. */
class HeardTest {

    private static final List<Path> ROOMS = Stream.of("bundle-ledger", "bundle-matching", "bundle-journal")
            .map(room -> Path.of("..", room, "src/main/java"))
            .toList();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nl | The documents come to 150.00 EUR, the line to 100.00 EUR. | De stukken zijn samen 150,00 EUR, de verrichting is 100,00 EUR.
            de | On invoice S-1 1234.50 EUR is outstanding, 2000.00 EUR was to be settled. | Von Rechnung S-1 sind 1.234,50 EUR offen, und 2.000,00 EUR sollten beglichen werden.
            nl | Credit note CN-1 is paid already: nothing is outstanding, 5.00 EUR was to be settled. | Creditnota CN-1 is al betaald: er staat niets open, en 5,00 EUR moest worden voldaan.
            fr | Line 1 of the file: it is no XML from here on; it was cut off or altered, so take it from your bank program again. | Ligne 1 du fichier\u00a0: à partir d’ici, ce n’est pas du XML\u00a0; il a été coupé ou modifié, reprenez-le de votre programme bancaire.
            nl | The provider's last synchronization with the bank failed (authorizationInvalid). | De laatste synchronisatie van de aanbieder met de bank is mislukt (authorizationInvalid).
            nl | The invoice S-1 cannot be closed on 2026-01-05: that period of the books is closed. The first open day is 2026-02-01. | De factuur S-1 kan niet op 5 jan. 2026 worden afgesloten: die periode van de boekhouding is gesloten. De eerste open dag is 1 feb. 2026.
            """)
    void isSaidWithAmountsDaysAndWordsOfTheLanguage(String language, String english, String said) {
        assertThat(Texts.in(Locale.forLanguageTag(language)).say(Message.told(english)))
                .isEqualTo(said);
        assertThat(Texts.ENGLISH.say(Message.told(english))).isEqualTo(english);
    }

    @Test
    void whatIsNotKnownStaysAsItIs() {
        Texts dutch = Texts.in(Locale.forLanguageTag("nl"));

        assertThat(dutch.say(Message.told("The host's own sentence about 5 EUR.")))
                .isEqualTo("The host's own sentence about 5 EUR.");
        assertThat(dutch.say(Message.told(""))).isEmpty();
        assertThat(dutch.say(Message.told("The documents come to 1.00 EUR, the line to " + "9".repeat(700) + ".")))
                .startsWith("The documents");
    }

    /** A sentence that its room words anew would be English again on every page: it is to be worded anew here too. */
    @Test
    void eachIsWordForWordWhatARoomSays() throws IOException {
        String said = said();
        List<String> unsaid = new ArrayList<>();
        Properties texts = texts();
        for (String key : texts.stringPropertyNames()) {
            if (key.startsWith("told.")) {
                for (String part : texts.getProperty(key).split("\\{\\d}")) {
                    String words = part.strip().replaceAll("\\.$", "").toLowerCase(Locale.ROOT);
                    if (!said.contains(words)) {
                        unsaid.add(key + ": " + words);
                    }
                }
            }
        }

        assertThat(unsaid).isEmpty();
    }

    /** The sources of the rooms, texts that go on in the next line joined. */
    private static String said() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path room : ROOMS) {
            try (Stream<Path> files = Files.walk(room)) {
                for (Path file :
                        files.filter(one -> one.toString().endsWith(".java")).toList()) {
                    all.append(Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", ""));
                }
            }
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static Properties texts() throws IOException {
        Properties texts = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream("texts.properties")) {
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return texts;
    }
}
