package org.bankfeed.matching.internal.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.Evidence.Speaks;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.Span;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void whatIsStoredComesBackWithEverythingThatItSpeaksOf() {
        Argument.Document invoice = new Argument.Document("2026-114", false);
        Evidence quoted = new Evidence(
                Speaks.FOR,
                ReasonCode.NUMBER_STANDS,
                List.of(new Argument.Text("114"), invoice),
                "remittanceInformation",
                "114",
                new Span(8, 11));
        List<Evidence> others = List.of(
                Evidence.of(
                        Speaks.FOR, ReasonCode.AMOUNT_IS_PART, new Argument.Amount(Money.of("12.50", "EUR")), invoice),
                Evidence.of(Speaks.FOR, ReasonCode.PAID_ON, invoice, new Argument.Day(LocalDate.of(2026, 3, 5))),
                Evidence.of(Speaks.FOR, ReasonCode.AMOUNT_IS_SUM, new Argument.Count(3)),
                Evidence.of(Speaks.AGAINST, ReasonCode.PAYER_SAYS_MORE, new Argument.Name("Bakkerij Alba BV")),
                Evidence.of(Speaks.AGAINST, ReasonCode.AMOUNT_FITS_OTHER, new Argument.Documents(List.of(invoice))));
        Words words =
                new Words(List.of(quoted), List.of(new Verdict.Explained(List.of(Share.of("S1", 1250)), 0.9, others)));

        assertThat(Words.read(words.written())).isEqualTo(words);
    }

    @Test
    void aSentenceThatWasStoredBeforeReasonsHadNamesStaysWhatItSays() {
        Words words = Words.read("{\"evidence\":[{\"speaks\":\"AGAINST\",\"sentence\":\"the text names {0}\",\"field\":"
                + "\"remittanceInformation\",\"excerpt\":\"114\"}],\"proposals\":[{\"shares\":[{\"document\":\"S1\","
                + "\"amount\":1250,\"writeOff\":0,\"takesBack\":null}],\"confidence\":0.9,\"evidence\":[]}]}");

        Evidence kept = words.evidence().get(0);
        assertThat(kept.sentence(Locale.FRENCH)).isEqualTo("the text names {0}");
        assertThat(kept.speaks()).isEqualTo(Speaks.AGAINST);
        assertThat(kept.excerpt()).isEqualTo("114");
        assertThat(words.proposals()).singleElement().satisfies(one -> assertThat(one.shares())
                .containsExactly(Share.of("S1", 1250)));
    }
}
