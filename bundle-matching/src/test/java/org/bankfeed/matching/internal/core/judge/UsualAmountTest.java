package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;

import java.time.LocalDate;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;

/** A rent rises and the standing order does not: the old amount is a part of what is asked for now. */
class UsualAmountTest {

    private static final long OLD = 71500;
    private static final long NEW = 74095;

    private final Books books = new Books();

    @Test
    void theAmountThatSettledTwoBeforeIsAPartOfTheOneThatAsksForMore() {
        paysMonths(2);
        owes("S", NEW, DAY.minusDays(3));

        Verdict verdict = pays(DAY);

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S", OLD));
        assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.AMOUNT_AS_BEFORE);
    }

    @Test
    void whatSettledOneBeforeIsNotUsualYet() {
        paysMonths(1);
        owes("S", NEW, DAY.minusDays(3));

        assertThat(pays(DAY).kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void whatAsksForMuchMoreIsSomethingElse() {
        paysMonths(2);
        owes("S", OLD * 2, DAY.minusDays(3));

        assertThat(pays(DAY).kind()).isNotEqualTo(Kind.BOOK);
    }

    @Test
    void ofTwoThatAskForMoreNoneIsMeant() {
        paysMonths(2);
        owes("S", NEW, DAY.minusDays(3));
        owes("T", NEW + 5000, DAY.minusDays(2));

        assertThat(pays(DAY).kind()).isNotEqualTo(Kind.BOOK);
    }

    @Test
    void whatIsDueAtAnotherTimeIsSomethingElse() {
        paysMonths(2);
        owes("S", NEW, DAY.plusDays(25));

        assertThat(pays(DAY).kind()).isNotEqualTo(Kind.BOOK);
    }

    private void paysMonths(int months) {
        for (int month = months; month > 0; month--) {
            LocalDate day = DAY.minusDays(30L * month);
            owes("S" + month, OLD, day.minusDays(3));
            assertThat(pays(day).kind()).isEqualTo(Kind.BOOK);
        }
    }

    private void owes(String id, long open, LocalDate due) {
        books.sale(id, "M26-" + id, open)
                .of("P1", "Alba", ALBA)
                .issued(due.minusDays(8))
                .due(due)
                .put();
    }

    private Verdict pays(LocalDate day) {
        return books.in(OLD)
                .from("Alba", ALBA)
                .on(day)
                .says("Miete\nDauerauftrag")
                .taken();
    }
}
