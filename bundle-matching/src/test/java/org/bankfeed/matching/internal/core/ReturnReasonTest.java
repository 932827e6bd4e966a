package org.bankfeed.matching.internal.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bankfeed.matching.internal.core.judge.Books.ALBA;

import java.util.Locale;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.Span;
import org.bankfeed.matching.internal.core.Verdict.Kind;
import org.bankfeed.matching.internal.core.judge.Books;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Why payments came back, in the words in which banks say it. */
class ReturnReasonTest {

    private final Books books = new Books();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            Retour domiciliëring KPV-2026-114 AM04 onvoldoende saldo    | insufficient funds (AM04): ask again
            /RTRN/MS03/EREF/KPV-2026-114/REMI/factuur                   | no reason given (MS03): ask again
            Rückgabe SVWZ+MD06 Widerspruch durch Zahler                 | the debtor asked for his money back (MD06): a dispute, do not collect again
            retour md01                                                 | no valid mandate (MD01): a dispute, do not collect again before there is one
            reason: MS02                                                | refused by the debtor (MS02): a dispute, do not collect again
            R-reason AC01, wrong IBAN                                   | wrong account number (AC01): ask for the right one before you collect or pay again
            (AC04) compte clôturé                                       | the account is closed (AC04): ask for another one
            AC06                                                        | the account is blocked (AC06): ask for payment in another way
            /RTRN/FOCR//recall of 2026-03-01                            | given back because it was called back (FOCR)
            Motif: DUPL                                                 | sent twice (DUPL): look for the other one, and do not send it again
            """)
    void readsTheCodeAndSaysWhatItMeansAndWhatToDo(String text, String sentence) {
        assertThat(said(books.out(100).says(text).line())).isEqualTo(sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"high tech parts", "TECH 2026-114", "AM0412", "XAM04", "AM4", "focr", "custom work", ""})
    void wordsAndLongerNumbersAreNoReason(String text) {
        assertThat(ReturnReason.in(books.out(100).says(text).line())).isNull();
    }

    @Test
    void saysWhichCharactersOfWhichFieldSpeak() {
        Evidence evidence =
                ReturnReason.in(books.out(100).says("retour am04 saldo").line());
        assertThat(evidence)
                .extracting(Evidence::field, Evidence::excerpt, Evidence::at)
                .containsExactly("remittanceInformation", "am04", new Span(7, 11));
    }

    @Test
    void aCodeThatOnlyTheBanksOwnFieldsHaveIsReadToo() {
        assertThat(Line.withReason("file 7", null, "RTN.AM04")).isEqualTo("file 7 CODE AM04");
        assertThat(Line.withReason(null, "Unpaid: MS03", null)).isEqualTo("CODE MS03");
        assertThat(Line.withReason("AM04", "MS03", "MD01")).isEqualTo("AM04");
        assertThat(Line.withReason("file 7", "nothing", "164")).isEqualTo("file 7");
    }

    @Test
    void theReturnedDebitReopensItsInvoiceAndSaysWhy() {
        books.sale("S1", "2026-114", 3900).of("P1", "Alba", ALBA).put();
        books.in(3900)
                .from("Alba", ALBA)
                .says("2026-114")
                .code("PMNT-IDDT-ESDD")
                .endToEnd("E-1")
                .taken();

        Verdict back = books.out(3900)
                .code("PMNT-IDDT-UPDD")
                .endToEnd("E-1")
                .says("MD06 op verzoek van de debiteur")
                .taken();

        assertThat(back.kind()).isEqualTo(Kind.BOOK);
        assertThat(books.book().documents().open("S1")).isEqualTo(3900);
        assertThat(back.evidence())
                .filteredOn(one -> one.code().tellsWhyReturned())
                .hasSize(1);
    }

    @Test
    void aReturnOfNothingThatIsKnownSaysWhyToo() {
        Verdict back = books.out(3900).code("PMNT-IDDT-UPDD").says("AM04").verdict();

        assertThat(back.kind()).isEqualTo(Kind.OPEN);
        assertThat(back.evidence()).anyMatch(one -> one.code().tellsWhyReturned());
    }

    private static String said(Line line) {
        Evidence evidence = ReturnReason.in(line);
        return evidence == null ? "" : evidence.sentence(Locale.ENGLISH);
    }
}
