package org.bankfeed.matching.internal.core.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.judge.Books;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a text leaves so little doubt that nothing else is looked for. */
class ToldTest {

    /** A part payment of a payer of whom the name is known. */
    private static final double VAGUE = Weights.NAME_AT_MOST;

    private final Books books = new Books();

    @BeforeEach
    void twoDocumentsAreOpen() {
        books.sale("S1", "2026-000123", 12100).of("P1", "Alba", Books.ALBA).put();
        books.sale("S2", "2026-000456", 500).of("P2", "Bora", Books.OTHER).put();
    }

    @Test
    void aDocumentNamedAndPaidToTheCentOutweighsWhatIsVague() {
        assertThat(told(books.in(12100).from("Alba", Books.ALBA).says("2026-000123"))
                        .outweighs(VAGUE))
                .isTrue();
    }

    @Test
    void butNotWhatIsAsCertain() {
        assertThat(told(books.in(12100).from("Alba", Books.ALBA).says("2026-000123"))
                        .outweighs(Weights.ACCOUNT + Weights.REFERENCE))
                .isFalse();
    }

    @Test
    void anAmountThatIsNotAllOfItLeavesEverythingOpen() {
        assertThat(told(books.in(12000).from("Alba", Books.ALBA).says("2026-000123"))
                        .outweighs(0))
                .isFalse();
    }

    @Test
    void soDoTwoDocumentsNamed() {
        assertThat(told(books.in(12100).from("Alba", Books.ALBA).says("2026-000123, 2026-000456"))
                        .outweighs(0))
                .isFalse();
    }

    @Test
    void soDoesOneThatIsSettled() {
        books.book().close("S1", (int) Books.DAY.toEpochDay());

        assertThat(told(books.in(12100).from("Alba", Books.ALBA).says("2026-000123"))
                        .outweighs(0))
                .isFalse();
    }

    private Told told(Books.Pay pay) {
        Line line = pay.line();
        Mentions mentions = Mentions.in(books.book().documents().forms(), line);
        return Told.of(line, mentions, books.book().payers().of(line));
    }
}
