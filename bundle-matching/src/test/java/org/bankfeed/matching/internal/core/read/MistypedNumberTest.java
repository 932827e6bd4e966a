package org.bankfeed.matching.internal.core.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.OTHER;

import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.bankfeed.matching.internal.core.judge.Books;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Document numbers with one digit wrong. */
class MistypedNumberTest {

    private final Books books = new Books();

    @ParameterizedTest
    @CsvSource({
        "factuur 120985, BOOK", // one digit
        "factuur 120358, BOOK", // two neighbours
        "factuur 12 09 85, BOOK",
        "factuur 120386, SUGGEST", // may be the next one, which the books do not have yet
        "factuur 120995, SUGGEST",
        "factuur 1209855, SUGGEST"
    })
    void aMistypedNumberOfWhatTheKnownPayerOwesToTheCentIsNoNumberOfNothing(String text, Kind kind) {
        books.sale("S1", "120385", 38000).of("P1", "Alba", ALBA).put();

        assertThat(books.in(38000).from("Alba", ALBA).says(text).verdict().kind())
                .isEqualTo(kind);
        assertThat(books.in(31000).from("Alba", ALBA).says(text).verdict().kind())
                .isNotEqualTo(Kind.BOOK);
    }

    @Test
    void anothersNumberIsDoubtedWhereTheKnownPayerOwesAsMuchByANumberThatIsOneDigitAway() {
        books.sale("S1", "E2500", 11000).of("P3", "Boekhandel Ceder").put();
        books.sale("S2", "E25001742", 11000).of("P2", "Thijs De Wolf").put();
        books.sale("S3", "E25001739", 11000).of("P1", "Joke Nijs", ALBA).put();
        Books.Pay pay = books.in(11000).from("Joke Nijs", ALBA);
        assertThat(pay.says("E25001742").verdict().kind()).isEqualTo(Kind.BOOK);

        books.sale("S4", "E25001741", 11000).of("P1", "Joke Nijs", ALBA).put();

        assertThat(pay.says("E25001742").verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void theEndOfANumberIsDoubtedWhereAnotherStandsThereButForOneDigit() {
        books.sale("S1", "H2409-628", 60002).of("P1", "Guy Pauwels", ALBA).put();
        books.sale("S2", "H2410-688", 60002).of("P1", "Guy Pauwels", ALBA).put();
        Books.Pay pay = books.in(60002).from("Guy Pauwels", ALBA);

        assertThat(pay.says("huur H2409-688").verdict().kind()).isEqualTo(Kind.SUGGEST);
        assertThat(pay.says("huur H2410-688").verdict().shares()).containsExactly(Share.of("S2", 60002));
        assertThat(pay.says("huur H2410-688").verdict().kind()).isEqualTo(Kind.BOOK);
    }

    @ParameterizedTest
    @CsvSource({"INV-6020, BOOK", "INV-1920, BOOK", "INV-1021, SUGGEST", "INV-1190, SUGGEST"})
    void aNumberOfFourDigitsMayBeMistypedToo(String said, Kind kind) {
        books.sale("S1", "INV-1020", 38000).of("P1", "Alba", ALBA).put();

        assertThat(books.in(38000)
                        .from("Alba", ALBA)
                        .says("inv " + said)
                        .verdict()
                        .kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"F/10105/001/26, SUGGEST", "F/10105/009/26, SUGGEST", "F/10105/302/26, BOOK"})
    void oneThatLiesAsNearToAnotherOfTheAmountTellsNeither(String said, Kind kind) {
        books.sale("S1", "F/10105/002/26", 12100).of("P1", "Alba", ALBA).put();
        books.sale("S2", "F/10105/003/26", 12100)
                .of("P1", "Alba", ALBA)
                .due(Books.DAY.plusDays(10))
                .put();

        assertThat(books.in(12100).from("Alba", ALBA).says(said).verdict().kind())
                .isEqualTo(kind);
    }

    @Test
    void aStrangersMistypedNumberStaysOne() {
        books.sale("S1", "120385", 38000).of("P1", "Alba", ALBA).put();

        Verdict verdict = books.in(38000)
                .from("Verzekeringen Omega", OTHER)
                .says("factuur 120985")
                .verdict();

        assertThat(verdict.kind()).isNotEqualTo(Kind.BOOK);
    }
}
