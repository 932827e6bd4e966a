package org.bankfeed.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Day;
import org.bankfeed.words.Argument.Moment;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Quote;
import org.bankfeed.words.Sentence;
import org.junit.jupiter.api.Test;

class NoticeSentencesTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");
    private static final Name PONTO = new Name("Ponto");
    private static final Name GIRO = new Name("Giro (BE…7034)");

    private static List<Locale> languages() {
        return Sentence.LANGUAGES;
    }

    @Test
    void oneIsNotSaidAsManyInAnyLanguage() {
        for (SentenceCode code : SentenceCode.values()) {
            if (code.parameters().contains(Count.class) && !isOfMany(code)) {
                for (Locale language : languages()) {
                    assertThat(plain(new Sentence(code, arguments(code, 1)), language))
                            .as("%s in %s", code, language)
                            .doesNotMatch("(?s).*(?<![\\d.,])(1|0) "
                                    + "(lines|days|verrichtingen|dagen|opérations|jours|Umsätze|Tagen).*");
                }
            }
        }
    }

    /** Of which there are always several. */
    private static boolean isOfMany(SentenceCode code) {
        return code == SentenceCode.AMOUNTS_CHANGED
                || code == SentenceCode.CONSENT_ENDS
                || code == SentenceCode.ENDED_NEVER_TOLD;
    }

    @Test
    void aConsentThatEndsCountsTheDaysAsEachLanguageDoes() {
        assertThat(ends(30, Locale.ENGLISH)).contains("ends on 20 April 2026, in 30 days; then");
        assertThat(ends(30, DUTCH)).contains("loopt af op 20 april 2026, over 30 dagen; daarna");
        assertThat(ends(30, Locale.FRENCH)).contains("prend fin le 20 avril 2026, dans 30 jours ; ensuite");
        assertThat(ends(30, Locale.GERMAN)).contains("läuft am 20. April 2026 ab, in 30 Tagen; danach");

        assertThat(endsSoon(7, DUTCH)).startsWith("Dringend: ").contains("loopt af op 20 april 2026, over 7 dagen;");
        assertThat(endsSoon(1, DUTCH)).contains("loopt morgen af, 20 april 2026;");
        assertThat(endsSoon(0, DUTCH)).contains("loopt vandaag af, 20 april 2026;");
        assertThat(endsSoon(1, Locale.FRENCH)).startsWith("Urgent : ").contains("prend fin demain, 20 avril 2026 ;");
        assertThat(endsSoon(0, Locale.FRENCH)).contains("prend fin aujourd’hui, 20 avril 2026 ;");
        assertThat(endsSoon(1, Locale.GERMAN)).startsWith("Dringend: ").contains("läuft morgen ab, 20. April 2026;");
        assertThat(endsSoon(1, Locale.ENGLISH))
                .isEqualTo(
                        "Urgent: the authorization by which Ponto has access to account Giro (BE…7034) ends on 20 April"
                                + " 2026, tomorrow; then its transactions stop.");
    }

    @Test
    void anEndedConsentSaysHowLongAgo() {
        assertThat(ended(0, Locale.ENGLISH)).endsWith("ended today.");
        assertThat(ended(1, Locale.GERMAN)).endsWith("Die Zustimmung bei der Bank ist gestern abgelaufen.");
        assertThat(ended(3, Locale.GERMAN)).endsWith("Die Zustimmung bei der Bank ist vor 3 Tagen abgelaufen.");
        assertThat(ended(1, DUTCH)).endsWith("de toestemming bij de bank is gisteren afgelopen.");
        assertThat(ended(1204, Locale.FRENCH)).endsWith("le consentement à la banque a pris fin il y a 1 204 jours.");
    }

    @Test
    void noneOneAndManyLinesAreSaidAsEachLanguageDoes() {
        assertThat(lines(0, Locale.ENGLISH)).isEqualTo("No line came by it in the 30 days before today.");
        assertThat(lines(1, Locale.ENGLISH)).isEqualTo("One line came by it in the 30 days before today.");
        assertThat(lines(1204, Locale.ENGLISH)).isEqualTo("1,204 lines came by it in the 30 days before today.");
        assertThat(lines(0, DUTCH)).isEqualTo("In de 30 dagen vóór vandaag kwam er geen verrichting binnen.");
        assertThat(lines(1, DUTCH)).isEqualTo("In de 30 dagen vóór vandaag kwam er één verrichting binnen.");
        assertThat(lines(1204, DUTCH)).isEqualTo("In de 30 dagen vóór vandaag kwamen er 1.204 verrichtingen binnen.");
        assertThat(lines(0, Locale.FRENCH))
                .isEqualTo("Aucune opération n’est arrivée dans les 30 jours avant aujourd’hui.");
        assertThat(lines(2, Locale.FRENCH))
                .isEqualTo("2 opérations sont arrivées dans les 30 jours avant aujourd’hui.");
        assertThat(lines(1, Locale.GERMAN)).isEqualTo("In den 30 Tagen vor heute kam ein Umsatz.");
        assertThat(lines(2, Locale.GERMAN)).isEqualTo("In den 30 Tagen vor heute kamen 2 Umsätze.");
    }

    @Test
    void momentsAreThoseOfTheirZoneAndAmountsAsTheLanguageWritesThem() {
        Sentence until = Sentence.of(
                SentenceCode.MAINTENANCE_BANK_UNTIL, GIRO, new Moment(Instant.parse("2026-03-10T12:00:00Z"), BRUSSELS));
        Sentence changed = Sentence.of(
                SentenceCode.AMOUNT_CHANGED,
                GIRO,
                new Amount(Money.of("1234.50", "EUR")),
                new Amount(Money.of("-12.00", "EUR")));

        assertThat(plain(until, Locale.ENGLISH)).contains("cannot be asked until 10 March 2026 at 13:00: what");
        assertThat(plain(until, DUTCH)).contains("niet worden bevraagd tot 10 maart 2026 om 13:00: wat");
        assertThat(plain(until, Locale.FRENCH)).contains("jusqu’au 10 mars 2026 à 13:00 : ce");
        assertThat(plain(until, Locale.GERMAN)).contains("bis 10. März 2026 um 13:00 Uhr: Was");
        assertThat(plain(changed, Locale.ENGLISH)).contains("from €1,234.50 to -€12.00 after");
        assertThat(plain(changed, DUTCH)).contains("van € 1.234,50 in € -12,00 nadat");
        assertThat(plain(changed, Locale.GERMAN)).contains("von 1.234,50 € auf -12,00 € geändert");
    }

    @Test
    void whatOthersSaidIsQuotedInTheirWords() {
        Sentence said = Sentence.of(
                SentenceCode.FEED_SAYS, new Name("ponto"), new Quote("client.id is missing; '{0}' is none"));

        assertThat(plain(said, Locale.ENGLISH)).isEqualTo("Feed ‘ponto’: client.id is missing; '{0}' is none.");
        assertThat(plain(said, DUTCH)).isEqualTo("Feed ‘ponto’ meldt: “client.id is missing; '{0}' is none.”");
        assertThat(plain(said, Locale.FRENCH))
                .isEqualTo("Le feed « ponto » signale : « client.id is missing; '{0}' is none. »");
        assertThat(plain(said, Locale.GERMAN))
                .isEqualTo("Der Feed „ponto“ meldet: „client.id is missing; '{0}' is none.“");
    }

    @Test
    void aNoticeSaysItsSentencesOneAfterTheOtherInTheLanguageOfWhoeverReads() {
        Notice notice = new Notice(
                Kind.ACCOUNT_NOT_SHARED,
                Instant.EPOCH,
                List.of(Sentence.of(SentenceCode.ACCOUNT_NOT_SHARED, GIRO, PONTO), Sentence.of(SentenceCode.NO_LINE)),
                null,
                new AccountId("a1"));

        assertThat(notice.sentence(Locale.ENGLISH))
                .isEqualTo("The account Giro (BE…7034) is no longer shared by Ponto. It has no transaction.");
        assertThat(notice.sentence(Locale.forLanguageTag("nl-BE")))
                .isEqualTo(
                        "Rekening Giro (BE…7034) wordt niet meer gedeeld door Ponto. Er is geen enkele verrichting.");
        assertThat(notice.sentence(Locale.forLanguageTag("es"))).isEqualTo(notice.sentence(Locale.ENGLISH));
    }

    @Test
    void refusesArgumentsThatTheCodeDoesNotSpeakOfAndANoticeThatSaysNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sentence.of(SentenceCode.LAST_LINE, PONTO))
                .withMessageContaining("LAST_LINE");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Notice(Kind.SILENT, Instant.EPOCH, List.of(), null, null))
                .withMessageContaining("SILENT");
    }

    private static String ends(long days, Locale language) {
        return plain(consent(SentenceCode.CONSENT_ENDS, days), language);
    }

    private static String endsSoon(long days, Locale language) {
        return plain(consent(SentenceCode.CONSENT_ENDS_SOON, days), language);
    }

    private static Sentence consent(SentenceCode code, long days) {
        return Sentence.of(code, PONTO, GIRO, new Day(LocalDate.of(2026, 4, 20)), new Count(days));
    }

    private static String ended(long days, Locale language) {
        return plain(Sentence.of(SentenceCode.CONSENT_ENDED, PONTO, GIRO, new Count(days)), language);
    }

    private static String lines(long count, Locale language) {
        return plain(Sentence.of(SentenceCode.LINES_BEFORE_TODAY, new Count(count)), language);
    }

    /** With the blanks of a keyboard. */
    private static String plain(Sentence sentence, Locale language) {
        return sentence.in(language).replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static List<Argument> arguments(SentenceCode code, int count) {
        return code.parameters().stream()
                .<Argument>map(parameter -> switch (parameter.getSimpleName()) {
                    case "Count" -> new Count(count);
                    case "Amount" -> new Amount(Money.of("7.50", "EUR"));
                    case "Day" -> new Day(LocalDate.of(2026, 3, 5));
                    case "Quote" -> new Quote("It says so");
                    case "Moment" -> new Moment(Instant.EPOCH, BRUSSELS);
                    case "Text" -> new Argument.Text("T");
                    case "Sentence" -> Sentence.quoted("It says so");
                    default -> new Name("N");
                })
                .toList();
    }
}
