package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;

import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;

/** A reference that a customer uses again and again: a landlord gives each tenant one. */
class SharedReferenceTest {

    private static final String REFERENCE = "+++090/9337/55493+++";

    private final Books books = new Books();

    @Test
    void theOldestOfDocumentsOfOneReferenceAndAmountIsPaid() {
        rent("S1", "H-0101", 52612, 20);
        rent("S2", "H-0102", 52612, -10);

        Verdict verdict =
                books.in(52612).from("Alba", ALBA).structured(REFERENCE).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", 52612));
    }

    @Test
    void paidDocumentsOfTheSameReferenceSayNothingAgainstWhatIsPaidTooMuch() {
        rent("S1", "H-0101", 34500, 40);
        books.in(34500).from("Alba", ALBA).structured(REFERENCE).taken();
        rent("S2", "H-0102", 34500, 0);

        Verdict verdict =
                books.in(34600).from("Alba", ALBA).structured(REFERENCE).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S2", 34500));
    }

    private void rent(String id, String number, long amount, int overdue) {
        books.sale(id, number, amount)
                .of("P1", "Alba", ALBA)
                .reference(REFERENCE)
                .due(DAY.minusDays(overdue))
                .put();
    }
}
