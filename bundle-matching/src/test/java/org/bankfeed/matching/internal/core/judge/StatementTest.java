package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;

import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payer says that he pays his statement of account: all that was open on some day, less his credit notes. */
class StatementTest {

    private final Books books = new Books();

    @BeforeEach
    void owes() {
        sale("S1", 142761, 30);
        sale("S2", 58948, 25);
        sale("S3", 125000, 20);
        sale("S4", 6840, 15);
        sale("S5", 33333, 10);
        books.sale("C1", "CR7", 5730)
                .credit()
                .of("P1", "Alba", ALBA)
                .issued(DAY.minusDays(8))
                .put();
        sale("S6", 77777, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "saldo rekeningoverzicht 05/03/2026",
                "PER SALDO ESTRATTO CONTO 05/03/2026",
                "statement of account",
                "SALDO WG ZESTAWIENIA 5.03.2026",
                "Kontoauszug Saldo"
            })
    void allThatWasOpenOnADayLessTheCreditNoteIsBooked(String text) {
        Verdict verdict = pays(142761 + 58948 + 125000 + 6840 + 33333 - 5730, text);

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares())
                .containsExactlyInAnyOrder(
                        Share.of("S1", 142761),
                        Share.of("S2", 58948),
                        Share.of("S3", 125000),
                        Share.of("S4", 6840),
                        Share.of("S5", 33333),
                        Share.of("C1", 5730));
        assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.STATEMENT_SAID);
    }

    @Test
    void whatLeavesOneOutIsNotWhatTheStatementAsksFor() {
        assertThat(pays(142761 + 125000 + 6840 + 33333 - 5730, "saldo rekeningoverzicht 05/03/2026")
                        .kind())
                .isNotEqualTo(Kind.BOOK);
    }

    @Test
    void withoutTheWordItIsNotBooked() {
        assertThat(pays(142761 + 58948 + 125000 + 6840 + 33333 - 5730, "bedankt")
                        .kind())
                .isNotEqualTo(Kind.BOOK);
    }

    private void sale(String id, long open, int daysAgo) {
        books.sale(id, "F26" + id, open)
                .of("P1", "Alba", ALBA)
                .issued(DAY.minusDays(daysAgo))
                .due(DAY.plusDays(30 - daysAgo))
                .put();
    }

    private Verdict pays(long amount, String text) {
        return books.in(amount).from("Alba", ALBA).says(text).verdict();
    }
}
