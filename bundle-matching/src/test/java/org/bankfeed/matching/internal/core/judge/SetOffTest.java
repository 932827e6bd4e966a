package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;

import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A party who is customer and supplier in one pays the difference between our invoices and his. */
class SetOffTest {

    private static final long OURS = 26705;
    private static final long HIS = 8012;

    private final Books books = new Books();

    @BeforeEach
    void weSellToHimAndBuyFromHim() {
        books.sale("S1", "100946", OURS).of("P1", "Alba", ALBA).put();
        books.sale("B1", "7995", HIS).purchase().of("P1", "Alba", ALBA).put();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "100946 verrekend met onze factuur 7995",
                "100946 compensée avec notre facture 7995",
                "Rg 100946 abzgl. 7995",
                "100946 verrekend",
                "compensation avec notre facture 7995"
            })
    void theDifferenceSettlesBothWhereTheTextNamesBothOrSaysSetOff(String text) {
        Verdict verdict = pays(OURS - HIS, text);

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", OURS), Share.of("B1", HIS));
        assertThat(verdict.evidence())
                .extracting(Evidence::code)
                .contains(ReasonCode.AMOUNT_IS_SUM_LESS_SET_OFF)
                .doesNotContain(ReasonCode.SET_OFF_SAID, ReasonCode.SET_OFF_UNSAID);
    }

    @Test
    void theDifferenceIsProposedWhereOneIsNamedAndNothingSaysSetOff() {
        Verdict verdict = pays(OURS - HIS, "100946");

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", OURS), Share.of("B1", HIS));
        assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.SET_OFF_UNSAID);
    }

    @Test
    void theDifferenceLessACreditNoteOfOursIsProposed() {
        books.sale("C1", "C77", 3000).credit().of("P1", "Alba", ALBA).put();

        Verdict verdict = pays(OURS - HIS - 3000, "100946");

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", OURS), Share.of("C1", 3000), Share.of("B1", HIS));
    }

    @Test
    void ofMoreCreditNotesThanAreLookedAtAPersonJudges() {
        books.sale("C0", "C77", 3000).credit().of("P1", "Alba", ALBA).put();
        assertThat(pays(OURS - HIS - 3000, "100946 verrekend").kind()).isEqualTo(Kind.BOOK);
        for (int i = 1; i < 20; i++) {
            books.sale("C" + i, "C" + (77 + i), 100000L + i)
                    .credit()
                    .of("P1", "Alba", ALBA)
                    .due(Books.DAY.plusDays(i))
                    .put();
        }

        assertThat(pays(OURS - HIS - 3000, "100946 verrekend").kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void anotherAmountBesideAWordOfSetOffStaysAPartForAPersonToJudge() {
        Verdict verdict = pays(OURS - HIS - 1, "100946 verrekend");

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.SET_OFF_SAID);
    }

    @Test
    void whatWePayLessWhatHeOwesUsSettlesBothToo() {
        books.sale("B2", "8200", 90000).purchase().of("P1", "Alba", ALBA).put();

        Verdict verdict = books.out(90000 - OURS)
                .from("Alba", ALBA)
                .says("8200 verrekend met 100946")
                .verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("B2", 90000), Share.of("S1", OURS));
    }

    @Test
    void whatIsOwedTheOtherWayIsNeverKeptBackWithoutAWord() {
        assertThat(pays(OURS - HIS, "bedankt").shares())
                .noneMatch(share -> share.document().equals("B1"));
        assertThat(pays(OURS, "100946").shares()).containsExactly(Share.of("S1", OURS));
    }

    private Verdict pays(long amount, String text) {
        return books.in(amount).from("Alba", ALBA).says(text).verdict();
    }
}
