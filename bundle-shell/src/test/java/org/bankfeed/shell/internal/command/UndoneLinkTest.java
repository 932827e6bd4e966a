package org.bankfeed.shell.internal.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.words.Argument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UndoneLinkTest {

    private static final TransactionId LINE = TransactionId.parse("a1/t1");

    private final FakeMatching matching = new FakeMatching();

    @Test
    void aLinkSaysToWhichDocumentAndByWhom() throws Exception {
        assertThat(explained(State.LINKED, "an"))
                .contains("LINKED: linked to a payment that the ERP had already, by an, ")
                .contains("Speaks of S1, which is settled\n");
    }

    @Test
    void aLinkThatWasUndoneSaysHowItIsMadeAgain() throws Exception {
        assertThat(explained(State.NONE, null))
                .contains("Speaks of S1, which is settled:"
                        + " if that was this payment, bank:confirm with --invoice S1=AMOUNT links it");
    }

    private String explained(State state, @Nullable String by) throws Exception {
        Evidence closed =
                Evidence.of(Evidence.Speaks.FOR, ReasonCode.CLOSED_BY_HAND, new Argument.Document("2026-114", false));
        matching.decisions.put(
                LINE,
                new Decision(
                        LINE,
                        state,
                        Decision.BookingStatus.NONE,
                        List.of(),
                        0.99,
                        List.of(closed),
                        List.of(),
                        0,
                        1,
                        by,
                        Instant.EPOCH,
                        null,
                        null,
                        new DocumentId("S1"),
                        null));
        ExplainCommand explain = new ExplainCommand();
        explain.id = LINE.toString();
        explain.matching = matching;
        return AsUser.run(explain);
    }
}
