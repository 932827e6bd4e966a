package org.bankfeed.matching.internal.core.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;

import java.util.List;
import java.util.Locale;
import org.bankfeed.invoice.Retention;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments of documents of which a part is held back by contract or law. */
class HeldBackTest {

    private final Books books = new Books();

    @Test
    void aPaymentLessTheGuaranteeIsExactAndTheRestStaysOpen() {
        guaranteed("S1", "2026-114", 1_000_000, 50_000).put();

        Verdict verdict = books.in(950_000).from("Alba", ALBA).says("2026-114").taken();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares()).containsExactly(Share.of("S1", 950_000));
        assertThat(said(verdict))
                .contains(
                        "the amount is what is open of invoice 2026-114 less €500.00 that is held back: that stays open",
                        "€500.00 is held back as guarantee under the contract and falls due on 10 March 2027");
        assertThat(books.book.documents().open("S1")).isEqualTo(50_000);
    }

    @Test
    void whatWasHeldBackIsPaidExactlyLater() {
        guaranteed("S1", "2026-114", 1_000_000, 50_000).put();
        books.in(950_000).from("Alba", ALBA).says("2026-114").taken();

        Verdict later = books.in(50_000)
                .from("Alba", ALBA)
                .says("vrijgave waarborg 2026-114")
                .on(DAY.plusYears(1))
                .taken();

        assertThat(later.kind()).isEqualTo(Kind.BOOK);
        assertThat(said(later)).contains("the amount is what was held back of invoice 2026-114");
        assertThat(books.book.documents().open("S1")).isZero();
    }

    @ParameterizedTest
    @CsvSource({"950000, 1", "650000, 1", "600000, 2"})
    void anyOneOrAllOfTheHeldPartsMayBeMissing(long paid, int grounds) {
        guaranteed("S1", "2026-114", 1_000_000, 50_000)
                .held(Retention.Kind.SOCIAL_DEBT, 350_000, null)
                .put();

        Verdict verdict = books.in(paid).from("Alba", ALBA).says("2026-114").taken();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(said(verdict).stream().filter(words -> words.contains("guarantee under") || words.contains("30bis")))
                .hasSize(grounds);
        assertThat(books.book.documents().open("S1")).isEqualTo(1_000_000 - paid);
    }

    @Test
    void whatWeWithholdFromASupplierIsExactToo() {
        books.sale("P1", "F-77-2026", 200_000)
                .purchase()
                .of("L1", "Dakwerken Peeters", ALBA)
                .held(Retention.Kind.SOCIAL_DEBT, 70_000, null)
                .held(Retention.Kind.TAX_DEBT, 30_000, null)
                .put();

        Verdict verdict =
                books.out(100_000).from("Dakwerken", ALBA).says("F-77-2026").taken();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(said(verdict))
                .contains(
                        "€700.00 is withheld under article 30bis and goes to the social security",
                        "€300.00 is withheld under article 402 and goes to the tax authority");
    }

    @Test
    void aFeeFromAbroadNeverSwallowsAHeldPart() {
        guaranteed("S1", "2026-114", 100_000, 2_000).put();

        for (long paid : List.of(98_000L, 98_500L, 99_990L)) {
            Verdict verdict = books.in(paid)
                    .from("Alba", ALBA)
                    .says("2026-114")
                    .code("PMNT-RCDT-XBCT")
                    .verdict();
            assertThat(verdict.shares()).containsExactly(Share.of("S1", paid));
        }
    }

    @Test
    void documentsThatTheTextNamesArePaidEachLessItsOwn() {
        guaranteed("S1", "2026-114", 1_000_000, 50_000).put();
        guaranteed("S2", "2026-119", 400_000, 20_000).put();
        books.sale("S3", "2026-131", 10_000).of("P1", "Alba", ALBA).put();

        Verdict verdict = books.in(1_340_000)
                .from("Alba", ALBA)
                .says("2026-114, 2026-119, 2026-131 min waarborg")
                .taken();

        assertThat(verdict.kind()).isEqualTo(Kind.BOOK);
        assertThat(verdict.shares())
                .containsExactlyInAnyOrder(Share.of("S1", 950_000), Share.of("S2", 380_000), Share.of("S3", 10_000));
        assertThat(said(verdict))
                .contains("the amount is the sum of 3 open documents less €700.00 that is held back: that stays open");
    }

    @Test
    void aKnownPayersDocumentsComeOutEvenLessWhatIsHeldBackWithoutAWord() {
        guaranteed("S1", "2026-114", 1_000_000, 50_000).put();
        guaranteed("S2", "2026-119", 400_300, 20_015).put();

        Verdict verdict = books.in(1_330_285).from("Alba", ALBA).says("thanks").verdict();

        assertThat(verdict.shares()).containsExactlyInAnyOrder(Share.of("S1", 950_000), Share.of("S2", 380_285));
    }

    @Test
    void theAmountLessWhatIsHeldBackLeadsToADocumentOfAnUnknownPayer() {
        guaranteed("S1", "2026-114", 1_000_000, 50_000).put();

        Verdict verdict =
                books.in(950_000).from("Nobody", "").says("factuur 114").verdict();

        assertThat(verdict.shares()).containsExactly(Share.of("S1", 950_000));
    }

    @Test
    void aDocumentThatIsToldAgainWithoutItIsNotFoundByItAnyMore() {
        guaranteed("S1", "2026-114", 1_000_000, 50_000).put();
        books.sale("S1", "2026-114", 1_000_000).of("P1", "Alba", ALBA).put();

        assertThat(books.book.documents().amounts().of(true, 950_000)).isEmpty();
        assertThat(books.book.documents().amounts().of(true, 1_000_000)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "650000, 30bis",
        "850000, 402",
        "500000, articles 30bis and 402",
        // with 21 % tax: 826,446 cents without it
        "710744, 30bis"
    })
    void aPartPaymentSaysWhatALawWouldWithhold(long paid, String article) {
        books.sale("S1", "2026-114", 1_000_000).of("P1", "Alba", ALBA).put();

        Verdict verdict = books.in(paid).from("Alba", ALBA).says("2026-114").verdict();
        Verdict plain = books.in(700_000).from("Alba", ALBA).says("2026-114").verdict();

        assertThat(said(verdict))
                .anyMatch(
                        words -> words.contains("as when a client withholds under article") && words.contains(article));
        assertThat(said(plain)).noneMatch(words -> words.contains("withholds"));
        assertThat(verdict.confidence()).isEqualTo(plain.confidence());
        assertThat(verdict.shares()).containsExactly(Share.of("S1", paid));
    }

    private Books.Doc guaranteed(String id, String number, long open, long held) {
        return books.sale(id, number, open)
                .of("P1", "Alba", ALBA)
                .held(Retention.Kind.GUARANTEE, held, DAY.plusYears(1));
    }

    private static List<String> said(Verdict verdict) {
        return verdict.evidence().stream()
                .map(one -> one.sentence(Locale.ENGLISH))
                .toList();
    }
}
