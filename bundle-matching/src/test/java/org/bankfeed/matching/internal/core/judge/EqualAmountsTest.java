package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the amount fits several documents and the text names none. */
class EqualAmountsTest {

    private final Books books = new Books();

    @Test
    void aMonthInWordsSaysThatTheOldestIsMeantThoughAnotherIsDue() {
        books.sale("S1", "2025-31", 4990)
                .of("P1", "Alba", Books.ALBA)
                .due(Books.DAY.minusDays(70))
                .put();
        books.sale("S2", "2026-07", 4990).of("P1", "Alba", Books.ALBA).put();

        Books.Pay pay = books.in(4990).from("Alba", Books.ALBA);

        assertThat(pay.says("merci").verdict().kind()).isEqualTo(Kind.SUGGEST);
        Verdict said = pay.says("abonnement november").verdict();
        assertThat(said.kind()).isEqualTo(Kind.BOOK);
        assertThat(said.shares()).extracting(Share::document).containsExactly("S1");
    }

    @Test
    void personsSayWhetherTheOldestIsPaidFirstOrWhatIsDueNow() {
        assertThat(ofTwoMonths("new", 0).shares()).extracting(Share::document).containsExactly("S-new-1");

        for (int i = 0; i < 6; i++) {
            Verdict before = ofTwoMonths("P" + i, 100 - i);
            Line line = books.in(before.shares().get(0).amount())
                    .from("Payer P" + i, "")
                    .on(Books.DAY.minusDays(100 - i))
                    .line();
            books.book.record(line, List.of(Share.of("S-P" + i + "-0", line.size())), true);
            if (i == 0) {
                books.book.undo(line.id());
                assertThat(books.book.equalOrder().dueRatherThanOldest()).isPositive();
                books.book.record(line, List.of(Share.of("S-P0-0", line.size())), true);
            }
        }

        Verdict learned = ofTwoMonths("learned", 0);
        assertThat(learned.shares()).extracting(Share::document).containsExactly("S-learned-0");
        assertThat(learned.kind()).isEqualTo(Kind.SUGGEST);
    }

    /** What a payer is said to pay who owes the same for last month and for this. */
    private Verdict ofTwoMonths(String payer, int daysAgo) {
        long amount = 47000 + payer.hashCode() % 1000;
        for (int month = 0; month < 2; month++) {
            books.sale("S-" + payer + "-" + month, payer + "/" + month, amount)
                    .of(payer, "Payer " + payer, Books.ALBA)
                    .due(Books.DAY.minusDays(daysAgo + 35L - 32 * month))
                    .put();
        }
        return books.in(amount)
                .from("Payer " + payer, Books.ALBA)
                .on(Books.DAY.minusDays(daysAgo))
                .says("huur")
                .verdict();
    }

    @ParameterizedTest
    @CsvSource({"8806, 3, SUGGEST", "3300, 3, SUGGEST", "8806, 30, BOOK"})
    void moneyThatCameLatelyAndThatNobodyDecidedMayBelongToTheOldest(long earlier, int daysAgo, Kind kind) {
        books.sale("S1", "2026-06", 9900)
                .of("P1", "Alba", Books.ALBA)
                .due(Books.DAY.minusDays(5))
                .put();
        books.sale("S2", "2026-07", 9900).of("P1", "Alba", Books.ALBA).put();
        books.in(earlier)
                .from("Alba", Books.ALBA)
                .on(Books.DAY.minusDays(daysAgo))
                .says("on account")
                .taken();

        Verdict next = books.in(9900).from("Alba", Books.ALBA).says("merci").verdict();

        assertThat(next.shares()).extracting(Share::document).containsExactly("S1");
        assertThat(next.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"2025-88 dank, BOOK", "2025-31, SUGGEST", "'', SUGGEST"})
    void aTextThatNamesWhatIsLongDueMayBeUsedAgainOnlyByWhoSaidItBefore(String before, Kind kind) {
        books.sale("S1", "2025-31", 4990)
                .of("P1", "Alba", Books.ALBA)
                .due(Books.DAY.minusDays(70))
                .put();
        books.sale("S2", "2026-07", 4990).of("P1", "Alba", Books.ALBA).put();
        books.sale("S0", "2025-88", 300).of("P1", "Alba", Books.ALBA).put();
        if (!before.isEmpty()) {
            books.in(300).from("Alba", Books.ALBA).says(before).taken();
        }

        Verdict verdict =
                books.in(4990).from("Alba", Books.ALBA).says("2025-31").verdict();

        assertThat(verdict.shares()).extracting(Share::document).containsExactly("S1");
        assertThat(verdict.kind()).isEqualTo(kind);
    }

    @Test
    void ofTwoThatAreEqualInEveryRespectAPersonSaysWhichUnlessTheTextDoes() {
        books.sale("S1", "2026-07", 4990).of("P1", "Alba", Books.ALBA).put();
        books.sale("S2", "2026-08", 4990).of("P1", "Alba", Books.ALBA).put();

        Books.Pay pay = books.in(4990).from("Alba", Books.ALBA);

        Verdict silent = pay.verdict();
        assertThat(silent.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(silent.evidence().stream().map(one -> one.sentence(Locale.ENGLISH)))
                .anySatisfy(sentence -> assertThat(sentence).contains("2026-07", "2026-08", "same due day"));
        assertThat(pay.says("2026-08").verdict().kind()).isEqualTo(Kind.BOOK);
    }

    @ParameterizedTest
    @CsvSource({"14, BOOK", "-14, BOOK", "16, SUGGEST", "-16, SUGGEST"})
    void aMonthOfAYoungerDocumentBooksItOnlyWhenItIsDueAboutNow(int due, Kind kind) {
        books.sale("S1", "2025-31", 4990)
                .of("P1", "Alba", Books.ALBA)
                .due(Books.DAY.minusDays(70))
                .put();
        books.sale("S2", "2026-07", 4990)
                .of("P1", "Alba", Books.ALBA)
                .issued(LocalDate.of(2026, 2, 8))
                .due(Books.DAY.plusDays(due))
                .put();

        Verdict verdict = books.in(4990)
                .from("Alba", Books.ALBA)
                .says("abonnement februari")
                .verdict();

        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.shares()).extracting(Share::document).containsExactly("S2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "FATT. N. 2026 DEL 08/02/2026",
                "faktura z dnia 8.2.26",
                "invoice of 2026-02-08",
                "FS 7/1/2026",
                "abonnement februari",
                "abonament luty"
            })
    void aDayOrMonthOfAYoungerDocumentThatIsDueBooksItAndSaysWhy(String text) {
        aDecemberAndAFebruary();

        Books.Pay pay = books.in(4990).from("Alba", Books.ALBA);

        assertThat(pay.says("grazie").verdict().kind()).isEqualTo(Kind.SUGGEST);
        Verdict said = pay.says(text).verdict();
        assertThat(said.kind()).isEqualTo(Kind.BOOK);
        assertThat(said.shares()).extracting(Share::document).containsExactly("S2");
        assertThat(said.evidence().stream().map(one -> one.sentence(Locale.ENGLISH)))
                .contains("the text says the day or month of invoice FS 07/01/2026");
        assertThat(said.alternatives().get(0).evidence().stream().map(one -> one.sentence(Locale.ENGLISH)))
                .noneMatch(sentence -> sentence.contains("due earlier"));
    }

    @Test
    void aDayAboutNowMayBeThatOfThePaymentItself() {
        aDecemberAndAFebruary();
        books.sale("S3", "FS 09/03/2026", 4990)
                .of("P1", "Alba", Books.ALBA)
                .issued(Books.DAY.minusDays(3))
                .due(Books.DAY.plusDays(11))
                .put();

        Verdict verdict =
                books.in(4990).from("Alba", Books.ALBA).says("del 07/03/2026").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
    }

    private void aDecemberAndAFebruary() {
        books.sale("S1", "FS 07/12/2025", 4990)
                .of("P1", "Alba", Books.ALBA)
                .due(Books.DAY.minusDays(40))
                .put();
        books.sale("S2", "FS 07/01/2026", 4990).of("P1", "Alba", Books.ALBA).put();
    }

    @ParameterizedTest
    @ValueSource(strings = {"za listopad", "DEL 30/11/2025", "marraskuu"})
    void aDayOrMonthOfTheOldestBooksIt(String text) {
        books.sale("S1", "2025-31", 4990)
                .of("P1", "Alba", Books.ALBA)
                .due(Books.DAY.minusDays(70))
                .put();
        books.sale("S2", "2026-07", 4990).of("P1", "Alba", Books.ALBA).put();

        Verdict verdict = books.in(4990).from("Alba", Books.ALBA).says(text).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).extracting(Share::document).containsExactly("S1");
    }

    @ParameterizedTest
    @CsvSource({"0, SUGGEST", "28, BOOK"})
    void theOldestIsPaidByWhoPaysAsLateAsTheLastTime(int late, Kind kind) {
        for (int month = 2; month >= 0; month--) {
            books.sale("S" + month, "2026-" + month, 4990)
                    .of("P1", "Alba", Books.ALBA)
                    .due(Books.DAY.minusDays(month * 30L))
                    .put();
        }
        Books.Pay pay = books.in(4990).from("Alba", Books.ALBA);
        pay.says("2026-2").on(Books.DAY.minusDays(60L - late)).taken();

        Verdict silent = pay.says("merci").on(Books.DAY).verdict();

        assertThat(silent.kind()).isEqualTo(kind);
        assertThat(shown(silent)).contains("S0", "S1");
    }

    @ParameterizedTest
    @CsvSource({"loyer juin, SUGGEST", "loyer janvier, SUGGEST", "loyer décembre, BOOK"})
    void aMonthThatIsOfNoneOfThemIsLeftToAPerson(String text, Kind kind) {
        for (int month = 1; month >= 0; month--) {
            books.sale("S" + month, "2026-" + month, 4990)
                    .of("P1", "Alba", Books.ALBA)
                    .due(LocalDate.of(2026, 2, 12).minusDays(month * 20L))
                    .put();
        }

        Verdict verdict = books.in(4990)
                .from("Alba", Books.ALBA)
                .says(text)
                .on(LocalDate.of(2026, 2, 10))
                .verdict();

        assertThat(verdict.kind()).isEqualTo(kind);
    }

    @Test
    void whatIsAskedForInAdvanceIsNamedByTheMonthInWhichItIsDue() {
        for (int month = 1; month >= 0; month--) {
            books.sale("S" + month, "2026-" + month, 4990)
                    .of("P1", "Alba", Books.ALBA)
                    .due(LocalDate.of(2026, 5, 28).minusMonths(month))
                    .put();
        }

        Verdict verdict = books.in(4990)
                .from("Alba", Books.ALBA)
                .says("loyer mai")
                .on(LocalDate.of(2026, 5, 3))
                .verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(verdict.shares()).extracting(Share::document).containsExactly("S0");
    }

    @ParameterizedTest
    @CsvSource({"5, SUGGEST", "25, BOOK"})
    void whichOfEqualInvoicesDueTogetherWePaidWithoutAWordIsLeftToAPerson(int days, Kind kind) {
        books.sale("B1", "F-1", 4990).of("P1", "Alba", Books.ALBA).purchase().put();
        books.sale("B2", "F-2", 4990)
                .of("P1", "Alba", Books.ALBA)
                .purchase()
                .due(Books.DAY.plusDays(days))
                .put();

        Verdict verdict = books.out(4990).from("Alba", Books.ALBA).verdict();

        assertThat(verdict.kind()).isEqualTo(kind);
        assertThat(verdict.shares()).extracting(Share::document).containsExactly("B1");
    }

    @Test
    void aDiscountThatOnlyAYoungerDocumentStillAllowsKeepsTheOldestFromBeingBooked() {
        books.sale("S1", "2026-07", 288888)
                .of("P1", "Alba", Books.ALBA)
                .discount(7200)
                .put();
        Books.Pay pay = books.in(281688).from("Alba", Books.ALBA).on(Books.DAY.plusDays(4));
        assertThat(pay.verdict().kind()).isEqualTo(Kind.BOOK);

        books.sale("S2", "2026-08", 288888)
                .of("P1", "Alba", Books.ALBA)
                .due(Books.DAY.plusDays(29))
                .discount(7200)
                .put();

        assertThat(pay.verdict().kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void whichOfEqualCreditNotesIsPaidBackIsLeftToAPerson() {
        books.sale("C1", "CN-1", 1200).of("P1", "Alba", Books.ALBA).credit().put();
        Books.Pay back = books.out(1200).from("Alba", Books.ALBA).says("terugbetaling");

        assertThat(back.verdict().kind()).isEqualTo(Kind.BOOK);

        books.sale("C2", "CN-2", 1200).of("P1", "Alba", Books.ALBA).credit().put();
        assertThat(back.verdict().kind()).isEqualTo(Kind.SUGGEST);
        assertThat(back.says("CN-2").verdict().shares())
                .extracting(Share::document)
                .containsExactly("C2");
    }

    @Test
    void undecidedMoneyOfNearlyTheAmountLeavesEqualDocumentsToAPerson() {
        for (int month = 1; month >= 0; month--) {
            books.sale("S" + month, "2026-" + month, 181500)
                    .of("P1", "Alba", Books.ALBA)
                    .due(Books.DAY.minusDays(month * 30L))
                    .put();
        }
        books.in(181475).from("Alba", Books.ALBA).on(Books.DAY.minusDays(25)).taken();

        Verdict verdict = books.in(181500).from("Alba", Books.ALBA).verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
    }

    @Test
    void oneSharedWordOfANameComesBeforeOthersThatOweTheSame() {
        for (int i = 0; i < 60; i++) {
            books.sale("S" + i, "2026-" + (1000 + i), 4999)
                    .of("P" + i, "Klant" + i + " Familie" + i % 30)
                    .put();
        }

        Verdict verdict = books.in(4999)
                .from("Familie7-Elders", Books.OTHER)
                .says("merci")
                .verdict();

        assertThat(shown(verdict).limit(2)).containsExactlyInAnyOrder("S7", "S37");
    }

    @Test
    void aFeeExplainsAlsoADocumentThatIsNotAmongTheOldest() {
        for (int i = 0; i < 5; i++) {
            books.sale("S" + i, "2026-" + (1000 + i), 90_000 + i * 100_000)
                    .of("P1", "Interieur Boreal GmbH")
                    .due(Books.DAY.minusDays(50 - i))
                    .put();
        }

        Verdict verdict = books.in(490_000 - 1277)
                .from("Interieur Boreal", "AE070331234567890123456")
                .code("PMNT-RCDT-XBCT")
                .says("bestelling")
                .verdict();

        assertThat(shown(verdict).findFirst()).contains("S4");
    }

    private static Stream<String> shown(Verdict verdict) {
        return Stream.concat(
                        verdict.shares().stream(),
                        verdict.alternatives().stream().flatMap(other -> other.shares().stream()))
                .map(Share::document);
    }

    @ParameterizedTest
    @CsvSource({"Maes, BE62510007547061, BOOK", "Alba, BE68539007547034, SUGGEST"})
    void aMonthThatTheTextSaysCountsUnlessThePayerHasMoneyUndecided(String name, String account, Kind kind) {
        books.sale("S1", "2026-02", 4990)
                .of("P1", "Alba", Books.ALBA)
                .issued(LocalDate.of(2026, 2, 1))
                .due(LocalDate.of(2026, 2, 15))
                .put();
        books.sale("S2", "2026-03", 4990)
                .of("P1", "Alba", Books.ALBA)
                .issued(LocalDate.of(2026, 3, 1))
                .due(LocalDate.of(2026, 3, 15))
                .put();
        books.book.record(
                books.in(4990).from(name, account).on(Books.DAY.minusDays(5)).line(), List.of(), false);

        Verdict verdict =
                books.in(4990).from("Alba", Books.ALBA).says("saldo maart").verdict();

        assertThat(verdict.shares()).extracting(Share::document).containsExactly("S2");
        assertThat(verdict.kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"3, SUGGEST", "30, BOOK"})
    void theSameWordsAFewDaysAfterMoneyThatNobodyDecidedMayBePaidTwice(int days, Kind kind) {
        books.sale("S1", "2026-03", 4990).of("P1", "Alba", Books.ALBA).put();
        books.book.record(
                books.in(4990)
                        .from("Alba", Books.ALBA)
                        .says("2026-03")
                        .on(Books.DAY.minusDays(days))
                        .line(),
                List.of(),
                false);

        Verdict verdict =
                books.in(4990).from("Alba", Books.ALBA).says("2026-03").verdict();

        assertThat(verdict.kind()).isEqualTo(kind);
    }
}
