package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;
import static org.bankfeed.matching.internal.core.judge.Books.OTHER;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words by which a text means something else than the documents, the payer or the money that it seems to speak of. */
class SaidOtherwiseTest {

    private final Books books = new Books();

    // ---- documents that are named and not paid

    @ParameterizedTest
    @ValueSource(
            strings = {
                "101219 (101220 suivra)",
                "règlement 101219. 101220 en litige",
                "101219, la 101220 segue",
                "101219 (101220 werd al betaald)",
                "101219; 101220 schon beglichen",
                "tylko 101219, 101220 reklamacja",
                "101219 (101220 volgt volgende week)",
                "Zahlung 101219. 101220 strittig",
                "101219, not invoice 101220 which will follow: except invoice no 101220"
            })
    void aDocumentThatIsSaidToFollowOrToBeDisputedIsNoDoubtOfTheOneThatIsPaid(String text) {
        ofAlba("S1", "101219", 9057);
        ofAlba("S2", "101220", 9586);

        Verdict verdict = books.in(9057).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S1", 9057));
        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.LEFT_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alvast een deel van 101219, rest volgt",
                "101219 Teilzahlung, Rest folgt",
                "101219 (saldo volgt later)"
            })
    void aDocumentOfWhichTheRestFollowsIsPaidInPart(String text) {
        ofAlba("S1", "101219", 9057);

        Verdict verdict = books.in(4000).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", 4000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "solde relevé sauf 101365",
                "openstaand saldo behalve factuur 101365",
                "Saldo ohne die 101365",
                "stmt excl 101365"
            })
    void allButOneIsTheOthersAndNeverTheOne(String text) {
        ofAlba("S1", "101364", 16800);
        ofAlba("S2", "101365", 14498);
        ofAlba("S3", "101366", 13822);

        Verdict verdict = books.in(16800 + 13822).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.shares()).containsExactlyInAnyOrder(Share.of("S1", 16800), Share.of("S3", 13822));
        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(books.in(20000).from("Alba", ALBA).says(text).verdict().shares())
                .noneMatch(share -> share.document().equals("S2"));
    }

    @ParameterizedTest
    @CsvSource({
        "100946 compensée avec votre facture 7995, SUGGEST",
        "100946 verrekend met uw factuur 7995, SUGGEST",
        "100946 contra IN-24, SUGGEST",
        "100946, BOOK"
    })
    void aPartBesideWhatIsSetOffIsLeftToAPerson(String text, Kind kind) {
        ofAlba("S1", "100946", 26705);

        assertThat(books.in(18693).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(kind);
    }

    // ---- numbers of other documents

    @ParameterizedTest
    @CsvSource({"inv EXP2025-174, BOOK", "inv EXP2024-174, SUGGEST", "inv 174, BOOK"})
    void aNumberOfAnotherYearIsNotThatOfTheDocumentWhoseSerialItHas(String text, Kind kind) {
        books.sale("S1", "EXP2025-174", 660267)
                .of("P1", "Alba", ALBA)
                .issued(LocalDate.of(2025, 11, 1))
                .put();

        Verdict verdict = books.in(402763).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(kind);
    }

    @Test
    void aGroupedNumberOfAnotherYearIsNoneOfOurs() {
        books.sale("S1", "FV 59/12/2025", 545106)
                .of("P1", "Alba", ALBA)
                .issued(LocalDate.of(2025, 12, 8))
                .put();

        assertThat(books.in(332515)
                        .from("Alba", ALBA)
                        .says("faktura FV 59/12/2024")
                        .verdict()
                        .kind())
                .isNotEqualTo(Kind.BOOK);
        assertThat(books.in(332515)
                        .from("Alba", ALBA)
                        .says("faktura FV 59/12/2025")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.BOOK);
    }

    @ParameterizedTest
    @CsvSource({
        "95/A, fattura 96/A, SUGGEST",
        "95/A, fattura 95/A, BOOK",
        "95/A, saldo, BOOK",
        "FV 11/02/2026, faktura FV 12/02/2026, SUGGEST",
        "314633-202601, 314633-202603, SUGGEST",
        "24700082, onze order 24700085, BOOK"
    })
    void theNumberOfADocumentThatTheBooksMayGetNextIsNotThatOfTheLast(String number, String text, Kind kind) {
        books.sale("S1", number, 168492)
                .of("P1", "Alba", ALBA)
                .issued(LocalDate.of(2026, 2, 5))
                .put();

        assertThat(books.in(168492).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(kind);
    }

    @Test
    void aReferenceThatIsThatOfTheNextMonthIsNotRepaired() {
        books.sale("S1", "311130-202511", 63325)
                .reference("0000311130202511")
                .of("P1", "Alba", ALBA)
                .put();

        assertThat(books.in(63325)
                        .from("Alba", ALBA)
                        .says("fact 311130-202512")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.SUGGEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"order 100532 / inv 100573", "bestelling 100532 factuur 100573", "PO 100532 INV 100573"})
    void anOrdersNumberThatIsThatOfAnotherDocumentIsNoDoubtOfTheOneThatIsNamedAsInvoice(String text) {
        books.sale("S1", "100532", 5000).of("P2", "Ceder", OTHER).put();
        books.sale("S2", "100573", 19675).of("P1", "Alba").put();

        Verdict verdict =
                books.in(19675).from("Alba", "NL91ABNA0417164300").says(text).verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S2", 19675));
        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
    }

    @Test
    void theHouseOfASiteIsNoDocumentBesideOneThatIsNamedWhole() {
        ofAlba("S1", "VF23-0030", 431902);
        ofAlba("S2", "VF23-0060", 1110780);

        Verdict verdict = books.in(1055241)
                .from("Alba", ALBA)
                .says("VF23-0060 werf Brabo 30")
                .verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S2", 1055241));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ontvangen overschrijving van BE68 5390 0754 7034 BROUWERIJ CEDER KERKSTRAAT 203 1000 BRUXELLES SOLDE Uitgevoerd op 12/02/2026 Ref. 52790663",
                "GIROEINGANG ABSENDER: BROUWERIJ CEDER DORFPLATZ 66 5040 MITTEILUNGEN: SOLDE",
                "VIR RECU DE: BROUWERIJ CEDER MOTIF: PAIEMENT REF: 719711",
                "BROUWERIJ CEDER GOODS FP 22/11/25 1289 2050435576932999",
                "BG 5284-4006 tack",
                "AVISNR 8244 siehe E-Mail",
                "ORIG CO NAME:BROUWERIJ CEDER CO ENTRY DESCR:VENDOR PAY SEC:CTX IND ID:381632 BROUWERIJ CEDER"
            })
    void whatBanksPrintOfAddressesAndTransfersIsNoDocumentsNumber(String text) {
        books.sale("S1", "2026-31", 12424).of("P1", "Brouwerij Ceder").put();
        books.sale("S2", "2026-30", 5000).of("P1", "Brouwerij Ceder").put();
        Line before =
                books.in(5000).from("Brouwerij Ceder", "").on(DAY.minusDays(30)).line();
        books.book.record(before, List.of(Share.of("S2", 5000)), true);
        Books.Pay pay = books.in(12424).from("Brouwerij Ceder", "");

        assertThat(pay.says(text).verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(pay.says("goods 8244").verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void aContractsNumberInEveryNumberOfAPayerIsNoneThatWasCut() {
        for (int month = 1; month <= 2; month++) {
            books.sale("S" + month, "316893-20260" + month, 63325)
                    .of("P1", "Alba", ALBA)
                    .issued(LocalDate.of(2026, month, 1))
                    .due(LocalDate.of(2026, month, 6))
                    .put();
        }

        Verdict verdict =
                books.in(63325).from("Alba", ALBA).says("huur januari 316893").verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S1", 63325));
        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
    }

    // ---- months

    @ParameterizedTest
    @ValueSource(strings = {"contract 02-26", "contract FEB", "abo feb.", "service 02-26"})
    void aMonthInShortThatMayBeThatOfEitherLeavesEqualDocumentsToAPerson(String text) {
        books.sale("S1", "2601", 637439)
                .of("P1", "Alba", ALBA)
                .issued(LocalDate.of(2026, 1, 5))
                .due(LocalDate.of(2026, 2, 1))
                .put();
        books.sale("S2", "2602", 637439)
                .of("P1", "Alba", ALBA)
                .issued(LocalDate.of(2026, 2, 5))
                .due(LocalDate.of(2026, 3, 4))
                .put();

        Books.Pay pay = books.in(637439).from("Alba", ALBA).on(LocalDate.of(2026, 2, 16));

        assertThat(pay.says("merci").verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(pay.says(text).verdict().kind()).isEqualTo(Kind.SUGGEST);
        assertThat(pay.says("Jan Peeters").verdict().kind()).isEqualTo(Kind.BOOK);
    }

    // ---- for whom

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pour compte de Consult Ardoise",
                "voor rekening van Consult Ardoise",
                "im Auftrag von Consult Ardoise",
                "on behalf of Consult Ardoise",
                "per conto di Consult Ardoise",
                "w imieniu Consult Ardoise"
            })
    void whoSaysForWhomHePaysPaysForHim(String text) {
        books.sale("S1", "2026-31", 61672).of("P1", "Consult Ardoise BV").put();

        Verdict stranger = books.in(61672).from("Polderwind", OTHER).says(text).verdict();
        assertThat(stranger.shares()).containsExactly(Share.of("S1", 61672));
        assertThat(stranger.kind()).isEqualTo(Kind.BOOK);

        books.sale("S2", "2026-32", 61672).of("P2", "Polderwind", OTHER).put();

        assertThat(books.in(61672)
                        .from("Polderwind", OTHER)
                        .says(text)
                        .verdict()
                        .kind())
                .isEqualTo(Kind.SUGGEST);
        assertThat(books.in(61672)
                        .from("Polderwind", OTHER)
                        .says("merci")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.BOOK);
    }

    @Test
    void whoPaysForSomebodyWhomTheBooksDoNotKnowIsAskedAbout() {
        books.sale("S1", "2026-31", 61672).of("P1", "Polderwind", OTHER).put();

        Verdict verdict = books.in(61672)
                .from("Polderwind", OTHER)
                .says("on behalf of Duff")
                .verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.ON_BEHALF_SAID);
    }

    @ParameterizedTest
    @CsvSource({"Hendrickx - Baeten, BOOK", "Bogaert Lien, SUGGEST"})
    void aRelativeWhoSaysTheNamePaysForIt(String payer, Kind kind) {
        books.sale("S1", "SR2304039", 5450).of("P1", "Hendrickx Dirk").put();
        books.sale("S2", "SR2304040", 5450).of("P2", "Claes Wout").put();

        Verdict verdict = books.in(5450)
                .from(payer, OTHER)
                .says("Rekening december Dirk Hendrickx")
                .verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S1", 5450));
        assertThat(verdict.kind()).isEqualTo(kind);
    }

    // ---- what for

    @ParameterizedTest
    @CsvSource({
        "wafelverkoop Myriam, SUGGEST",
        "kaas en wijnavond 2p, SUGGEST",
        "quiz Peeters, SUGGEST",
        "cadeaubon, SUGGEST",
        "schoolrekening, BOOK"
    })
    void anOccasionIsNoInvoiceThoughTheAmountIsOne(String text, Kind kind) {
        ofAlba("S1", "SR2304039", 2500);

        assertThat(books.in(2500).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(kind);
        if (kind == Kind.SUGGEST) {
            assertThat(books.in(1500).from("Alba", ALBA).says(text).verdict().kind())
                    .isEqualTo(Kind.OPEN);
        }
    }

    // ---- what we withhold from others

    @Test
    void whatWeWithholdFromAContractorIsAPartThatWeMeanToPay() {
        books.sale("A1", "F239057", 30618).purchase().of("L1", "Piron BV", ALBA).put();
        long withheld = Math.round(30618 * 0.35);

        Verdict toHim = books.out(30618 - withheld)
                .from("Piron BV", ALBA)
                .says("F239057 min inhouding 35 RSZ")
                .verdict();
        assertThat(toHim.kind()).isEqualTo(Kind.BOOK);
        assertThat(toHim.shares()).containsExactly(Share.of("A1", 30618 - withheld));

        Line line = books.out(30618 - withheld).from("Piron BV", ALBA).line();
        books.book.record(line, toHim.shares(), false);
        Verdict toTheState = books.out(withheld)
                .from("RSZ inhoudingen 30bis", OTHER)
                .says("30BIS PIRON BV F239057")
                .verdict();
        assertThat(toTheState.kind()).isEqualTo(Kind.BOOK);
        assertThat(toTheState.shares()).containsExactly(Share.of("A1", withheld));
    }

    @Test
    void anotherPartOfASuppliersInvoiceIsAskedAbout() {
        books.sale("A1", "F239057", 30618).purchase().of("L1", "Piron BV", ALBA).put();

        assertThat(books.out(20000)
                        .from("Piron BV", ALBA)
                        .says("F239057")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.SUGGEST);
    }

    // ---- what comes back

    @ParameterizedTest
    @CsvSource({
        "LCR IMPAYEE ECH 161025 F068895 MOTIF 40, BOOK",
        "INSOLUTO F068895, BOOK",
        "RETOUR F068895 AC04, BOOK",
        "retour dubbel F068895, OPEN", // we give back what came twice
        "F068895, OPEN"
    })
    void aBankThatHasNoCodeForItSaysInWordsThatABillWasNotPaid(String text, Kind kind) {
        ofAlba("S1", "F068895", 41877);
        Line paid = books.in(41877)
                .from("Alba", ALBA)
                .says("F068895")
                .on(DAY.minusDays(20))
                .line();
        books.book.record(paid, List.of(Share.of("S1", 41877)), false);

        Verdict verdict = books.out(41877).from("", "").says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(kind);
        if (kind == Kind.BOOK) {
            assertThat(verdict.shares()).containsExactly(new Share("S1", -41877, 0, paid.id()));
        }
    }

    private void ofAlba(String id, String number, long open) {
        books.sale(id, number, open).of("P1", "Alba", ALBA).put();
    }
}
