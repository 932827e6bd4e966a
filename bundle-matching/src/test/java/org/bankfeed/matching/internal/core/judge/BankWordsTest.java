package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;
import static org.bankfeed.matching.internal.core.judge.Books.OTHER;

import java.util.List;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.bankfeed.matching.internal.text.BankText;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What banks write into the text beside what the payer said: his account and name, references and days of theirs. */
class BankWordsTest {

    private static final String FROM_ALBA = "VIREMENT EN EUROS DU COMPTE BE68 5390 0754 7034 BIC GEBABEBB ALBA ";

    private final Books books = new Books();

    @BeforeEach
    void owes() {
        books.sale("S1", "FAC/2026/00521", 116989).of("P1", "Alba", ALBA).put();
        books.sale("S2", "FAC/2026/00530", 90000).of("P1", "Alba", ALBA).put();
    }

    @Test
    void theAccountInTheTextIsThePayersWhereTheBankGivesNone() {
        Verdict silent =
                books.in(116989).says(FROM_ALBA + "COMMUNICATION : CF COURRIER").verdict();

        assertThat(silent.kind()).isEqualTo(Kind.BOOK);
        assertThat(silent.shares()).containsExactly(Share.of("S1", 116989));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "van BE68 5390 0754 7034 en BE62 5100 0754 7061", // of two it is neither
                "van BE69 5390 0754 7034", // no account number
                "rekening BE685390075470341"
            })
    void twoAccountsInTheTextOrAWrongOneSayNothing(String text) {
        assertThat(books.in(116989).says(text).line().counterpart()).isEmpty();
    }

    @Test
    void whoIsNamedIsNotTheAccountInTheText() {
        assertThat(books.in(116989).from("Ceder", "").says(FROM_ALBA).line().counterpart())
                .isEmpty();
    }

    @Test
    void ourOwnAccountInTheTextIsNotThePayers() {
        Line line = new Line("T", ALBA, DAY, 1, "EUR", "", "", "OP BE68 5390 0754 7034", false, "", "", "", "", "");
        Line given = new Line("T", OTHER, DAY, 1, "EUR", "", OTHER, FROM_ALBA, false, "", "", "", "", "");

        assertThat(line.counterpart()).isEmpty();
        assertThat(given.counterpart()).isEqualTo(OTHER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "REFERENCE BANQUE : 2508040421282842",
                "ARKISTOINTITUNNUS 241104918605411715",
                "COMM 0,00 SPESE 0,00 TRN 0104419593460359 23151590429076",
                "bet. REF. : 79389A7826531 VAL. 07-11",
                "Ref TRANSFER-540826550",
                "Kenmerk: 20240313-53124",
                "N/REF 34228",
                "unser Beleg 62590",
                "viitteemme 81725"
            })
    void theBanksReferenceAndThePayersOwnAreNoDocumentsNumber(String words) {
        Books.Pay pay = books.in(116989 + 90000).from("Alba", ALBA).endToEnd("20240313-53124");
        Books.Pay part = books.in(40000).from("Alba", ALBA).endToEnd("20240313-53124");

        assertThat(pay.says("saldo " + words).verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(part.says("FAC/2026/00521 " + words).verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(part.says("FAC/2026/00521 2026/00777").verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void aNumberThatThePayerWroteBeforeIsHisOwn() {
        Books.Pay second = books.in(40000).from("Alba", ALBA).says("A/C 10105 FAC/2026/00521");
        assertThat(second.verdict().kind()).isEqualTo(Kind.SUGGEST);

        Line first = books.in(90000)
                .from("Alba", ALBA)
                .says("A/C 10105 FAC/2026/00530")
                .on(DAY.minusDays(30))
                .line();
        books.book.record(first, List.of(Share.of("S2", 90000)), true);

        assertThat(second.verdict().kind()).isEqualTo(Kind.BOOK);
    }

    @ParameterizedTest
    @CsvSource({"FAC/2026/0052, BOOK", "FAC/2026, BOOK", "FAC/2026/0053, SUGGEST", "FAC/2026/00777, SUGGEST"})
    void aNumberThatTheBankCutIsNoOtherOne(String said, Kind kind) {
        books.sale("S3", "FAC/2026/00540", 55555)
                .of("P2", "Brouwerij Ceder", OTHER)
                .put();
        books.sale("S4", "FAC/2026/00521", 66666)
                .of("P2", "Brouwerij Ceder", OTHER)
                .put();
        Books.Pay pay =
                books.in(66666).from("Brouwerij Ceder", "NL91ABNA0417164300").says("fact " + said);
        books.in(1).from("Brouwerij Ceder", "NL91ABNA0417164300").taken();

        assertThat(pay.verdict().shares()).containsExactly(Share.of("S4", 66666));
        assertThat(pay.from("Brouwerij Ceder", OTHER).verdict().kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"fact FAC/2026/0057, SUGGEST", "fact FAC/, SUGGEST", "fact fac, BOOK"})
    void aCutNumberThatMayBeOfEitherOfTwoEqualDocumentsTellsNeither(String text, Kind kind) {
        books.sale("S3", "FAC/2026/00571", 9900).of("P1", "Alba", ALBA).put();
        books.sale("S4", "FAC/2026/00572", 9900)
                .of("P1", "Alba", ALBA)
                .due(DAY.plusDays(3))
                .put();

        assertThat(books.in(9900).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(kind);
    }

    @Test
    void hisOwnNameInTheTextNamesNoOther() {
        books.sale("S3", "FAC/2026/00540", 55555)
                .of("P2", "Drentse Molen", OTHER)
                .put();
        books.sale("S4", "FAC/2026/00541", 66666).of("P3", "Drentse Veeteelt").put();
        Books.Pay pay = books.in(55555).from("DRENTSE VEETEELT", OTHER);

        assertThat(pay.says("Naam: Drentse Veeteelt Omschrijving: zie mail")
                        .verdict()
                        .evidence())
                .extracting(why -> why.code())
                .doesNotContain(ReasonCode.NAME_IN_TEXT);
        assertThat(pay.says("voor Drentse Veeteelt, zie Drentse Veeteelt")
                        .verdict()
                        .evidence())
                .extracting(why -> why.code())
                .contains(ReasonCode.NAME_IN_TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"24/03/ 2026", "24/03 /2026", "24. 3. 2026", "24.0 3.2026", "2 4.03.2026", "24.03.20 26"})
    void aDayThatWasFoldedIsNoNumber(String day) {
        books.sale("B1", "202603202", 700)
                .of("P4", "Leverancier", OTHER)
                .purchase()
                .put();

        Verdict verdict = books.in(116989)
                .from("Alba", ALBA)
                .says("FACTURE N 521 ECHEANCE " + day)
                .verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VERSEMENT FACTURE FAC/2026/00521 20260310-371",
                "Mededeling: FAC/2026/00521 Ref. Opdrachtgever: 20260310-371",
                "ALBA\nGENODEF1S10\nFAC/2026/00521\nEnd-to-End-Ref.: 20260310-371\nGutschrift",
                "van BIC AXABBE22 FAC/2026/00521",
                "FAC/2026/00521 vom 25022026",
                "FAC/2026/00521 KNR 50492",
                "FAC/2026/00521 DDT 50492",
                "FAC/2026/00521 betalingsrun 50492",
                "FAC/2026/00521 confirming 50492",
                "OD: ALBA UL. FABRYCZNA 91 80-200 GDANSK; TYT.: FAC/2026/00521; TNR: 240510556963036.000001",
                "FAC/2026/00521 avis de paiement 50492"
            })
    void whatTheBankRepeatsOrNumbersIsNoCreditNoteThatMakesAPart(String text) {
        Verdict verdict = books.in(50000)
                .from("Alba", ALBA)
                .endToEnd("20260310-371")
                .says(text)
                .verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", 50000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FAC/2026/00521 GUTSCHR12 00371", "FAC/2026/00521 - 50493"})
    void anyOtherNumberMayBeThatOfACreditNote(String text) {
        assertThat(books.in(50000).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(Kind.SUGGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BL-00871 BL-00872", "bl 871 en bl 872"})
    void aWordOfDeliveryWithWhichOurNumbersBeginAnnouncesADocumentThatMayCome(String text) {
        books.sale("S9", "BL-00871", 77000).of("P1", "Alba", ALBA).put();

        assertThat(books.in(50000).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(Kind.SUGGEST);
    }

    @ParameterizedTest
    @CsvSource({"18165, BOOK", "18163, SUGGEST"})
    void theNumberOfADocumentThatMayComeDoubtsWhatComesOutOnlyNearly(long amount, Kind kind) {
        books.sale("B1", "VF24-7621", 18165).purchase().of("P9", "Egger", OTHER).put();

        assertThat(books.out(amount)
                        .from("Egger", OTHER)
                        .code("PMNT-RDDT-ESDD")
                        .mandate("M7")
                        .endToEnd("PAY/2024/8456")
                        .says("Zahlungsreferenz: VF24-7698 Mandat: M7")
                        .verdict()
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void whatTheTextCallsAnInvoiceIsReadThoughItIsThePayersIdToo() {
        assertThat(BankText.of("text", "fact 493-125", "493-125").runs()).hasSize(2);
        assertThat(BankText.of("text", "Zahlung 493-125", "493-125").runs()).isEmpty();
    }

    @Test
    void aRefundMayNameTheInvoiceThatItsCreditNoteIsOf() {
        books.sale("C1", "CN-7", 2462).credit().of("P1", "Alba", ALBA).put();

        Verdict verdict =
                books.out(2462).from("Alba", ALBA).says("REFUND FAC/2026/00521").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("C1", 2462));
    }
}
