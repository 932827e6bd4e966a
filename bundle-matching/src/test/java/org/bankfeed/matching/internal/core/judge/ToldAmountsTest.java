package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.OTHER;

import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts that a text tells: what of each document is paid, what a bank or the taxes kept. */
class ToldAmountsTest {

    private final Books books = new Books();

    // ---- lists

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100614 3480.00 + 100591 358,46 (DEL)",
                "100614 3.480,00 und 100591 358,46 (Teil)",
                "100591 358.46 & 100614 EUR 3480,00"
            })
    void aListWithAmountsIsSplitAsItSays(String text) {
        ofAlba("S1", "100614", 348000);
        ofAlba("S2", "100591", 3584541);

        Verdict verdict = pays(383846, text);

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactlyInAnyOrder(Share.of("S1", 348000), Share.of("S2", 35846));
        assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.AMOUNTS_LISTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"100614 3480.00 + 100591 358,47", "100614 3480.00 + 100591", "100614 + 100591 3480.00"})
    void aListThatDoesNotAddUpIsLeftToAPerson(String text) {
        ofAlba("S1", "100614", 348000);
        ofAlba("S2", "100591", 3584541);

        assertThat(pays(383846, text).kind()).isEqualTo(Kind.SUGGEST);
    }

    // ---- what was kept

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SUB00574 ORIG AMT EUR 1055.00 CHRG EUR 40.00 | SUGGEST",
                "SUB00574 /OCMT/EUR1055,00//CHGS/EUR40,00/ | SUGGEST",
                "SUB00574 abzgl. Spesen 40,00 | SUGGEST"
            })
    void chargesThatTheTextTellsAreWrittenOffAboveTheToleranceOnlyByAPerson(String text, Kind kind) {
        ofAlba("S1", "SUB00574", 105500);

        Verdict verdict = pays(101500, text);

        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.shares()).containsExactly(new Share("S1", 101500, 4000, null));
        assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.ABOVE_TOLERANCE);
    }

    @Test
    void chargesThatTheTextTellsAreWrittenOffWithinTheTolerance() {
        ofAlba("S1", "SUB00574", 105500);

        Verdict verdict = pays(104000, "SUB00574 CHGS EUR 15.00");

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(new Share("S1", 104000, 1500, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "saldo ft 306/A RIT.ACC. 20% EUR 344,42",
                "306/A AL NETTO RITENUTA",
                "306/A AL NETTO R\nITENUTA",
                "?20306/A AL NETTO RITE?21NUTA",
                "saldovsdoc306/ARIT .ACC.20%EUR344,42"
            })
    void aPartBesideATaxThatIsWithheldIsNeverBookedByItself(String text) {
        ofAlba("S1", "306/A", 210098);

        Verdict verdict = pays(175656, text);

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(verdict.shares()).containsExactly(new Share("S1", 175656, 34442, null));
        assertThat(verdict.alternatives().get(0).shares()).containsExactly(Share.of("S1", 175656));
    }

    @ParameterizedTest
    @CsvSource({"SEK, 250", "HUF, 10000", "EUR, 25", "JPY, 40"})
    void whatIsMissingIsSmallInItsOwnCurrency(String currency, long missing) {
        books.in(currency);
        ofAlba("S1", "SUB00574", 4000000);

        Verdict verdict = pays(4000000 - missing, "SUB00574");

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(new Share("S1", 4000000 - missing, missing, null));
    }

    @ParameterizedTest
    @CsvSource({"SEK, 350", "EUR, 35", "JPY, 60"})
    void whatIsMoreThanSmallInItsOwnCurrencyIsPaidInPart(String currency, long missing) {
        books.in(currency);
        ofAlba("S1", "SUB00574", 4000000);

        assertThat(pays(4000000 - missing, "SUB00574").shares()).containsExactly(Share.of("S1", 4000000 - missing));
    }

    // ---- returns

    @Test
    void aReturnedCollectionOpensItsDocumentThoughTheBankTookItsCostAlong() {
        ofAlba("S1", "KO-2026-0776", 159914);
        books.in(159914)
                .from("Alba", ALBA)
                .code("PMNT-IDDT-ESDD")
                .endToEnd("DD-776")
                .mandate("M1")
                .says("KO-2026-0776")
                .taken();

        Verdict verdict = returned(160514).endToEnd("DD-776").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).allMatch(share -> share.amount() == -159914);
        assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.TAKES_BACK_WITH_COST);
        assertThat(returned(170000).endToEnd("DD-776").verdict().shares()).isEmpty();
    }

    private Books.Pay returned(long amount) {
        return books.out(amount)
                .from("Alba", ALBA)
                .code("PMNT-IDDT-UPDD")
                .mandate("M1")
                .says("STORNO AC06");
    }

    // ---- our own collections

    @Test
    void aBatchOfOurCollectionsIsOneLineOfSeveralParties() {
        books.sale("S1", "M2512002", 57500).of("P1", "Waltraud Bohm").put();
        books.sale("S2", "M2512006", 89500).of("P2", "Donau GmbH").put();
        books.sale("S3", "M2512008", 51500).of("P3", "Heike Kern").put();

        assertThat(books.in(57500 + 89500 + 51500)
                        .says("SAMMLER LASTSCHRIFT ANZAHL 3 M2512002, M2512006, M2512008")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.BOOK);
        assertThat(books.in(57500 + 89500 + 51500)
                        .from("Somebody", OTHER)
                        .says("M2512002, M2512006, M2512008")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.SUGGEST);
    }

    private void ofAlba(String id, String number, long open) {
        books.sale(id, number, open).of("P1", "Alba", ALBA).put();
    }

    private Verdict pays(long amount, String text) {
        return books.in(amount).from("Alba", ALBA).says(text).verdict();
    }
}
