package org.bankfeed.matching.internal.core.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;
import static org.bankfeed.matching.internal.core.judge.Books.DAY;
import static org.bankfeed.matching.internal.core.judge.Books.OTHER;

import java.util.Locale;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.bankfeed.matching.internal.core.judge.Books;
import org.junit.jupiter.api.Test;

/** What is said of money that goes back because too much of it came. */
class GivenBackTest {

    private final Books books = new Books();

    @Test
    void moneyThatGoesBackIsSaidToBeWhatWasPaidTooMuchOnTheDocumentThatItNames() {
        books.sale("S1", "2026-0337", 45215).of("P1", "Auberge du Fouet", ALBA).put();
        Verdict paid = books.in(55215)
                .from("Auberge du Fouet", ALBA)
                .says("2026-0337")
                .on(DAY.minusDays(20))
                .taken();
        assertThat(paid.kind()).isEqualTo(Kind.BOOK);

        Verdict back = refund(10000, "Terugbetaling te veel ontvangen 2026-0337");

        assertThat(back.kind()).isEqualTo(Kind.OPEN);
        assertThat(back.evidence())
                .extracting(Evidence::code)
                .containsExactly(ReasonCode.GIVES_BACK_TOO_MUCH, ReasonCode.NUMBER_STANDS);
        assertThat(back.evidence().get(0).sentence(Locale.ENGLISH))
                .isEqualTo("it gives back the €100.00 by which invoice 2026-0337 was paid too much on "
                        + "18 February 2026: that part of the payment settles nothing");
    }

    @Test
    void anotherAmountThanWasPaidTooMuchGivesNoneOfItBack() {
        books.sale("S1", "2026-0337", 45215).of("P1", "Auberge du Fouet", ALBA).put();
        books.in(55215).from("Auberge du Fouet", ALBA).says("2026-0337").taken();

        Verdict back = refund(9900, "Terugbetaling te veel ontvangen 2026-0337");

        assertThat(back.evidence()).extracting(Evidence::code).containsExactly(ReasonCode.TEXT_NAMES_SETTLED);
    }

    @Test
    void moneyThatGoesBackIsSaidToBeThePaymentThatCameTwice() {
        books.sale("S1", "2026-0010", 92369).of("P1", "Auberge du Fouet", ALBA).put();
        books.in(92369).from("Auberge du Fouet", ALBA).says("2026-0010").taken();
        Verdict again = books.in(92369)
                .from("Auberge du Fouet", ALBA)
                .says("2026-0010")
                .on(DAY.plusDays(3))
                .taken();
        assertThat(again.shares()).isEmpty();

        Verdict back = refund(92369, "Terugbetaling te veel ontvangen 2026-0010");

        assertThat(back.evidence().get(0).sentence(Locale.ENGLISH))
                .isEqualTo("it gives back the payment of €923.69 of 13 March 2026, which settles no document");
    }

    @Test
    void whatAThirdPartyPaidTwiceGoesBackToTheCustomerToo() {
        books.sale("S1", "2026-0010", 92369).of("P1", "Auberge du Fouet", ALBA).put();
        books.in(92369).from("Fouet Patrimoine", OTHER).says("2026-0010").taken();
        books.in(92369).from("Fouet Patrimoine", OTHER).says("2026-0010").taken();

        Verdict back = refund(92369, "Terugbetaling te veel ontvangen 2026-0010");

        assertThat(back.evidence()).extracting(Evidence::code).containsExactly(ReasonCode.GIVES_BACK_PAYMENT);
        assertThat(back.givesBack()).isNotNull();
    }

    @Test
    void whatASupplierGivesBackOfAPaymentThatWentOutTwiceIsSaidToo() {
        books.sale("P1", "F-26-77", 30000)
                .purchase()
                .of("L1", "Drukkerij Nova", ALBA)
                .put();
        books.out(30000).from("Drukkerij Nova", ALBA).says("F-26-77").taken();
        books.out(30000).from("Drukkerij Nova", ALBA).says("F-26-77").taken();

        Verdict back = books.in(30000)
                .from("Drukkerij Nova", ALBA)
                .says("dubbele betaling terug")
                .on(DAY.plusDays(9))
                .verdict();

        assertThat(back.kind()).isEqualTo(Kind.OPEN);
        assertThat(back.evidence()).extracting(Evidence::code).containsExactly(ReasonCode.GIVES_BACK_PAYMENT);
    }

    @Test
    void anotherAccountGivesBackNoPaymentThatItDidNotGet() {
        books.in(25937).from("Yves Verdonkt", ALBA).says("verkeerde rekening").taken();

        Verdict other =
                books.out(25937).from("Lies Maes", OTHER).says("sponsoring").verdict();

        assertThat(other.evidence()).extracting(Evidence::code).containsExactly(ReasonCode.NOTHING_FITS);
    }

    private Verdict refund(long amount, String text) {
        return books.out(amount)
                .from("Auberge du Fouet", ALBA)
                .says(text)
                .on(DAY.plusDays(9))
                .verdict();
    }
}
