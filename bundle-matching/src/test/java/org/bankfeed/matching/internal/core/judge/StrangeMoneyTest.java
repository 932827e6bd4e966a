package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;
import static org.bankfeed.matching.internal.core.judge.Books.OTHER;

import java.time.LocalDate;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Money whose amount fits nothing that it seems to pay. */
class StrangeMoneyTest {

    private final Books books = new Books();

    @ParameterizedTest
    @CsvSource({"300000, OPEN", "12600, SUGGEST"})
    void aStrangersNumberIsNoReasonToSuggestWhatIsMuchLess(long paid, Kind kind) {
        books.sale("S1", "2026/00521", 12100).put();

        Verdict verdict = books.in(paid)
                .from("Verzekeringen Omega", OTHER)
                .says("schade 2026/00521")
                .verdict();

        assertThat(verdict.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"100, OPEN", "900, SUGGEST"})
    void aStrangersNumberIsNoReasonToSuggestASmallPart(long paid, Kind kind) {
        books.sale("S1", "2026/00521", 5000).put();

        Verdict verdict =
                books.in(paid).from("Somebody", OTHER).says("ZF 2026/00521").verdict();

        assertThat(verdict.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"voorschot offerte 2026/00521", "acompte devis 2026/00521", "záloha 2026/00521"})
    void aStrangersAdvanceOnAnOfferThatBearsTheNumberOfADocumentPaysNoneOfIt(String text) {
        books.sale("S1", "2026/00521", 26936).put();

        assertThat(books.in(31250).from("Somebody", OTHER).says(text).verdict().kind())
                .isEqualTo(Kind.OPEN);
    }

    @ParameterizedTest
    @CsvSource({"51000, BOOK", "50000, SUGGEST"})
    void twoSwappedDigitsOfTheAmountAreATypingErrorAndNotFarTooMuch(long paid, Kind kind) {
        books.sale("S1", "2026/00521", 15000).of("P1", "Alba", ALBA).put();

        Verdict verdict = books.in(paid).from("Alba", ALBA).says("2026/00521").verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S1", 15000));
        assertThat(verdict.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"29865, 28965, BOOK", "29851, 29815, SUGGEST", "29865, 28900, SUGGEST"})
    void aLittleShortByTwoSwappedDigitsIsAPart(long open, long paid, Kind kind) {
        books.sale("S1", "2026/00521", open).of("P1", "Alba", ALBA).put();

        Verdict verdict = books.in(paid).from("Alba", ALBA).says("2026/00521").verdict();

        assertThat(verdict.kind()).isEqualTo(kind);
    }

    @Test
    void expensesThatQuoteASuppliersNumberPayNothingOfIt() {
        books.sale("B1", "R0001133", 440301).of("P1", "Alba", ALBA).purchase().put();

        Verdict stranger = books.out(45657)
                .from("Anke Berg", OTHER)
                .says("note de frais R0001133")
                .verdict();

        assertThat(stranger.kind()).isEqualTo(Kind.OPEN);
        assertThat(books.out(440301)
                        .from("Anke Berg", OTHER)
                        .says("R0001133")
                        .verdict()
                        .shares())
                .containsExactly(Share.of("B1", 440301));
    }

    @Test
    void aDepositOnSomethingThatIsNotInTheBooksPaysNoPartOfWhatIs() {
        books.sale("S1", "2026/00521", 116989).of("P1", "Alba", ALBA).put();

        Books.Pay pay = books.in(25000).from("Alba", ALBA);

        assertThat(pay.says("voorschot offerte 93958").verdict().kind()).isEqualTo(Kind.OPEN);
        assertThat(pay.says("przedpłata do oferty 13/02/2026").verdict().kind()).isEqualTo(Kind.OPEN);
        assertThat(pay.says("voorschot").verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void documentsThatHappenToComeOutAtTheAmountAreNotBookedBesideANumberOfNothing() {
        books.sale("S1", "2026/00521", 36000).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026/00529", 64000).of("P1", "Alba", ALBA).put();

        Books.Pay pay = books.in(100000).from("Alba", ALBA);

        assertThat(pay.says("anticipo 70278").verdict().kind()).isEqualTo(Kind.SUGGEST);
        assertThat(pay.says("saldo").verdict().kind()).isEqualTo(Kind.BOOK);
    }

    @Test
    void ourOwnNumberOfAPaymentIsNoNumberOfNothingBesideInvoicesThatComeOutAtIt() {
        books.sale("B1", "F-1", 36000).of("P1", "Alba", ALBA).purchase().put();
        books.sale("B2", "F-2", 64000).of("P1", "Alba", ALBA).purchase().put();

        Verdict verdict =
                books.out(100000).from("Alba", ALBA).endToEnd("PAY683546219").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
    }

    @Test
    void aPartThatIsAllOfWhatTheUserClosedIsLeftToAPerson() {
        books.sale("S1", "2026/00521", 90750).of("P1", "Alba", ALBA).put();
        Books.Pay pay = books.in(67750).from("Alba", ALBA).says("2026/00521");
        assertThat(pay.verdict().kind()).isEqualTo(Kind.BOOK);

        books.sale("S2", "2026/00522", 67750).of("P1", "Alba", ALBA).put();
        books.book.close("S2", (int) DAY.minusDays(1).toEpochDay());

        assertThat(pay.verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void whatIsPaidTooMuchForTheNamedDocumentButFallsALittleShortOfAnotherIsLeftToAPerson() {
        books.sale("S1", "2026/00521", 1500).of("P1", "Alba", ALBA).put();
        Books.Pay pay = books.in(2480).from("Alba", ALBA).says("2026/00521");
        assertThat(pay.verdict().kind()).isEqualTo(Kind.BOOK);

        books.sale("S2", "2026/00522", 2500).of("P1", "Alba", ALBA).put();

        assertThat(pay.verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @ParameterizedTest
    @CsvSource({"251, SUGGEST", "20000, BOOK"})
    void aTinyPartOfTheNamedDocumentIsLeftToAPerson(long paid, Kind kind) {
        books.sale("S1", "2026/00521", 66972).of("P1", "Alba", ALBA).put();

        Verdict verdict = books.in(paid).from("Alba", ALBA).says("2026/00521").verdict();

        assertThat(verdict.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "provisie dossier 2026/0306, OPEN",
        "avansas pagal sąskaitą IS-00366, OPEN",
        "acconto ordine 9/26, OPEN",
        "cash pooling, OPEN",
        "dividend 2025, OPEN",
        "gift, OPEN",
        "in afkorting, SUGGEST"
    })
    void anAdvanceALoanOrAGiftPaysNoPartOfWhatIsOpen(String text, Kind kind) {
        books.sale("S1", "2026/00521", 116989).of("P1", "Alba", ALBA).put();

        assertThat(books.in(25000).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(kind);
        assertThat(books.in(116989).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(Kind.BOOK);
    }

    @ParameterizedTest
    @CsvSource({
        "acompte devis 818449, 18000, SUGGEST",
        "Vorauszahlung Auftrag 842324, 18000, SUGGEST",
        "acompte devis 818449, 18037, BOOK",
        "merci, 18000, BOOK"
    })
    void anAdvanceOnAnOrderOfARoundSumMayFitADocumentByChance(String text, long open, Kind kind) {
        books.sale("S1", "2026/00521", open).of("P1", "Alba", ALBA).put();

        assertThat(books.in(open).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "acompte nouvelle commande comme 2026/00521, 25000, OPEN",
        "Anzahlung Folgeauftrag zu 2026/00521, 25000, OPEN",
        "acompte 2026/00521, 25000, BOOK",
        "verwijlintresten 2026/00521, 1000, OPEN",
        "Mahngebühr zu 2026/00521, 1500, OPEN",
        "2026/00521 + Mahngebühr, 118489, BOOK"
    })
    void anAdvanceOnSomethingNewAndWhatALatePayerOwesAreNoPartOfTheDocumentThatIsNamed(
            String text, long paid, Kind kind) {
        books.sale("S1", "2026/00521", 116989).of("P1", "Alba", ALBA).put();

        assertThat(books.in(paid).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "rent of March, 2026-03-09, 2025-08-01, SUGGEST",
        "rent of April, 2026-03-27, 2026-03-01, SUGGEST",
        "rent of March, 2026-03-27, 2026-03-01, BOOK",
        "rent of February, 2026-03-27, 2026-03-01, BOOK",
        "rent, 2026-03-27, 2026-03-01, BOOK"
    })
    void aMonthThatIsNotTheDocumentsMeansAnother(String text, LocalDate day, LocalDate issued, Kind kind) {
        books.sale("S1", "2026/00521", 116989)
                .of("P1", "Alba", ALBA)
                .issued(issued)
                .due(issued.plusDays(14))
                .put();

        assertThat(books.in(116989)
                        .from("Alba", ALBA)
                        .says(text)
                        .on(day)
                        .verdict()
                        .kind())
                .isEqualTo(kind);
    }

    @Test
    void aFilesNumberThatIsThatOfAnothersDocumentIsNoDoubtOfWhatThePayerOwes() {
        books.sale("S1", "2026/0287", 51802).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026/0339", 90000).of("P2", "Cedar").put();
        Books.Pay pay = books.in(51802).from("Alba", ALBA);

        assertThat(pay.says("doss. 2026/0339").verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(pay.says("doss. 2026/0339").verdict().shares()).containsExactly(Share.of("S1", 51802));
        assertThat(pay.says("2026/0339").verdict().kind()).isNotEqualTo(Kind.BOOK);
        assertThat(books.in(25000)
                        .from("Alba", ALBA)
                        .says("voorschot doss. 2026/0339")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.OPEN);
    }

    @Test
    void aStrangersProjectThatHasTheNumberAndAmountOfADocumentIsLeftToAPerson() {
        books.sale("S1", "2026-025", 10000).of("P1", "Alba", ALBA).put();
        Books.Pay stranger = books.in(10000).from("Griet Ghysels", OTHER);

        assertThat(stranger.says("project 2026-025 Congo").verdict().kind()).isEqualTo(Kind.SUGGEST);
        assertThat(stranger.says("factuur 2026-025").verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(books.in(10000)
                        .from("Alba", ALBA)
                        .says("project 2026-025")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.BOOK);
    }

    @Test
    void whatIsMissingMayStandInTheTextAsAnAmount() {
        books.sale("S1", "202600422", 105583).of("P1", "Alba", ALBA).put();
        Books.Pay pay = books.in(96720).from("Alba", ALBA);

        assertThat(pay.says("202600422 bordereau 404 geweigerd 88,63").verdict().kind())
                .isEqualTo(Kind.BOOK);
        assertThat(pay.says("202600422 bordereau 404 geweigerd 202600489")
                        .verdict()
                        .kind())
                .isEqualTo(Kind.SUGGEST);
    }

    @Test
    void aPartOfWhatIsNamedIsBookedIfItsPayerBearsThePartysNameAndNobodyElseDoes() {
        for (int i = 0; i < 12; i++) {
            books.sale("O" + i, "2025-01" + i, 100 + i)
                    .of("Q" + i, "Ander " + i)
                    .put();
        }
        books.sale("S1", "2026-0287", 138447).of("P1", "Žemaitija OÜ").put();
        books.sale("S2", "2026-0288", 77700).of("P2", "Žemaitija Prekyba UAB").put();
        Books.Pay pay = books.in(94000).from("ZEMAITIJA OU", OTHER).says("s.f. 2026-0287");
        assertThat(pay.verdict().kind()).isEqualTo(Kind.BOOK);

        books.sale("S3", "2026-0289", 5500).of("P3", "Žemaitija OÜ").put();

        assertThat(pay.verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void theDayWithWhichAPayersOwnIdBeginsIsNoNumber() {
        books.sale("S1", "2026/0044", 51802).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026/0310", 90000).of("P2", "Cedar").put();
        Books.Pay pay = books.in(51802).from("Alba", ALBA);

        assertThat(pay.endToEnd("20260310-43180").verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(pay.on(DAY.plusDays(60)).verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void aTwentiethThatIsHeldBackIsNotALittleShort() {
        books.sale("S1", "24-0491", 228825).of("P1", "Alba", ALBA).put();

        Books.Pay pay = books.in(217384).from("Alba", ALBA).says("24-0491 -5% waarborg");

        assertThat(pay.verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(pay.verdict().shares()).containsExactly(Share.of("S1", 217384));
    }

    @Test
    void aLineOfNoAmountPaysNothingWhateverItNames() {
        books.sale("S1", "2026/00521", 66972).of("P1", "Alba", ALBA).put();
        books.sale("S2", "2026/00522", 0).of("P1", "Alba", ALBA).put();

        Verdict verdict =
                books.in(0).from("Alba", ALBA).says("2026/00521, 2026/00522").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.OPEN);
        assertThat(verdict.shares()).isEmpty();
    }
}
