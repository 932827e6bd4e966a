package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;

import java.time.LocalDate;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;

/** A tenant's text says a month that is not that of what he owes. */
class MonthSaidTest {

    private static final long RENT = 75050;

    private final Books books = new Books();

    @Test
    void theNextMonthMayBePaidAheadWhileTheLastIsOverdue() {
        owes("S3", DAY.minusDays(8));

        Verdict verdict = pays(DAY);

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.OTHER_MONTH_SAID);
    }

    @Test
    void aMonthThatTheStandingOrderSaidInTwoOthersTooSaysNothing() {
        owes("S1", DAY.minusDays(69));
        assertThat(pays(DAY.minusDays(60)).kind()).isEqualTo(Kind.BOOK);
        owes("S2", DAY.minusDays(39));
        assertThat(pays(DAY.minusDays(30)).kind()).isEqualTo(Kind.BOOK);
        owes("S3", DAY.minusDays(8));

        assertThat(pays(DAY).kind()).isEqualTo(Kind.BOOK);
    }

    private void owes(String id, LocalDate due) {
        books.sale(id, "M26-" + id, RENT)
                .of("P1", "Alba", ALBA)
                .issued(due.minusDays(8))
                .due(due)
                .put();
    }

    private Verdict pays(LocalDate day) {
        return books.in(RENT)
                .from("Alba", ALBA)
                .on(day)
                .says("MIETE APRIL\nDauerauftrag")
                .taken();
    }
}
