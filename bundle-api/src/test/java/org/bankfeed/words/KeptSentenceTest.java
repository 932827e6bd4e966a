package org.bankfeed.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.value.Money;
import org.junit.jupiter.api.Test;

class KeptSentenceTest {

    private static final int ENOUGH = 4000;

    private static final Sentence OUTSTANDING = Sentence.of(
            RefusalCode.LESS_OUTSTANDING,
            new Argument.Document("S&1?=%é", true),
            new Argument.Amount(Money.of("12.50", "EUR")),
            new Argument.Amount(Money.of("-0.05", "EUR")));

    @Test
    void everySentenceIsReadBackAsItWasKept() {
        List<Code> all = new ArrayList<>(List.of(SentenceCode.values()));
        all.addAll(List.of(ReasonCode.values()));
        for (Code code : all) {
            List<Argument> arguments = code.parameters().stream()
                    .map(parameter -> EveryTextTest.argument(parameter, 31, 7))
                    .toList();
            Sentence sentence = new Sentence(code, arguments);

            String kept = sentence.kept(ENOUGH, SentenceCode.class, ReasonCode.class);

            assertThat(Sentence.ofKept(kept, SentenceCode.class, ReasonCode.class))
                    .isEqualTo(sentence);
        }
    }

    @Test
    void aSignOfTheFormInAnArgumentIsNoneOfTheForm() {
        assertThat(Sentence.ofKept(OUTSTANDING.kept(ENOUGH, RefusalCode.class), RefusalCode.class))
                .isEqualTo(OUTSTANDING);
    }

    @Test
    void aSentenceWithinASentenceIsKeptWithIt() {
        Sentence both = Sentence.of(
                org.bankfeed.matching.RefusalCode.LINES_OPENED_IN_PART, new Argument.Name("R1"), OUTSTANDING);

        String kept = both.kept(ENOUGH, org.bankfeed.matching.RefusalCode.class, RefusalCode.class);

        assertThat(Sentence.ofKept(kept, org.bankfeed.matching.RefusalCode.class, RefusalCode.class))
                .isEqualTo(both);
    }

    @Test
    void aQuotationIsKeptAsItsWordsAndWordsOfAnOlderVersionAreAQuotation() {
        Sentence quoted = Sentence.quoted("The host's own words: 5 EUR & more.");

        assertThat(quoted.kept(ENOUGH, RefusalCode.class)).isEqualTo("The host's own words: 5 EUR & more.");
        assertThat(Sentence.ofKept("The host's own words: 5 EUR & more.", RefusalCode.class))
                .isEqualTo(quoted);
    }

    @Test
    void aQuotationThatLooksLikeACodeIsNoCode() {
        Sentence trick = Sentence.of(Quotation.QUOTED, new Argument.Quote("sentence:NO_BOOKING?name=B1."));

        assertThat(Sentence.ofKept(trick.kept(ENOUGH, RefusalCode.class), RefusalCode.class))
                .isEqualTo(trick);
    }

    @Test
    void whatTheReaderDoesNotKnowIsKeptInEnglishWords() {
        assertThat(OUTSTANDING.kept(ENOUGH, SentenceCode.class)).isEqualTo(OUTSTANDING.in(Locale.ENGLISH));
    }

    @Test
    void aCodeOfALaterVersionIsShownAsItStands() {
        assertThat(Sentence.ofKept("sentence:TO_COME?name=B1", RefusalCode.class))
                .isEqualTo(Sentence.quoted("Sentence:TO_COME?name=B1"));
    }

    @Test
    void whatDoesNotFitIsKeptInWordsAndCutWhereTheRoomEnds() {
        int words = OUTSTANDING.in(Locale.ENGLISH).length();

        assertThat(OUTSTANDING.kept(words, RefusalCode.class)).isEqualTo(OUTSTANDING.in(Locale.ENGLISH));
        assertThat(OUTSTANDING.kept(10, RefusalCode.class)).hasSize(10).endsWith("…");
    }
}
