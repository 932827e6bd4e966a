package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;
import static org.bankfeed.matching.internal.core.judge.Books.OTHER;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.Span;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecisionTest {

    private static final String REFERENCE = "+++010/8068/17183+++";

    private final Books books = new Books();

    // ---- references

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+++010/8068/17183+++",
                "***010/8068/17183***",
                "010806817183",
                "betaling 010 8068 17183",
                "010/8068/17183",
                "FACTUUR BETAALD MET MEDEDELING 010/80\n68/17183",
                "VIR SEPA 010806817183REF"
            })
    void booksOnABelgianReferenceHoweverItIsSeparated(String text) {
        books.sale("S1", "2026-114", 12100).reference(REFERENCE).put();

        Verdict verdict = books.in(12100).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", 12100));
        assertThat(verdict.evidence().stream().map(DecisionTest::said))
                .contains("the structured reference +++010/8068/17183+++ is that of invoice 2026-114");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF18539007547034", "RF18 5390 0754 7034", "ref rf18 5390 0754 7034"})
    void booksOnACreditorReference(String text) {
        books.sale("S1", "2026-114", 12100).reference("RF18539007547034").put();

        assertThat(books.in(12100).says(text).verdict().kind()).isEqualTo(Kind.BOOK);
    }

    @Test
    void saysWhichCharactersOfWhichFieldSpoke() {
        books.sale("S1", "2026-114", 12100).put();

        Verdict verdict = books.in(12100).says("factuur 2026 114 dank").verdict();

        assertThat(verdict.evidence()).anySatisfy(one -> {
            assertThat(one.field()).isEqualTo("remittanceInformation");
            assertThat(one.excerpt()).isEqualTo("2026 114");
            assertThat(one.at()).isEqualTo(new Span(8, 16));
        });
    }

    @Test
    void mendsATypingErrorOnlyWithTheAmountBesideIt() {
        books.sale("S1", "2026-114", 12100).reference(REFERENCE).put();

        assertThat(books.in(12100).structured("+++010/8068/17283+++").verdict().kind())
                .isEqualTo(Kind.BOOK);
        assertThat(books.in(7000).structured("+++010/8068/17283+++").verdict().kind())
                .isNotEqualTo(Kind.BOOK);
    }

    @ParameterizedTest
    @CsvSource({
        "20240001234, viite 20240001234",
        "20240001234, 0000020240001234",
        "RF5520240001234, 20240001234",
        "RF61010806817183, RF61 0108 0681 7183",
        "RF61010806817183, 010/8068/17183",
        "2024000103-, KID 2024000103-",
        "+71<000020240001238+12345678<, +71<000020240001238+12345678<",
        "210000000003139471430009017, 21 00000 00003 13947 14300 09017",
        "SI12 20240001230, SI12 20240001230 hvala",
        "HR01 2024-1232, HR01 2024-1232",
        "5000056789012345, kenmerk 5000 0567 8901 2345",
        "+++000/0120/01258+++, 12001258"
    })
    void booksOnTheReferenceOfAnyCountry(String reference, String text) {
        books.sale("S1", "2026-114", 12100).reference(reference).put();

        assertThat(books.in(12100).says(text).verdict().kind()).isEqualTo(Kind.BOOK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RF18 5390 0755 7034", "RF18 5390 0574 7034", "RF18 5390 0754 703"})
    void mendsACreditorReferenceThatWasMistyped(String text) {
        books.sale("S1", "2026-114", 12100).reference("RF18539007547034").put();

        Verdict verdict = books.in(12100).structured(text).verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S1", 12100));
        assertThat(verdict.evidence()).anyMatch(one -> said(one).contains("one typing error away"));
    }

    @Test
    void doesNotSayThatNothingFitsTheAmountBesideADocumentThatFitsItToTheCent() {
        books.sale("S1", "2026-114", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();

        Verdict weak =
                books.in(12100).from("Kromwijck Invest", "BE18001000000065").verdict();
        Verdict nothing =
                books.in(9900).from("Kromwijck Invest", "BE18001000000065").verdict();

        assertThat(weak.kind()).isEqualTo(Kind.OPEN);
        assertThat(weak.alternatives()).isNotEmpty();
        assertThat(weak.evidence()).singleElement().satisfies(one -> assertThat(said(one))
                .endsWith("is improbable"));
        assertThat(nothing.evidence()).anyMatch(one -> said(one).startsWith("no open document fits"));
    }

    @Test
    void speaksOfDocumentsThatTheTextNamesOnlyWhereItNamesSome() {
        books.sale("S1", "2026-114", 200000).of("P1", "Bakkerij Alba BV", ALBA).put();

        Verdict part = books.in(12100).from("Alba", ALBA).says("comme convenu").verdict();

        assertThat(part.evidence())
                .anyMatch(one -> said(one).equals("the amount is less than a tenth of what is open"))
                .noneMatch(one -> said(one).contains("that the text names"));
    }

    @Test
    void doesNotTakeThePayersOldAccountNumberForAReference() {
        books.sale("S1", "2026-114", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();

        Verdict verdict =
                books.in(12100).from("Alba", ALBA).says("rekening 539007547034").verdict();

        assertThat(verdict.evidence()).noneMatch(one -> said(one).contains("is of no document in the books"));
    }

    @Test
    void doesNotBookAgainstAValidReferenceOfNobody() {
        books.sale("S1", "2026-114", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();

        Verdict verdict = books.in(12100)
                .from("Alba", ALBA)
                .structured("+++090/9337/55493+++")
                .verdict();

        assertThat(verdict.kind()).isNotEqualTo(Kind.BOOK);
    }

    @Test
    void doesNotBookWhenTheTextNamesAnotherDocument() {
        books.sale("S1", "2026-114", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();
        books.sale("S2", "2026-115", 45000).of("P1", "Bakkerij Alba BV", ALBA).put();

        Verdict verdict =
                books.in(12100).from("Alba", ALBA).says("factuur 2026-115").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
    }

    // ---- numbers

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026/00521",
                "202600521",
                "2026 00521",
                "2026-00521",
                "factuur 2026.00521",
                "FACT 26/00521",
                "nr.2026/00521",
                "2026/ 00521",
                "KLANTENNUMMER 4 BETALING FACTUUR 2026/00\n521",
                "factuur 521"
            })
    void readsANumberHoweverItIsWritten(String text) {
        books.sale("S1", "2026/00521", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();

        Verdict verdict = books.in(12100).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.evidence()).anyMatch(one -> said(one).contains("number of invoice 2026/00521"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"factuur 2O26/00521", "2026/005Z1", "FACT 2026/0O521", "2026OO521"})
    void readsLettersThatLookLikeDigits(String text) {
        books.sale("S1", "2026/00521", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();

        Verdict verdict = books.in(12100).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.evidence()).anyMatch(one -> said(one).contains("the number of invoice 2026/00521"));
    }

    @Test
    void readsANumberAfterOneInWhichALetterLooksLikeADigit() {
        for (int i = 1; i <= 3; i++) {
            books.sale("S" + i, "2026/0052" + i, 12100 * i)
                    .of("P1", "Bakkerij Alba BV", ALBA)
                    .put();
        }

        Verdict verdict =
                books.in(24200).from("Alba", ALBA).says("2O26/00522 klant 4711").verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S2", 24200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-118/119/120",
                "2026-118, 119 en 120",
                "fact. 2026-118 + 119 + 120",
                "2026-118, 19, 20",
                "2026-118 t/m 120",
                "2026-118 bis 2026-120",
                "2026-118 tot 2026-1Z0"
            })
    void readsListsAndRangesOfNumbers(String text) {
        books.sale("S1", "2026-118", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();
        books.sale("S2", "2026-119", 4400).of("P1", "Bakkerij Alba BV", ALBA).put();
        books.sale("S3", "2026-120", 7000).of("P1", "Bakkerij Alba BV", ALBA).put();
        books.sale("S4", "2026-121", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();

        Verdict verdict = books.in(23500).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).extracting(Share::document).containsExactlyInAnyOrder("S1", "S2", "S3");
    }

    @Test
    void documentsOfSeveralPartiesThatComeOutTogetherAreProposedFirstToWhoDoesNotKnowThePayer() {
        books.sale("S1", "2026-118", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();
        books.sale("S2", "2026-204", 4400).of("P2", "Garage Peeters").put();

        Verdict verdict = books.in(16500)
                .from("Eurofactor", "LU280019400644750000")
                .says("2026-118 and for Garage Peeters 2026-204")
                .verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(verdict.shares()).extracting(Share::document).containsExactlyInAnyOrder("S1", "S2");
        assertThat(verdict.evidence())
                .anyMatch(one -> said(one).contains("those of Bakkerij Alba BV and of Garage Peeters"));
        books.sale("S3", "2026-377", 5000).of("P3", "Drukkerij Maes").put();
        Verdict factored = books.in(21500)
                .from("Eurofactor", "LU280019400644750000")
                .says("2026-118 2026-204 2026-377")
                .verdict();
        assertThat(factored.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(factored.shares()).extracting(Share::document).containsExactlyInAnyOrder("S1", "S2", "S3");
        assertThat(factored.evidence()).anyMatch(one -> said(one).contains("those of 3 parties"));
    }

    @Test
    void readsAnOAtTheEndOfANumberAsAZeroUnlessTheNumberWithoutItIsADocumentToo() {
        books.sale("S1", "2026-3290", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();
        books.sale("S2", "2026-3281", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();

        Verdict read =
                books.in(12100).from("Alba", ALBA).says("invoice 2026-329O").verdict();
        assertThat(read.kind()).isEqualTo(Kind.BOOK);
        assertThat(read.shares()).extracting(Share::document).containsExactly("S1");

        books.sale("S3", "2026-329", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();
        Verdict either =
                books.in(12100).from("Alba", ALBA).says("invoice 2026-329O").verdict();
        assertThat(either.shares()).extracting(Share::document).containsExactly("S3");
    }

    @Test
    void readsTheYearBehindANumberThatWasWrittenWithLookalikes() {
        books.sale("S1", "FV-00105-26", 2990)
                .of("P1", "Ann Maes", ALBA)
                .due(DAY.minusDays(31))
                .put();
        books.sale("S2", "FV-00205-26", 2990).of("P1", "Ann Maes", ALBA).put();

        Verdict verdict =
                books.in(2990).from("Ann Maes", ALBA).says("Ann - 2O5-26").verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S2", 2990));
    }

    @Test
    void saysWhyARunnerUpLost() {
        books.sale("S1", "2026/00521", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();
        books.sale("S2", "2026/00522", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();
        books.sale("S3", "2026/00530", 9900)
                .of("P1", "Bakkerij Alba BV", ALBA)
                .due(DAY.minusDays(5))
                .put();

        assertThat(lost(books.in(12100).from("Alba", ALBA).says("522").verdict(), "S1"))
                .contains("the text says more for invoice 2026/00522");
        assertThat(lost(books.in(12100).from("Alba", ALBA).verdict(), "S2"))
                .contains("invoice 2026/00521 is due earlier, and nothing says that it is not meant");
    }

    private static String said(Evidence one) {
        return one.sentence(Locale.ENGLISH);
    }

    private static List<String> lost(Verdict verdict, String document) {
        return verdict.alternatives().stream()
                .filter(one -> one.shares().get(0).document().equals(document))
                .flatMap(one -> one.evidence().stream())
                .filter(one -> one.speaks() == Evidence.Speaks.AGAINST)
                .map(DecisionTest::said)
                .toList();
    }

    @Test
    void readsANumberThatHasItsYearLast() {
        books.sale("S1", "FV-00146-26", 2990)
                .of("P1", "Ann Maes", ALBA)
                .due(DAY.minusDays(31))
                .put();
        books.sale("S2", "FV-00643-26", 2990).of("P1", "Ann Maes", ALBA).put();

        Verdict verdict =
                books.in(2990).from("Ann Maes", ALBA).says("Ann - 43-26").verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S2", 2990));
    }

    @Test
    void asksWhenANumberOfTwoDigitsMayTellEqualDocumentsApart() {
        books.sale("S1", "2026/00146", 2990)
                .of("P1", "Ann Maes", ALBA)
                .due(DAY.minusDays(31))
                .put();
        books.sale("S2", "2026/00643", 2990).of("P1", "Ann Maes", ALBA).put();

        assertThat(books.in(2990)
                        .from("Ann Maes", ALBA)
                        .says("voldaan 44")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.SUGGEST);
    }

    @Test
    void whoPaysAgainWithTheIdOfAReturnedCollectionPays() {
        books.sale("S1", "2026/00146", 2990).of("P1", "Ann Maes", ALBA).put();
        books.in(2990)
                .from("Ann Maes", ALBA)
                .mandate("M7")
                .endToEnd("2026/00146")
                .on(DAY.minusDays(20))
                .taken();
        books.out(2990)
                .from("Ann Maes", ALBA)
                .code("PMNT-IDDT-UPDD")
                .mandate("M7")
                .endToEnd("2026/00146")
                .on(DAY.minusDays(15))
                .taken();

        Verdict verdict = books.in(2990)
                .from("Ann Maes", ALBA)
                .says("factuur 2026/00146")
                .endToEnd("2026/00146")
                .verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S1", 2990));
    }

    @Test
    void takesNoDateForANumber() {
        books.sale("S1", "FV-02599-26", 12100)
                .of("P1", "Bakkerij Alba BV", ALBA)
                .put();
        books.sale("S2", "FV-02910-26", 45000).of("P2", "Garage Mertens NV").put();

        assertThat(books.in(12100)
                        .from("Alba", ALBA)
                        .says("FV-02599-26 29.10.26")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.BOOK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EREF+NOTPROVIDED KREF+8837261 SVWZ+Factuur 521",
                "/TRTP/SEPA OVERBOEKING/IBAN/BE62510007547061/REMI/factuur 521/EREF/20260301773",
                "factuur 521 tel 0475 12 34 56",
                "factuur 521 BE 0403.227.515",
                "factuur 521<br>rekening BE62 5100 0754 7061"
            })
    void looksPastNumbersThatAreNoDocuments(String text) {
        books.sale("S1", "2026/00521", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();

        Verdict verdict = books.in(5000).from("Alba", ALBA).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", 5000));
    }

    @Test
    void aPayersOwnEndToEndIdDoesNotSpeakAgainstAPart() {
        books.sale("S1", "2026/00521", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();

        assertThat(books.in(5000)
                        .from("Alba", ALBA)
                        .says("factuur 2026/00521")
                        .endToEnd("E883726155")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.BOOK);
    }

    @Test
    void anUnknownIdOfOurOwnCollectionLeavesEqualMonthsToAPerson() {
        for (int month = 1; month <= 3; month++) {
            books.sale("S" + month, "2026-0" + month, 2990)
                    .of("P1", "Ann Maes", ALBA)
                    .due(DAY.minusDays(31L * (3 - month)))
                    .put();
        }

        assertThat(books.in(2990)
                        .from("Ann Maes", ALBA)
                        .mandate("M7")
                        .endToEnd("DD7999306")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.SUGGEST);
    }

    @Test
    void doesNotTakeACreditNotesNumberForAnInvoices() {
        books.sale("P1", "57042", 160062)
                .purchase()
                .of("S1", "Tuinen Helios BV", ALBA)
                .put();
        books.sale("P2", "6233", 83958)
                .purchase()
                .of("S1", "Tuinen Helios BV", ALBA)
                .put();

        Verdict verdict = books.out(39141)
                .from("Tuinen Helios", ALBA)
                .says("payment of 6233 and CN57042")
                .verdict();

        assertThat(verdict.kind()).isNotEqualTo(Kind.BOOK);
    }

    // ---- who pays

    @Test
    void learnsFromABookingWhoseAnAccountIsAndForgetsItWithTheBooking() {
        books.sale("S1", "2026-114", 12100).put();
        books.sale("S2", "2026-115", 45000).put();
        Line first = books.in(12100).from("J. Peeters", OTHER).says("2026-114").line();
        books.book.record(first, Decider.decide(books.book, first).shares(), false);

        assertThat(books.in(45000).from("J. Peeters", OTHER).verdict().kind()).isEqualTo(Kind.BOOK);

        books.book.undo(first.id());

        assertThat(books.in(45000).from("J. Peeters", OTHER).verdict().kind()).isNotEqualTo(Kind.BOOK);
        assertThat(books.book.documents().open("S1")).isEqualTo(12100);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BV BOULANGERIE LEFEVRE", "Boulangerie Lefèvre", "LEFEVRE BOULANGERIE", "Boulangerie Lefvre BV"})
    void knowsANameHoweverTheBankWritesIt(String name) {
        books.sale("S1", "2026-114", 12137).of("P1", "Boulangerie Lefèvre BV").put();
        books.sale("S2", "2026-115", 99999).of("P2", "Garage Mertens NV").put();

        Verdict verdict = books.in(12137).from(name, "").verdict();

        assertThat(verdict.shares()).extracting(Share::document).containsExactly("S1");
    }

    @Test
    void anAmountAloneIsNoPayment() {
        books.sale("S1", "2026-114", 12137).put();

        Verdict verdict =
                books.in(12137).from("Zoë Van Nergens", OTHER).says("lening").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.OPEN);
        assertThat(verdict.shares()).isEmpty();
    }

    @Test
    void aMoneySentAsideByAPersonIsNotSuggestedAgain() {
        books.sale("S1", "2026-114", 12137).put();
        books.book.record(books.in(5000).from("Alba", OTHER).line(), List.of(), true);

        assertThat(books.in(12137).from("Alba", OTHER).verdict().kind()).isEqualTo(Kind.OPEN);
    }

    // ---- amounts

    @Test
    void paysTheOldestDueWhenEqualAmountsAreOpenAndNoWordIsSaid() {
        books.sale("S1", "2026-115", 2990).of("P1", "Ann Maes", ALBA).due(DAY).put();
        books.sale("S2", "2026-090", 2990)
                .of("P1", "Ann Maes", ALBA)
                .due(DAY.minusDays(25))
                .put();

        Verdict verdict = books.in(2990).from("Ann Maes", ALBA).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S2", 2990));
    }

    @Test
    void takesTheDiscountByItsExactAmountUntilItsDay() {
        books.sale("S1", "2026-114", 12058)
                .discount(200)
                .of("P1", "Alba", ALBA)
                .due(DAY.plusDays(20))
                .put();

        assertThat(books.in(11858)
                        .from("Alba", ALBA)
                        .says("2026-114")
                        .on(DAY)
                        .verdict()
                        .shares())
                .containsExactly(new Share("S1", 11858, 200, null));
        assertThat(books.in(11858)
                        .from("Alba", ALBA)
                        .says("2026-114")
                        .on(DAY.plusDays(1))
                        .verdict()
                        .shares())
                .containsExactly(Share.of("S1", 11858));
        assertThat(books.in(11817)
                        .from("Alba", ALBA)
                        .says("2026-114")
                        .on(DAY)
                        .verdict()
                        .shares())
                .containsExactly(Share.of("S1", 11817));
    }

    @Test
    void writesCentsOffButNotAPart() {
        books.sale("S1", "2026-114", 12100).of("P1", "Alba", ALBA).put();

        assertThat(books.in(12098).from("Alba", ALBA).says("2026-114").verdict().shares())
                .containsExactly(new Share("S1", 12098, 2, null));
        assertThat(books.in(6000).from("Alba", ALBA).says("2026-114").verdict().shares())
                .containsExactly(Share.of("S1", 6000));
        assertThat(books.in(12200).from("Alba", ALBA).says("2026-114").verdict().shares())
                .containsExactly(Share.of("S1", 12100));
    }

    @Test
    void leavesARestThatIsSmallButALargeShareToAPerson() {
        books.sale("S1", "2026-114", 300).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026-115", 12000).of("P1", "Alba", ALBA).put();

        Verdict cents = books.in(278).from("Alba", ALBA).says("2026-114").verdict();
        Verdict fee = books.in(10800)
                .from("Alba", ALBA)
                .says("2026-115")
                .code("PMNT-RCDT-XBCT")
                .verdict();
        Verdict part = books.in(10800).from("Alba", ALBA).says("2026-115").verdict();

        assertThat(cents.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(cents.shares()).containsExactly(Share.of("S1", 278));
        assertThat(cents.evidence())
                .extracting(DecisionTest::said)
                .contains("€0.22 would stay open: little enough to write off, but more than a twentieth of €3.00");
        assertThat(fee.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(part.kind()).isEqualTo(Kind.BOOK);
    }

    @Test
    void writesABankFeeOffOnlyWhenTheMoneyCrossedABorder() {
        books.sale("S1", "2026-114", 100000).of("P1", "Alba", ALBA).put();

        assertThat(books.in(98800)
                        .from("Alba", ALBA)
                        .says("2026-114")
                        .code("PMNT-RCDT-XBCT")
                        .verdict()
                        .shares())
                .containsExactly(new Share("S1", 98800, 1200, null));
        Verdict domestic = books.in(98800).from("Alba", ALBA).says("2026-114").verdict();
        assertThat(domestic.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(domestic.shares()).containsExactly(Share.of("S1", 98800));
    }

    @Test
    void paysSeveralNamedDocumentsLessACreditNoteThatIsNotNamed() {
        books.sale("S1", "2026-114", 12100).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026-115", 45000).of("P1", "Alba", ALBA).put();
        books.sale("C1", "CN2026-7", 3333).credit().of("P1", "Alba", ALBA).put();

        Verdict verdict =
                books.in(53767).from("Alba", ALBA).says("2026-114 en 2026-115").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares())
                .containsExactlyInAnyOrder(Share.of("S1", 12100), Share.of("S2", 45000), Share.of("C1", 3333));
    }

    @Test
    void aNamedDocumentIsNotOverpaidWhereAnotherLessACreditNoteComesOutEven() {
        books.sale("S1", "2026-114", 9900).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026-115", 9900).of("P1", "Alba", ALBA).put();
        books.sale("C1", "CN2026-7", 748).credit().of("P1", "Alba", ALBA).put();

        Verdict verdict = books.in(19052).from("Alba", ALBA).says("2026-114").verdict();

        assertThat(verdict.shares())
                .containsExactlyInAnyOrder(Share.of("S1", 9900), Share.of("S2", 9900), Share.of("C1", 748));
    }

    @Test
    void twoWaysToComeOutEvenAreASuggestion() {
        books.sale("S1", "A-101", 10000).of("P1", "Alba", ALBA).put();
        books.sale("S2", "A-102", 20000).of("P1", "Alba", ALBA).put();
        books.sale("S3", "A-103", 15000).of("P1", "Alba", ALBA).put();
        books.sale("S4", "A-104", 15001).of("P1", "Alba", ALBA).put();
        books.sale("S5", "A-105", 14999).of("P1", "Alba", ALBA).put();

        assertThat(books.in(30000).from("Alba", ALBA).verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void anExactAmountElsewhereKeepsAPartPaymentFromBeingBooked() {
        books.sale("S1", "2026-114", 50000).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026-115", 20000).of("P1", "Alba", ALBA).put();

        assertThat(books.in(20000).from("Alba", ALBA).says("2026-114").verdict().kind())
                .isEqualTo(Kind.SUGGEST);
    }

    // ---- purchases, refunds, returns

    @Test
    void paysASupplierByTransferAndByDirectDebit() {
        books.sale("P1", "FA-26-1234", 45000)
                .purchase()
                .of("S1", "Drukkerij Nova NV", ALBA)
                .put();

        assertThat(books.out(45000)
                        .from("Drukkerij Nova", ALBA)
                        .says("FA-26-1234")
                        .verdict()
                        .shares())
                .containsExactly(Share.of("P1", 45000));
        assertThat(books.out(45000)
                        .from("NOVA", ALBA)
                        .code("PMNT-RDDT-ESDD")
                        .mandate("MD1")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.BOOK);
    }

    @Test
    void refundsOurCreditNote() {
        books.sale("C1", "CN2026-0007", 3333).credit().of("P1", "Alba", ALBA).put();

        Verdict verdict = books.out(3333).from("Alba", ALBA).says("CN2026-0007").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("C1", 3333));
    }

    @Test
    void aReturnedDirectDebitTakesItsBookingBack() {
        books.sale("S1", "2026-114", 2990).of("P1", "Ann Maes").put();
        Verdict collected = books.in(2990)
                .from("Ann Maes", ALBA)
                .code("PMNT-IDDT-ESDD")
                .endToEnd("2026-114")
                .mandate("M1")
                .taken();
        assertThat(collected.kind()).isEqualTo(Kind.BOOK);

        Verdict returned = books.out(2990)
                .from("Ann Maes", ALBA)
                .code("PMNT-IDDT-UPDD")
                .endToEnd("2026-114")
                .mandate("M1")
                .taken();

        assertThat(returned.kind()).isEqualTo(Kind.BOOK);
        assertThat(returned.shares()).containsExactly(new Share("S1", -2990, 0, "T1"));
        assertThat(books.book.documents().open("S1")).isEqualTo(2990);
    }

    // ---- what is no payment

    @Test
    void aLineThatNamesAClosedDocumentPaysNothing() {
        books.sale("S1", "2026-114", 12100).reference(REFERENCE).put();
        books.book.close("S1", (int) DAY.toEpochDay());

        Verdict verdict = books.in(12100).structured(REFERENCE).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.NO_PAYMENT);
        assertThat(verdict.settled()).isEqualTo("S1");
    }

    @Test
    void aClosedDocumentIsNeverLinkedByItsAmountAlone() {
        books.sale("S1", "2026-114", 12100).put();
        books.book.close("S1", (int) DAY.toEpochDay());

        assertThat(books.in(12100).from("Zoë Van Nergens", OTHER).verdict().settled())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({"-3, true", "3, true", "28, false", "60, false"})
    void aDocumentThatWasClosedAboutWhenMoneyCameIsWhatItPaid(int daysLater, boolean paid) {
        books.sale("S1", "2026-114", 3450).of("P1", "Hélène Goossens", ALBA).put();
        books.sale("S2", "2026-115", 3450).of("P1", "Hélène Goossens", ALBA).put();
        books.book.close("S2", (int) DAY.plusDays(daysLater).toEpochDay());

        Verdict verdict = books.in(3450).from("Goossens", ALBA).says("-").verdict();

        assertThat(verdict.settled()).isEqualTo(paid ? "S2" : null);
        assertThat(verdict.shares()).isEqualTo(paid ? List.of() : List.of(Share.of("S1", 3450)));
    }

    @Test
    void moneyThatNamesNothingPaidNoDocumentThatWasIssuedAfterItAndClosed() {
        books.sale("S1", "2026-114", 3450)
                .of("P1", "Hélène Goossens", ALBA)
                .issued(DAY.plusDays(2))
                .put();
        books.book.close("S1", (int) DAY.plusDays(3).toEpochDay());

        Books.Pay pay = books.in(3450).from("Goossens", ALBA);

        assertThat(pay.says("-").verdict().settled()).isNull();
        assertThat(pay.says("factuur 2026-114").verdict().settled()).isEqualTo("S1");
    }

    @Test
    void aPaidDocumentBesideTheOneThatComesOutIsOnlyToldOf() {
        books.sale("S1", "2026-114", 8000).of("P1", "Bakkerij Alba BV", ALBA).put();
        books.in(8000).from("Alba", ALBA).says("2026-114").taken();
        books.sale("S2", "2026-115", 12100).of("P1", "Bakkerij Alba BV", ALBA).put();
        books.sale("S3", "2026-116", 8000).of("P1", "Bakkerij Alba BV", ALBA).put();

        Verdict other = books.in(12100)
                .from("Alba", ALBA)
                .says("faktura 2026-115 (2026-114 zapłacona)")
                .verdict();
        Verdict asMuch = books.in(8000)
                .from("Alba", ALBA)
                .says("faktura 2026-116 (2026-114 zapłacona)")
                .verdict();

        assertThat(other.kind()).isEqualTo(Kind.BOOK);
        assertThat(other.shares()).containsExactly(Share.of("S2", 12100));
        assertThat(asMuch.kind()).isNotEqualTo(Kind.BOOK);
    }

    @Test
    void whatIsPaidTwiceIsNotBookedOnSomethingElse() {
        books.sale("S1", "2026-114", 12100).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026-115", 45000).of("P1", "Alba", ALBA).put();
        books.in(12100).from("Alba", ALBA).says("2026-114").taken();

        Verdict again = books.in(12100)
                .from("Alba", ALBA)
                .says("2026-114")
                .on(DAY.plusDays(2))
                .verdict();

        assertThat(again.kind()).isEqualTo(Kind.NO_PAYMENT);
        assertThat(again.shares()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PMNT-CCRD-POSD", "ACMT-MDOP-CHRG", "PMNT-ICDT-SALA", "PMNT-ICDT-TAXS", "PMNT-CNTR-CWDL"})
    void wagesTaxesCardsAndFeesAreNoInvoice(String code) {
        books.sale("P1", "FA-26-1234", 45000).purchase().put();

        assertThat(books.out(45000).says("juni").code(code).verdict().kind()).isEqualTo(Kind.NO_PAYMENT);
    }

    @Test
    void aPayoutOfAPaymentProviderIsNoInvoice() {
        books.sale("S1", "482938", 12100).put();

        Verdict verdict = books.in(431222)
                .from("STICHTING MOLLIE PAYMENTS", OTHER)
                .says("Settlement 482938")
                .verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.NO_PAYMENT);
    }

    // ---- operations

    @Test
    void anUndoRestoresExactlyWhatWas() {
        books.sale("S1", "2026-114", 12100).of("P1", "Alba").put();
        books.sale("S2", "2026-115", 2990).of("P1", "Alba").put();
        Line probe = books.in(2990).from("Een Ander", OTHER).line();
        Verdict before = Decider.decide(books.book, probe);
        Line line = books.in(12100).from("Een Ander", OTHER).says("2026-114").line();
        books.book.record(line, List.of(Share.of("S1", 12100)), true);
        assertThat(Decider.decide(books.book, probe)).isNotEqualTo(before);

        books.book.undo(line.id());

        assertThat(Decider.decide(books.book, probe)).isEqualTo(before);
    }

    @Test
    void aPersonsWordReplacesWhatWasBooked() {
        books.sale("S1", "2026-114", 12100).put();
        books.sale("S2", "2026-115", 12100).put();
        Line line = books.in(12100).says("2026-114").line();
        books.book.record(line, Decider.decide(books.book, line).shares(), false);

        books.book.record(line, List.of(Share.of("S2", 12100)), true);

        assertThat(books.book.documents().open("S1")).isEqualTo(12100);
        assertThat(books.book.documents().open("S2")).isZero();
    }

    @Test
    void aDocumentThatWasPaidBeforeItCameIsTakenInAsPaid() {
        books.book.record(books.in(12100).line(), List.of(Share.of("S1", 12100)), true);

        books.sale("S1", "2026-114", 12100).put();

        assertThat(books.book.documents().open("S1")).isZero();
    }

    // ---- bounds

    @Test
    void staysBoundedOnThousandsOfEqualDocumentsAndAFullText() {
        for (int i = 0; i < 10_000; i++) {
            books.sale("S" + i, "2026-" + i, 100 + i % 300)
                    .of("P1", "Alba", ALBA)
                    .put();
        }
        Line line = books.in(77_777)
                .from("Alba", ALBA)
                .says("1234567890".repeat(14))
                .line();
        Decider.decide(books.book, line);
        // the processor's time, so that what else runs on the machine does not count
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long began = clock.getCurrentThreadCpuTime();
        Verdict verdict = Decider.decide(books.book, line);
        for (int i = 0; i < 20; i++) {
            verdict = Decider.decide(books.book, line);
        }
        assertThat(Duration.ofNanos((clock.getCurrentThreadCpuTime() - began) / 20))
                .isLessThan(Duration.ofMillis(20));
        assertThat(verdict.kind()).isNotEqualTo(Kind.BOOK);
    }
}
