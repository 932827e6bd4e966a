package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.journal.JournalException;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.shell.internal.SettingsForTests;
import org.bankfeed.words.Sentence;
import org.bankfeed.words.WrongValueException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BankCommandTest {

    private static final Sentence DATABASE_AWAY = Sentence.of(RefusalCode.LEDGER_DATABASE);

    private static Stream<Exception> refusals() {
        return Stream.of(
                new JournalException(JournalException.Reason.NOT_POSSIBLE, DATABASE_AWAY),
                new MatchingException(MatchingException.Reason.NOT_POSSIBLE, DATABASE_AWAY),
                new LedgerUnavailableException(DATABASE_AWAY, null),
                new WrongValueException(RefusalCode.LEDGER_DATABASE));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aRefusalIsSaidInTheLanguageOfTheShell(Exception refusal) {
        assertThatThrownBy(() -> AsUser.run(refusedWith(refusal)))
                .isInstanceOf(CommandException.class)
                .hasMessage("De database van de boekhouding antwoordt nu niet.");
    }

    @Test
    void whatHasNoSentenceIsSaidAsItIs() {
        assertThatThrownBy(() -> AsUser.run(refusedWith(new IllegalStateException("the disk is full"))))
                .isInstanceOf(CommandException.class)
                .hasMessage("the disk is full");
    }

    private static BankCommand refusedWith(Exception refusal) {
        BankCommand command = new BankCommand() {
            @Override
            void run(Caller caller) throws Exception {
                throw refusal;
            }
        };
        command.settings = SettingsForTests.of(Map.of("company", "Acme", "language", "nl"));
        return command;
    }
}
