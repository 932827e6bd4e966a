package org.bankfeed.matching.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.Books.ALBA;
import static org.bankfeed.matching.internal.core.Books.DAY;
import static org.bankfeed.matching.internal.core.Books.OTHER;

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
}
