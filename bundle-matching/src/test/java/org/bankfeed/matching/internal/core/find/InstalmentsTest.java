package org.bankfeed.matching.internal.core.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.bankfeed.matching.internal.core.judge.Books;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document that is paid in equal parts. */
class InstalmentsTest {

    private final Books books = new Books();

    @BeforeEach
    void owesMoreThanOneDocument() {
        for (int older = 1; older <= 4; older++) {
            books.sale("S" + older, "2026-10" + older, 31000 + older)
                    .of("P1", "Alba", Books.ALBA)
                    .due(Books.DAY.minusDays(200 - older))
                    .put();
        }
        books.sale("S9", "2026-114", 120000).of("P1", "Alba", Books.ALBA).put();
    }

    @Test
    void theThirdEqualPartIsBookedWithoutAWord() {
        paidInPart(90);
        paidInPart(60);

        Verdict third = books.in(25000).from("Alba", Books.ALBA).verdict();

        assertThat(third.kind()).isEqualTo(Kind.BOOK);
        assertThat(third.shares()).containsExactly(Share.of("S9", 25000));
        assertThat(third.evidence())
                .extracting(why -> why.sentence(Locale.ENGLISH))
                .contains("as much as was paid on invoice 2026-114 2 times before: an instalment");
    }

    @Test
    void theSecondEqualPartIsProposedFirst() {
        paidInPart(60);

        Verdict second = books.in(25000).from("Alba", Books.ALBA).verdict();

        assertThat(second.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(second.shares()).containsExactly(Share.of("S9", 25000));
    }

    @ParameterizedTest
    @CsvSource({
        "acompte 2/3, BOOK",
        "2e schijf, BOOK",
        "Abschlag 2 von 3, BOOK",
        "splátka 2, BOOK",
        "deel 2 van 3, BOOK",
        "betaling 2, SUGGEST", // of how many?
        "Rate 02/2026, SUGGEST" // a month
    })
    void theTextSaysWhichPartItIs(String text, Kind kind) {
        paidInPart(60);

        Verdict second = books.in(25000).from("Alba", Books.ALBA).says(text).verdict();

        assertThat(second.kind()).isEqualTo(kind);
    }

    @Test
    void anotherPartThanTheNextIsNotThisOne() {
        paidInPart(60);

        Verdict third =
                books.in(25000).from("Alba", Books.ALBA).says("3e schijf").verdict();

        assertThat(third.shares()).extracting(Share::document).doesNotContain("S9");
    }

    @Test
    void theLastPartOfOneIsNotTheFirstOfAnother() {
        books.sale("S10", "2026-113", 75000)
                .of("P1", "Alba", Books.ALBA)
                .due(Books.DAY.minusDays(30))
                .put();
        books.book().record(part(60), List.of(Share.of("S10", 25000)), true);
        books.book().record(part(30), List.of(Share.of("S10", 25000)), true);

        Books.Pay pay = books.in(25000).from("Alba", Books.ALBA);

        assertThat(pay.says("3e schijf").verdict().shares()).containsExactly(Share.of("S10", 25000));
        assertThat(pay.says("1e schijf").verdict().kind()).isNotEqualTo(Kind.BOOK);
    }

    @Test
    void aPartThatWasTakenBackIsNoInstalment() {
        Line first = paidInPart(90);
        paidInPart(60);
        books.book()
                .record(
                        books.in(-25000).from("Alba", Books.ALBA).line(),
                        List.of(new Share("S9", -25000, 0, first.id())),
                        true);

        Verdict next = books.in(25000).from("Alba", Books.ALBA).verdict();

        assertThat(next.kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void anotherDocumentOfJustThatAmountLeavesItToAPerson() {
        paidInPart(90);
        paidInPart(60);
        books.sale("S10", "2026-120", 25000).of("P1", "Alba", Books.ALBA).put();

        Verdict verdict = books.in(25000).from("Alba", Books.ALBA).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
    }

    private Line part(int daysAgo) {
        return books.in(25000)
                .from("Alba", Books.ALBA)
                .on(Books.DAY.minusDays(daysAgo))
                .line();
    }

    private Line paidInPart(int daysAgo) {
        Line line = books.in(25000)
                .from("Alba", Books.ALBA)
                .on(Books.DAY.minusDays(daysAgo))
                .line();
        books.book().record(line, List.of(Share.of("S9", 25000)), true);
        return line;
    }
}
