package org.bankfeed.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bankfeed.matching.Evidence.Speaks;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument;
import org.junit.jupiter.api.Test;

class SentencesTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    @Test
    void amountsAndDaysAreWrittenAsTheLanguageDoes() {
        Evidence part = Evidence.of(
                Speaks.FOR,
                ReasonCode.AMOUNT_IS_PART,
                new Argument.Amount(Money.of("1234.5", "EUR")),
                new Argument.Document("2026-114", false));
        Evidence paid = Evidence.of(
                Speaks.FOR,
                ReasonCode.PAID_ON,
                new Argument.Document("CN-9", true),
                new Argument.Day(LocalDate.of(2026, 3, 5)));

        assertThat(plain(part, Locale.ENGLISH)).isEqualTo("a part of the €1,234.50 open of invoice 2026-114");
        assertThat(plain(part, DUTCH))
                .isEqualTo("een deel van het openstaande saldo van € 1.234,50 van factuur 2026-114");
        assertThat(plain(part, Locale.FRENCH))
                .isEqualTo("une partie du solde ouvert de 1 234,50 € de la facture 2026-114");
        assertThat(plain(part, Locale.GERMAN)).isEqualTo("ein Teil der offenen 1.234,50 € von Rechnung 2026-114");
        assertThat(plain(paid, Locale.ENGLISH)).isEqualTo("credit note CN-9 was paid on 5 March 2026");
        assertThat(plain(paid, DUTCH)).isEqualTo("creditnota CN-9 is betaald op 5 maart 2026");
        assertThat(plain(paid, Locale.FRENCH)).isEqualTo("la note de crédit CN-9 a été payée le 5 mars 2026");
        assertThat(plain(paid, Locale.GERMAN)).isEqualTo("Gutschrift CN-9 wurde am 5. März 2026 bezahlt");
    }

    @Test
    void oneIsNotSaidAsMany() {
        Evidence evidence = Evidence.of(
                Speaks.FOR, ReasonCode.AMOUNT_IS_SUM_LESS_CREDIT, new Argument.Count(1), new Argument.Count(1));

        assertThat(plain(evidence, Locale.ENGLISH)).isEqualTo("the amount is one open document less one credit note");
        assertThat(plain(evidence, Locale.GERMAN))
                .isEqualTo("der Betrag ist ein offener Posten abzüglich einer Gutschrift");
    }

    @Test
    void aFewDocumentsAreNamedAndManyCounted() {
        assertThat(fits(2).sentence(DUTCH))
                .isEqualTo("het bedrag komt tot op de cent overeen met factuur F1, factuur F2");
        assertThat(fits(4).sentence(DUTCH)).isEqualTo("het bedrag komt tot op de cent overeen met 4 stukken");
    }

    private static Evidence fits(int documents) {
        List<Argument.Document> all = Stream.iterate(1, n -> n + 1)
                .limit(documents)
                .map(n -> new Argument.Document("F" + n, false))
                .toList();
        return Evidence.of(Speaks.AGAINST, ReasonCode.AMOUNT_FITS_OTHER, new Argument.Documents(all));
    }

    @Test
    void anotherLanguageGetsEnglishWhateverTheMachineSpeaks() {
        Evidence evidence = Evidence.of(Speaks.FOR, ReasonCode.OWN_TRANSFER);
        Locale before = Locale.getDefault();
        Locale.setDefault(DUTCH);
        try {
            assertThat(evidence.sentence(Locale.forLanguageTag("es")))
                    .isEqualTo("a transfer between accounts of the company");
            assertThat(evidence.sentence(Locale.ENGLISH)).isEqualTo("a transfer between accounts of the company");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void aCountryOfTheLanguageIsUnderstood() {
        assertThat(Evidence.of(Speaks.FOR, ReasonCode.OWN_TRANSFER).sentence(Locale.forLanguageTag("fr-BE")))
                .isEqualTo("un virement entre comptes de l’entreprise");
    }

    @Test
    void whatSomebodyWroteIsNeverTakenForAPattern() {
        Evidence evidence = Evidence.of(
                Speaks.FOR,
                ReasonCode.NUMBER_STANDS,
                new Argument.Text("{0} '26"),
                new Argument.Document("F{1}'2", false));

        assertThat(evidence.sentence(Locale.ENGLISH)).isEqualTo("“{0} '26” is the number of invoice F{1}'2");
    }

    @Test
    void refusesArgumentsThatTheReasonDoesNotSpeakOf() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Evidence.of(Speaks.FOR, ReasonCode.NUMBER_STANDS, new Argument.Text("26")))
                .withMessageContaining("NUMBER_STANDS");
    }

    /** With the blanks of a keyboard. */
    private static String plain(Evidence evidence, Locale language) {
        return evidence.sentence(language).replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
