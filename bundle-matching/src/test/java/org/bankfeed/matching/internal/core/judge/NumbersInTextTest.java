package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;
import static org.bankfeed.matching.internal.core.judge.Books.OTHER;

import java.time.LocalDate;
import java.util.Locale;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that are written otherwise than they are printed, and things that look like them. */
class NumbersInTextTest {

    private static final LocalDate APRIL = LocalDate.of(2026, 4, 20);

    private final Books books = new Books();

    // ---- group by group

    @ParameterizedTest
    @CsvSource({
        "FV/0240/02/2026/K, 240/2/2026/K",
        "FV/0240/02/2026/K, faktura 240/2/26",
        "FV/0240/02/2026/K, FV 240-02-2026",
        "FV/0240/02/2026/K, fakt.240/2026",
        "2026-0007-00240, 2026/7/240",
        "A3-0240-2026, A3 240 2026"
    })
    void readsANumberWithoutTheZerosWithinIt(String number, String text) {
        books.sale("S1", number, 12100).of("P1", "Alba", ALBA).due(DAY).put();
        books.sale("S2", number.replace("240", "139"), 12100)
                .of("P1", "Alba", ALBA)
                .due(DAY.minusDays(9))
                .put();

        Verdict verdict = books.in(12100).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", 12100));
    }

    @ParameterizedTest
    @CsvSource({"inv 0622-2, S1", "inv 0619-2, S2"})
    void aDayWithinANumberIsNamedByMonthAndDay(String text, String document) {
        books.sale("S1", "20260622-2", 24200).of("P1", "Alba", ALBA).put();
        books.sale("S2", "20260619-2", 24200).of("P1", "Alba", ALBA).put();

        Verdict verdict = books.in(24200).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.shares()).containsExactly(Share.of(document, 24200));
    }

    @ParameterizedTest
    @CsvSource({"uw fakt 68, BOOK", "uw fakt 69, SUGGEST"})
    void theEndOfANumberThatIsFilledUpWithZerosIsNoNumberOfNothing(String text, Kind kind) {
        books.sale("S1", "25700068", 24200).of("P1", "Alba", ALBA).put();

        assertThat(books.in(24200).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(kind);
    }

    @Test
    void aNumberThatACreditNoteHasTooBehindALetterNamesTheInvoice() {
        books.sale("S1", "2026-0021", 24200).of("P1", "Alba", ALBA).put();
        books.sale("C1", "D2026-0021", 900).credit().of("P2", "Ceder", OTHER).put();

        Verdict verdict = books.in(24200)
                .from("Alba", ALBA)
                .says("VS:20260021 KS:0308")
                .endToEnd("/VS20260021/SS/KS0308")
                .verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
    }

    @Test
    void aSerialWithTheMonthOfAnotherDocumentBesideItIsNotThatDocuments() {
        books.sale("S1", "FV/0018/01/2026/S", 181500)
                .of("P1", "Alba", ALBA)
                .due(DAY.minusDays(20))
                .put();
        books.in(181500)
                .from("Alba", ALBA)
                .says("FV/0018/01/2026/S")
                .on(DAY.minusDays(15))
                .taken();
        books.sale("S2", "FV/0018/02/2026/S", 181500).of("P1", "Alba", ALBA).put();

        Verdict verdict = books.in(181500).from("Alba", ALBA).says("FV 18/2").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S2", 181500));
    }

    @Test
    void tellsWhichCharactersWereReadGroupByGroup() {
        books.sale("S1", "FV/0240/02/2026/K", 12100).put();

        Verdict verdict = books.in(12100)
                .from("Bakkerij Alba", "")
                .says("zapłata 240/2/2026/K")
                .verdict();

        assertThat(verdict.evidence()).anySatisfy(one -> {
            assertThat(one.excerpt()).isEqualTo("240/2/2026");
            assertThat(one.sentence(Locale.ENGLISH)).contains("FV/0240/02/2026/K");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"huur 3/2026", "periode 03/2026", "loyer 3-2026"})
    void takesAMonthForNoNumber(String text) {
        books.sale("S1", "FV-00003-26", 75000)
                .of("P1", "Alba", ALBA)
                .due(DAY.plusDays(9))
                .put();
        books.sale("S2", "FV-00051-26", 75000).of("P1", "Alba", ALBA).due(DAY).put();

        Verdict verdict = books.in(75000).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.shares()).extracting(Share::document).doesNotContain("S1");
    }

    @Test
    void aMonthInFiguresSaysWhichOfEqualDocumentsIsMeant() {
        books.sale("S1", "2026-11", 75000)
                .of("P1", "Alba", ALBA)
                .due(DAY.minusDays(5))
                .put();
        books.sale("S2", "2026-17", 75000)
                .of("P1", "Alba", ALBA)
                .due(DAY.plusDays(26))
                .put();

        Verdict verdict =
                books.in(75000).from("Alba", ALBA).says("huur 03/2026").verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S2", 75000));
    }

    @Test
    void takesTheAmountForNoNumber() {
        books.sale("S1", "FV/0240/05/2026", 99900).of("P1", "Alba", ALBA).put();
        books.sale("S2", "FV/0251/02/2026", 24005).of("P2", "Ander", OTHER).put();

        Verdict verdict =
                books.in(24005).from("Ander", OTHER).says("EUR 240.05").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S2", 24005));
    }

    @Test
    void aCreditWordBeforeANumberInGroupsSpeaksOfACreditNote() {
        books.sale("S1", "FV/0240/02/2026", 12100).put();

        Verdict verdict = books.in(12100).says("CN 240/2/2026").verdict();

        assertThat(verdict.kind()).isNotEqualTo(Kind.BOOK);
    }

    // ---- ranges

    private void fourInARow(String prefix) {
        books.sale("S1", prefix + "118", 12100).of("P1", "Alba", ALBA).put();
        books.sale("S2", prefix + "119", 4400).of("P1", "Alba", ALBA).put();
        books.sale("S3", prefix + "120", 7000).of("P1", "Alba", ALBA).put();
        books.sale("S4", prefix + "121", 3300).of("P1", "Alba", ALBA).put();
        books.sale("S5", prefix + "125", 26800).of("P1", "Alba", ALBA).put();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-, 2026-118-121",
        "2026-, fact 118-121",
        "2026-, 118 - 121",
        "2026-, 118 t/m 121",
        "2026-, van 118 tot en met 121",
        "2026-, 118..121",
        "2026-, 118-21",
        "2026/00, 00118-00121",
        "202600, 202600118-121",
        "'', 118–121"
    })
    void readsTwoNumbersWithAHyphenAsARangeThatComesOut(String prefix, String text) {
        fourInARow(prefix);

        Verdict verdict = books.in(26800).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).extracting(Share::document).containsExactlyInAnyOrder("S1", "S2", "S3", "S4");
    }

    @Test
    void readsTwoNumbersWithAHyphenAsTwoWhereThoseComeOut() {
        fourInARow("2026-");

        Verdict verdict =
                books.in(15400).from("Alba", ALBA).says("2026-118-121").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).extracting(Share::document).containsExactlyInAnyOrder("S1", "S4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"118-122", "117-121", "tel 118-121", "0118-121 12 13", "118/119"})
    void aRangeOfWhichAnEndIsMissingIsNone(String text) {
        books.sale("S1", "2026-118", 12100).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026-119", 4400).of("P1", "Alba", ALBA).put();
        books.sale("S3", "2026-120", 7000).of("P1", "Alba", ALBA).put();

        Verdict verdict = books.in(23500).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.evidence())
                .noneMatch(one -> one.sentence(Locale.ENGLISH).contains("goes on to"));
    }

    @Test
    void aRangeThatDoesNotComeOutIsLeftToAPerson() {
        fourInARow("2026-");

        Verdict verdict = books.in(25000).from("Alba", ALBA).says("118-121").verdict();

        assertThat(verdict.kind()).isNotEqualTo(Kind.BOOK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-3", "01-03-2026", "0475-118-121", "van 1-12 t/m 3-12"})
    void daysAndTelephonesAreNoRangeOfWhatTheyDoNotComeOutAt(String text) {
        books.sale("S1", "2026-001", 10000).of("P1", "Alba", ALBA).due(DAY).put();
        books.sale("S2", "2026-002", 10000).of("P1", "Alba", ALBA).due(DAY).put();
        books.sale("S3", "2026-003", 10000).of("P1", "Alba", ALBA).due(DAY).put();
        books.sale("S4", "2026-118", 10000).of("P1", "Alba", ALBA).due(DAY).put();

        Verdict verdict = books.in(20000).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.kind()).isNotEqualTo(Kind.BOOK);
    }

    // ---- four digits and nothing else

    @ParameterizedTest
    @ValueSource(
            strings = {"1998 2003 2025", "1998, 2003, 2025", "nrs 1998/2003/2025", "1998+2003+2025 van 03.02.2026"})
    void readsAListOfNumbersThatLookLikeYearsWhereTheAmountFits(String text) {
        books.sale("S1", "1998", 12100).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2003", 4400).of("P1", "Alba", ALBA).put();
        books.sale("S3", "2025", 7000).of("P1", "Alba", ALBA).put();
        books.sale("S4", "2031", 500).of("P1", "Alba", ALBA).put();

        Verdict verdict = books.in(23500).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).extracting(Share::document).containsExactlyInAnyOrder("S1", "S2", "S3");
    }

    @Test
    void takesYearsForNumbersOnlyWhereAllOfThemComeOut() {
        books.sale("S1", "2024", 2500).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2025", 2500).of("P1", "Alba", ALBA).put();
        books.sale("S3", "2026", 2500).of("P1", "Alba", ALBA).put();

        assertThat(books.in(5000).from("Alba", ALBA).says("2024 2026").verdict().shares())
                .extracting(Share::document)
                .containsExactlyInAnyOrder("S1", "S3");
        assertThat(books.in(5000)
                        .from("Alba", ALBA)
                        .says("abonnement 2024-2026")
                        .verdict()
                        .kind())
                .isNotEqualTo(Kind.BOOK);
    }

    @Test
    void oneNumberIsNotThatOfTwoDocuments() {
        books.sale("S1", "FV/0152/04/2026", 43087)
                .of("P1", "Alba", ALBA)
                .due(APRIL.plusDays(30))
                .put();
        books.sale("S2", "FV/0154/04/2026", 12500)
                .of("P1", "Alba", ALBA)
                .due(APRIL.plusDays(30))
                .put();
        books.sale("S3", "FV/0154/05/2026", 9900)
                .of("P1", "Alba", ALBA)
                .due(APRIL.plusDays(45))
                .put();

        Verdict verdict = books.in(65487).from("Alba", ALBA).says("152, 154").verdict();

        assertThat(verdict.kind()).isNotEqualTo(Kind.BOOK);
    }

    @Test
    void aRangeIsOfOneMonthWhereNumbersBeginAnewEachMonth() {
        books.sale("S1", "FV/0152/04/2026", 43087)
                .of("P1", "Alba", ALBA)
                .due(APRIL.plusDays(30))
                .put();
        books.sale("S2", "FV/0153/04/2026", 9900)
                .of("P1", "Alba", ALBA)
                .due(APRIL.plusDays(30))
                .put();
        books.sale("S3", "FV/0154/04/2026", 12500)
                .of("P1", "Alba", ALBA)
                .due(APRIL.plusDays(30))
                .put();
        books.sale("S4", "FV/0154/05/2026", 9900)
                .of("P1", "Alba", ALBA)
                .due(APRIL.plusDays(45))
                .put();

        Verdict verdict = books.in(65487).from("Alba", ALBA).says("0152-0154").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).extracting(Share::document).containsExactlyInAnyOrder("S1", "S2", "S3");
    }

    @Test
    void aNumberWithItsSeparatorsIsNoYear() {
        books.sale("S1", "2-003", 8900)
                .of("P1", "Alba", ALBA)
                .due(DAY.minusDays(30))
                .put();
        books.sale("S2", "2-004", 8900).of("P1", "Alba", ALBA).put();

        Verdict verdict =
                books.in(8900).from("Alba", ALBA).says("betaling 2-004").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).extracting(Share::document).containsExactly("S2");
    }

    @ParameterizedTest
    @CsvSource({
        "order 4526519060, BOOK",
        "order no 83998, BOOK",
        "PO 2025-258, BOOK",
        "zam. B52577, BOOK",
        "Bestellung4711, BOOK",
        "commande n° 36800, BOOK",
        "4526519060, SUGGEST",
        "order 4711 factuur 83998, SUGGEST",
        "reorder 83998, SUGGEST"
    })
    void theNumberOfAnOrderIsThatOfNoDocument(String text, Kind kind) {
        books.sale("S1", "F-11", 12100).of("P1", "Alba", ALBA).put();
        books.sale("S2", "F-12", 4400).of("P1", "Alba", ALBA).put();

        assertThat(books.in(16500).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(kind);
    }

    @Test
    void whatIsPaidOnAnOrderAndComesOutAtNothingIsNoPartOfADocument() {
        books.sale("S1", "F-11", 121000).of("P1", "Alba", ALBA).put();

        Verdict verdict =
                books.in(10000).from("Alba", ALBA).says("acompte devis 38094").verdict();

        assertThat(verdict.shares()).isEmpty();
    }

    @Test
    void aListOfTwoPartiesIsBookedOnlyIfItComesOutAtTheAmount() {
        books.sale("S1", "3237", 12100).of("P1", "Alba", ALBA).put();
        books.sale("S2", "3254", 4400).of("P2", "Ander", OTHER).put();

        Books.Pay pay = books.in(16500).from("Alba", ALBA);

        assertThat(pay.says("3237 3254").verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(books.in(16400)
                        .from("Alba", ALBA)
                        .says("3237 3254")
                        .verdict()
                        .kind())
                .isNotEqualTo(Kind.BOOK);
    }

    // ---- references that look like any other number

    @ParameterizedTest
    @CsvSource({
        "20240001234, factuur maart 20240001244 dank",
        "20240001234, viite 2024000124",
        "20240001234, viite 202400012334",
        "20240001234, KID 20240010234",
        "41000654131, 41000654141",
        "+71<000020240001238+12345678<, +71<000020240001239+12345678<"
    })
    void mendsAReferenceAmongWordsWhereNameAndAmountStandBeside(String reference, String text) {
        books.sale("S1", "F-77", 12100)
                .reference(reference)
                .of("P1", "Alba", ALBA)
                .put();

        Verdict known = books.in(12100).from("Alba", ALBA).says(text).verdict();
        Verdict unknown = books.in(12100).from("Iemand", OTHER).says(text).verdict();
        Verdict part = books.in(5000).from("Iemand", OTHER).says(text).verdict();

        assertThat(known.kind()).isEqualTo(Kind.BOOK);
        assertThat(known.evidence())
                .anyMatch(one -> one.sentence(Locale.ENGLISH).contains("one typing error away"));
        assertThat(unknown.shares()).containsExactly(Share.of("S1", 12100));
        assertThat(part.kind()).isNotEqualTo(Kind.BOOK);
    }

    @Test
    void mendsNothingWhereTwoReferencesLieAsNear() {
        books.sale("S1", "F-77", 12100).reference("20240001234").put();
        books.sale("S2", "F-78", 12100)
                .reference("20240001263")
                .of("P2", "Ander")
                .put();

        Verdict verdict =
                books.in(12100).from("Iemand", ALBA).says("20240001264").verdict();

        assertThat(verdict.kind()).isNotEqualTo(Kind.BOOK);
        assertThat(verdict.evidence())
                .noneMatch(one -> one.sentence(Locale.ENGLISH).contains("typing error"));
    }

    @Test
    void mendsToTheOneOfTheAmountWhereTwoReferencesLieAsNear() {
        books.sale("S1", "F-77", 12100)
                .reference("20240001234")
                .of("P1", "Alba", ALBA)
                .put();
        books.sale("S2", "F-78", 4400)
                .reference("20240001263")
                .of("P1", "Alba", ALBA)
                .put();

        Verdict verdict = books.in(4400).from("Alba", ALBA).says("20240001264").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S2", 4400));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tel 20240001235", "BE20 2400 0123 5400", "20.24.00.01.23.5"})
    void mendsNoTelephoneAndNoAccount(String text) {
        books.sale("S1", "F-77", 12100).reference("20240001234").put();

        Verdict verdict = books.in(12100).from("Iemand", ALBA).says(text).verdict();

        assertThat(verdict.evidence())
                .noneMatch(one -> one.sentence(Locale.ENGLISH).contains("typing error"));
    }

    // ---- marks of layout, and endings

    @ParameterizedTest
    @CsvSource({
        "7250154347, ?00GUTSCHRIFT?20Gaston Aydin 725?220154347",
        "7250154347, factuur 72501<br>54347<br>",
        "7250154347, factuur 72501<BR />54347",
        "FR250001259AEUI, fact.nr FR250001259",
        "FR250001259AEUI, 250001259aeui"
    })
    void readsANumberThroughMarksOfLayoutAndWithoutTheLettersBehindIt(String number, String text) {
        books.sale("S1", number, 12100).of("P1", "Alba", ALBA).due(DAY).put();
        books.sale("S2", "7250154999", 12100)
                .of("P1", "Alba", ALBA)
                .due(DAY.minusDays(9))
                .put();

        Verdict verdict = books.in(12100).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", 12100));
    }

    @Test
    void aTextOfHundredsOfNumbersNamesNothingByTheEndOfOne() {
        Books books = new Books();
        books.sale("S1", "2026-0521", 10000).of("P1", "Alba", Books.ALBA).put();
        Books.Pay pay = books.in(9000).from("Alba", Books.ALBA);
        assertThat(pay.says("521 " + "7 ".repeat(20)).verdict().evidence())
                .anyMatch(one -> one.code() == ReasonCode.NUMBER_END_STANDS);

        assertThat(pay.says("521 " + "7 ".repeat(400)).verdict().evidence())
                .noneMatch(one -> one.code() == ReasonCode.NUMBER_END_STANDS);
    }
}
