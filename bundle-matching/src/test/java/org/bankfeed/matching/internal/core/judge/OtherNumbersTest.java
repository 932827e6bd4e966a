package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;

import java.util.List;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;

/** Payers who write numbers of their own for our documents, as who invoices himself in our name. */
class OtherNumbersTest {

    private final Books books = new Books();

    @Test
    void numbersThatNeverNamedWhatWasPaidAreNoDoubtAnyMore() {
        pays(1, "Gutschrift-Nr. 8604988");
        assertThat(next(2, "Gutschrift-Nr. 8605026").verdict().kind()).isEqualTo(Kind.SUGGEST);
        pays(2, "Gutschrift-Nr. 8605026");

        assertThat(next(3, "Gutschrift-Nr. 8605035").verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(next(3, "Factuur 8605035").verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void whoNamedWhatHePaidMeansANumberOfNothing() {
        pays(1, "factuur 2026/0001");
        pays(2, "factuur 2");

        assertThat(next(3, "factuur 2026/0777").verdict().kind()).isEqualTo(Kind.SUGGEST);
        assertThat(next(3, "factuur 777").verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void whatNobodyDecidedTeachesAsMuchWhereItComesOutAtWhatIsOwed() {
        next(1, "Gutschrift-Nr. 8604988").taken();
        assertThat(next(2, "Gutschrift-Nr. 8605026").taken().kind()).isEqualTo(Kind.SUGGEST);

        assertThat(next(3, "Gutschrift-Nr. 8605035").verdict().kind()).isEqualTo(Kind.BOOK);
    }

    @Test
    void whatComesOutAtNothingTeachesNothing() {
        for (int i = 1; i <= 3; i++) {
            books.in(555 + i)
                    .from("Alba", ALBA)
                    .says("Gutschrift-Nr. 860498" + i)
                    .on(DAY)
                    .taken();
        }

        assertThat(next(4, "Gutschrift-Nr. 8605035").verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    private Books.Pay next(int number, String text) {
        long amount = 100000 + 7777L * number;
        books.sale("S" + number, "2026/000" + number, amount)
                .of("P1", "Alba", ALBA)
                .due(DAY.plusDays(number))
                .put();
        return books.in(amount).from("Alba", ALBA).says(text).on(DAY.plusDays(number));
    }

    private void pays(int number, String text) {
        Line line = next(number, text).line();
        books.book.record(line, List.of(Share.of("S" + number, line.size())), true);
    }
}
