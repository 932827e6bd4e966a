package org.bankfeed.matching.internal.core.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bankfeed.invoice.Retention;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.bankfeed.matching.internal.core.judge.Books;
import org.bankfeed.matching.internal.core.judge.Decider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Payments and collections of ours that were announced, one by one and in batches that the bank books as one line. */
class OwnPaymentsTest {

    private final Books books = new Books();

    @Test
    void aLineWithTheEndToEndIdOfAPaymentOfOursIsThatPayment() {
        purchase("P1", 30_000).put();
        purchase("P2", 30_000).put();
        announce(pays("A1", "E-1", null, -30_000, "P2"));

        Verdict verdict = books.out(30_000).endToEnd("E-1").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("P2", 30_000));
        assertThat(said(verdict))
                .containsExactly("the end-to-end id E-1 is that of a payment of ours that was announced");
    }

    @Test
    void anotherAmountOrWayIsNotThatPayment() {
        purchase("P1", 30_000).put();
        announce(pays("A1", "E-1", null, -30_000, "P1"));

        assertThat(books.out(29_900).endToEnd("E-1").verdict().kind()).isNotEqualTo(Kind.BOOK);
        assertThat(books.in(30_000).endToEnd("E-1").verdict().shares()).isEmpty();
    }

    @Test
    void aPaymentTakesItsDiscountOrLeavesWhatIsHeldBack() {
        purchase("P1", 30_000).discount(600).due(DAY.plusDays(25)).put();
        purchase("P2", 20_000).held(Retention.Kind.SOCIAL_DEBT, 7_000, null).put();
        announce(pays("A1", "E-1", null, -29_400, "P1"), pays("A2", "E-2", null, -13_000, "P2"));

        assertThat(books.out(29_400).endToEnd("E-1").verdict().shares())
                .containsExactly(new Share("P1", 29_400, 600, null));
        assertThat(books.out(13_000).endToEnd("E-2").verdict().shares()).containsExactly(Share.of("P2", 13_000));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "id", "more"})
    void oneLineForAWholeBatchThatItNamesIsSplit(String where) {
        batch("FILE-2026-7", 5);

        Books.Pay line = books.out(15_000);
        Verdict verdict =
                switch (where) {
                    case "text" ->
                        line.says("collectieve overschrijving FILE 2026 7").verdict();
                    case "id" -> line.endToEnd("FILE-2026-7").verdict();
                    default -> line.more("msg file-2026-7").verdict();
                };

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).hasSize(5).contains(Share.of("P1", 1_000), Share.of("P5", 5_000));
        assertThat(said(verdict))
                .containsExactly(
                        "the line names our batch FILE-2026-7",
                        "the amount is the sum of the 5 payments of batch FILE-2026-7");
    }

    @Test
    void batchesOfOneNameInTwoFilesAreTwoAndAPersonSaysWhichALineIs() {
        purchase("P1", 1_000).put();
        purchase("P2", 2_000).put();
        announce(ofFile("MSG-0001", "A1", -1_000, "P1"), ofFile("MSG-0002", "B1", -2_000, "P2"));

        Verdict verdict = books.out(1_000).says("batch PAYROLL-1").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(verdict.shares()).containsExactly(Share.of("P1", 1_000));
        assertThat(said(verdict))
                .contains("batches of 2 payment files under way are called PAYROLL-1,"
                        + " and the line does not say of which it is");
        Verdict both = books.out(3_000).says("batch PAYROLL-1").verdict();
        assertThat(both.kind()).isNotEqualTo(Kind.BOOK);
    }

    @Test
    void ofBatchesOfOneNameTheOneIsMeantWhoseFileTheLineNamesToo() {
        purchase("P1", 1_000).put();
        purchase("P2", 2_000).put();
        announce(ofFile("MSG-0001", "A1", -1_000, "P1"), ofFile("MSG-0002", "B1", -2_000, "P2"));

        Verdict verdict = books.out(1_000).says("PAYROLL-1").more("MSG-0001").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("P1", 1_000));
    }

    private static Announced ofFile(String file, String id, long amount, String document) {
        return new Announced(id, "", "PAYROLL-1", file, amount, "EUR", DAY, List.of(document));
    }

    @Test
    void anUnnamedBatchIsTakenOnlyIfItIsTheOnlyOneAndTheLineNamesNoOtherSide() {
        batch("FILE-2026-7", 5);

        assertThat(books.out(15_000).verdict().kind()).isEqualTo(Kind.BOOK);
        assertThat(books.out(15_000).from("Somebody", ALBA).verdict().shares()).isEmpty();
        assertThat(books.out(15_000).on(DAY.plusDays(30)).verdict().shares()).isEmpty();
        assertThat(books.out(15_001).verdict().shares()).isEmpty();
    }

    @Test
    void aPartOfABatchIsSuggested() {
        batch("FILE-2026-7", 5);

        // 15,000 less the fourth; and 1,000 + 3,000 come to 4,000 too
        Verdict verdict = books.out(11_000).endToEnd("FILE-2026-7").verdict();
        Verdict only = books.out(14_000).endToEnd("FILE-2026-7").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(said(verdict)).contains("other payments of the batch may come to this amount too");
        assertThat(only.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(only.shares()).hasSize(4).noneMatch(share -> share.document().equals("P1"));
        assertThat(said(only))
                .contains("the amount is the sum of 4 of the 5 payments of batch FILE-2026-7")
                .doesNotContain("other payments of the batch may come to this amount too");
        assertThat(only.confidence()).isGreaterThan(verdict.confidence());
    }

    @Test
    void aBatchOfWhichADocumentWasPaidMeanwhileIsSuggested() {
        batch("FILE-2026-7", 5);
        books.book().close("P3", (int) DAY.toEpochDay());

        Verdict verdict = books.out(15_000).endToEnd("FILE-2026-7").verdict();

        assertThat(verdict.kind()).isEqualTo(Kind.SUGGEST);
        assertThat(verdict.shares()).hasSize(4);
        assertThat(said(verdict)).contains("one of its payments no longer fits what is open");
    }

    @Test
    void whatWasCarriedOutIsUnderWayNoMore() {
        batch("FILE-2026-7", 5);
        Line line = books.out(15_000).endToEnd("FILE-2026-7").line();

        take(line);

        assertThat(books.book().executedBy(line, books.book().shares(line.id())))
                .isEmpty();
        assertThat(books.out(15_000).endToEnd("FILE-2026-7").verdict().shares()).isEmpty();
    }

    @Test
    void oneOfABatchThatComesBackReopensJustItsDocument() {
        batch("FILE-2026-7", 5);
        Line line = books.out(15_000).endToEnd("FILE-2026-7").line();
        take(line);

        Verdict back = books.in(3_000)
                .endToEnd("E-3")
                .code("PMNT-ICDT-RRTN")
                .says("AC04")
                .taken();

        assertThat(back.kind()).isEqualTo(Kind.BOOK);
        assertThat(back.shares()).containsExactly(new Share("P3", -3_000, 0, line.id()));
        assertThat(books.book().documents().open("P3")).isEqualTo(3_000);
        assertThat(books.book().documents().open("P4")).isZero();
        assertThat(said(back))
                .containsExactly(
                        "the end-to-end id E-3 is that of one payment of €30.00 out of a batch, which comes back",
                        "the account is closed (AC04): ask for another one");
        assertThat(books.in(3_000)
                        .endToEnd("E-3")
                        .code("PMNT-ICDT-RRTN")
                        .verdict()
                        .shares())
                .as("it comes back once")
                .isEmpty();
        assertThat(books.in(2_000)
                        .endToEnd("E-2")
                        .code("PMNT-ICDT-RRTN")
                        .taken()
                        .kind())
                .as("another one may come back too")
                .isEqualTo(Kind.BOOK);
    }

    @Test
    void aReturnThatNamesOneOfSeveralDocumentsReopensThatOne() {
        batch("FILE-2026-7", 5);
        take(books.out(15_000).endToEnd("FILE-2026-7").line());

        Verdict back = books.in(3_000)
                .says("retour F-2026-0003")
                .code("PMNT-ICDT-RRTN")
                .verdict();

        assertThat(back.kind()).isEqualTo(Kind.BOOK);
        assertThat(back.shares()).hasSize(1).allMatch(share -> share.document().equals("P3"));
    }

    @Test
    void aBatchOfThousandsStaysBounded() {
        batch("FILE-2026-7", 3_000);
        long sum = 0;
        for (int n = 1; n <= 3_000; n++) {
            sum += n * 1_000L;
        }

        assertThat(books.out(sum).endToEnd("FILE-2026-7").verdict().shares()).hasSize(3_000);
        assertThat(books.out(sum - 7_000).endToEnd("FILE-2026-7").verdict().kind())
                .isEqualTo(Kind.SUGGEST);
    }

    private void take(Line line) {
        Verdict verdict = Decider.decide(books.book(), line);
        books.book().record(line, verdict.shares(), false);
        books.book().executed(line.id(), books.book().executedBy(line, verdict.shares()));
    }

    /** Payments of 10.00, 20.00, 30.00 … on as many invoices. */
    private void batch(String id, int payments) {
        List<Announced> all = new ArrayList<>();
        for (int n = 1; n <= payments; n++) {
            purchase("P" + n, n * 1_000L).put();
            all.add(pays("A" + n, "E-" + n, id, -n * 1_000L, "P" + n));
        }
        books.book().announced(all);
    }

    private Books.Doc purchase(String id, long open) {
        String number = "F-2026-%04d".formatted(Integer.parseInt(id.substring(1)));
        return books.sale(id, number, open).purchase().of("L" + id, "Supplier " + id);
    }

    private void announce(Announced... payments) {
        books.book().announced(List.of(payments));
    }

    private static Announced pays(
            String id, String endToEnd, @Nullable String batch, long amount, String... documents) {
        return new Announced(id, endToEnd, batch, null, amount, "EUR", DAY, List.of(documents));
    }

    private static List<String> said(Verdict verdict) {
        return verdict.evidence().stream()
                .map(one -> one.sentence(Locale.ENGLISH))
                .toList();
    }
}
