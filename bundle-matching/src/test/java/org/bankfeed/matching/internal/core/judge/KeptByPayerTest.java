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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A payer keeps something back and says so: a part is paid, and the rest is neither a bank's charge nor rounding. */
class KeptByPayerTest {

    private static final long OWED = 318994;

    private final Books books = new Books();

    @BeforeEach
    void owes() {
        books.sale("S1", "4334/25", OWED).of("P1", "Alba", ALBA).put();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4334/25 less claim 25,00",
                "FT 4334/25 MENO PAGATO IN ECCESSO 25,00",
                "BONIFICO A VOSTRO FAVORE PER FT 4334/25 MENO RESO 25,00 COMM 0,00 SPESE 0,00",
                "RE 4334/25 abzgl. Uberzahlung 25 ,00",
                "FV 4334/25 minus reklamacja 25,0 0",
                "4334/25 moins avoir EUR 25.00"
            })
    void whatHeKeepsBackIsNeitherWrittenOffNorAReasonToAsk(String text) {
        for (String code : new String[] {"PMNT-RCDT-ESCT", "PMNT-RCDT-XBCT"}) {
            Verdict verdict = pays(OWED - 2500, text, code);

            assertThat(verdict.kind()).as(code).isEqualTo(Kind.BOOK);
            assertThat(verdict.shares()).containsExactly(Share.of("S1", OWED - 2500));
            assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.DEDUCTION_SAID);
        }
    }

    @Test
    void aFewCentsThatHeSaysHePaidTooMuchBeforeAreNoRounding() {
        assertThat(pays(OWED - 18, "4334/25 less overpaid 0,18", "PMNT-RCDT-ESCT")
                        .shares())
                .containsExactly(Share.of("S1", OWED - 18));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4334/25 less bank charges 25.00", "4334/25 abzgl. Spesen EUR 25,00"})
    void chargesThatHeKeepsBackAreWrittenOff(String text) {
        assertThat(pays(OWED - 2500, text, "PMNT-RCDT-XBCT").shares())
                .containsExactly(new Share("S1", OWED - 2500, 2500, null));
    }

    @Test
    void anotherAmountThanIsMissingExplainsNothing() {
        Verdict verdict = pays(OWED - 2500, "4334/25 less claim 20,00", "PMNT-RCDT-ESCT");

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(verdict.evidence()).extracting(Evidence::code).contains(ReasonCode.AMOUNT_A_LITTLE_SHORT);
    }

    // ---- shares

    @ParameterizedTest
    @CsvSource({"95%, 303044", "-5%, 303044", "deposit 30%, 95698", "na inhouding 12.5 %, 279120"})
    void aShareThatTheTextTellsIsAPartAndNoSignOfAMissingCreditNote(String share, long amount) {
        Verdict verdict = pays(amount, "4334/25 ref 5521/25 " + share, "PMNT-RCDT-ESCT");

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", amount));
    }

    @Test
    void anotherShareThanItTellsMayBeLessACreditNoteThatTheBooksDoNotHave() {
        assertThat(pays(95698, "4334/25 ref 5521/25 40%", "PMNT-RCDT-ESCT").kind())
                .isEqualTo(Kind.SUGGEST);
    }

    // ---- what else makes a part

    @Test
    void whatIsNamedLessItsDiscountAndACreditNoteIsNoPart() {
        books.sale("S2", "AR24/3382", 124055)
                .discount(3722)
                .of("P1", "Alba", ALBA)
                .due(DAY.plusDays(20))
                .put();
        books.sale("C1", "GU2024/002", 22822).credit().of("P1", "Alba", ALBA).put();

        Verdict verdict = pays(97511, "RNR AR24/3382", "PMNT-RCDT-ESCT");

        assertThat(verdict.shares()).containsExactly(new Share("S2", 120333, 3722, null), Share.of("C1", 22822));
    }

    @ParameterizedTest
    @CsvSource({"2, SUGGEST", "0, BOOK", "5000, BOOK"})
    void thePartThatIsAlmostAllTheRestWaitsForTheOneThatNobodyDecided(long short_, Kind kind) {
        books.in(200000).from("Alba", ALBA).says("op rekening uw werf").taken();

        assertThat(pays(OWED - 200000 - short_, "4334/25", "PMNT-RCDT-ESCT").kind())
                .isEqualTo(kind);
    }

    private Verdict pays(long amount, String text, String code) {
        return books.in(amount).from("Alba", ALBA).code(code).says(text).verdict();
    }
}
