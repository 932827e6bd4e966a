package org.bankfeed.matching.internal.core.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.bankfeed.matching.internal.core.judge.Books;
import org.junit.jupiter.api.Test;

/** Numbers in the end-to-end ids that we give ourselves. */
class OwnIdsTest {

    private final Books books = new Books();

    @Test
    void aNumberInAnIdOfAShapeThatNeverNamedAnythingSaysNothing() {
        twoEqual();
        assertThat(reasons(equal("PAY186324044"))).contains(ReasonCode.NUMBER_OF_NOTHING);

        paid("PAY867280734", "PAY93102", "PAY7731");

        Verdict verdict = equal("PAY186324044");
        assertThat(reasons(verdict)).doesNotContain(ReasonCode.NUMBER_OF_NOTHING);
        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).extracting(Share::document).containsExactly("P1");
    }

    @Test
    void whereAnIdOfThatShapeEverNamedWhatItPaidItsNumberMayBeADocuments() {
        twoEqual();
        paid("PAY867280734", "PAY93102", "PAY7731", "PAY20260003");

        assertThat(reasons(equal("PAY186324044"))).contains(ReasonCode.NUMBER_OF_NOTHING);
    }

    @Test
    void whatAnUndoneLineTaughtIsForgotten() {
        twoEqual();
        paid("PAY867280734", "PAY93102", "PAY7731");

        books.book().undo("T3");

        assertThat(reasons(equal("PAY186324044"))).contains(ReasonCode.NUMBER_OF_NOTHING);
    }

    @Test
    void anIdOfDigitsAloneLooksLikeAnything() {
        twoEqual();
        paid("867280734", "93102", "7731");

        assertThat(reasons(equal("186324044"))).contains(ReasonCode.NUMBER_OF_NOTHING);
    }

    @Test
    void whatACustomerWritesIsNotReadByTheShapeOfOurIds() {
        paid("PAY867280734", "PAY93102", "PAY7731");
        books.sale("S1", "2026-07", 4990).of("P1", "Alba", Books.ALBA).put();
        books.sale("S2", "2026-08", 4990)
                .of("P1", "Alba", Books.ALBA)
                .due(Books.DAY.plusDays(9))
                .put();

        Verdict verdict =
                books.in(4990).from("Alba", Books.ALBA).says("PAY186324044").verdict();

        assertThat(reasons(verdict)).contains(ReasonCode.NUMBER_OF_NOTHING);
    }

    @Test
    void theIdOfAnAnnouncedPaymentIsNoForeignNumber() {
        twoEqual();
        books.book()
                .announced(List.of(new Announced("F/1", "RUN4711", null, null, -990, "EUR", Books.DAY, List.of("P1"))));

        // its amount is another one, so the id alone does not say which payment it is
        assertThat(reasons(equal("RUN4711"))).doesNotContain(ReasonCode.NUMBER_OF_NOTHING);
    }

    private void twoEqual() {
        books.sale("P1", "88-A", 4990)
                .purchase()
                .of("L1", "Kestrel", Books.ALBA)
                .put();
        books.sale("P2", "88-B", 4990)
                .purchase()
                .of("L1", "Kestrel", Books.ALBA)
                .due(Books.DAY.plusDays(30))
                .put();
    }

    private Verdict equal(String id) {
        return books.out(4990).from("Kestrel", Books.ALBA).endToEnd(id).verdict();
    }

    /** Payments of ours, each of a document 2026-0000, 2026-0001 and so on that its text names. */
    private void paid(String... ids) {
        for (int i = 0; i < ids.length; i++) {
            books.sale("Q" + i, "2026-000" + i, 1000 + i)
                    .purchase()
                    .of("L2", "Vesta", Books.OTHER)
                    .put();
            Verdict verdict = books.out(1000 + i)
                    .from("Vesta", Books.OTHER)
                    .says("2026-000" + i)
                    .endToEnd(ids[i])
                    .taken();
            assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        }
    }

    private static List<ReasonCode> reasons(Verdict verdict) {
        return verdict.evidence().stream().map(Evidence::code).toList();
    }
}
