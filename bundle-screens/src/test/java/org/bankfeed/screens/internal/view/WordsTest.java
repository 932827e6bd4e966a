package org.bankfeed.screens.internal.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.Stream;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.journal.JournalException;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.words.Sentence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordsTest {

    private static final Sentence DATABASE_AWAY = Sentence.of(RefusalCode.LEDGER_DATABASE);

    private static Stream<Exception> refusals() {
        return Stream.of(
                new JournalException(JournalException.Reason.NOT_POSSIBLE, DATABASE_AWAY),
                new MatchingException(MatchingException.Reason.NOT_POSSIBLE, DATABASE_AWAY),
                new LedgerUnavailableException(DATABASE_AWAY, null),
                new InvoiceEntry.Refused(DATABASE_AWAY));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsSaidInTheReadersLanguage(Exception refusal) {
        assertThat(Words.said(refusal).in(Locale.forLanguageTag("nl")))
                .isEqualTo("De database van de boekhouding antwoordt nu niet.");
    }

    @Test
    void whatHasNoSentenceIsQuoted() {
        assertThat(Words.said(new IllegalStateException("the page is too old")))
                .isEqualTo(Sentence.quoted("the page is too old"));
    }
}
