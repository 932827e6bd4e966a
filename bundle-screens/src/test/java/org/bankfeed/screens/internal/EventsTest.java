package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.bankfeed.feed.FeedEvent;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.ReceivedEvent;
import org.bankfeed.journal.Refusal;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EventsTest {

    @SuppressWarnings("NullAway.Init")
    private Office office;

    @SuppressWarnings("NullAway.Init")
    private FakeBankJournal journal;

    @BeforeEach
    void open() throws Exception {
        office = new Office();
        journal = new ScriptedLink(office).journal;
    }

    @AfterEach
    void close() throws Exception {
        office.close();
    }

    @Test
    void saysThatNothingCame() {
        Document page = office.browserOf("vera").open("/settings/events");

        assertThat(page.select("nav a[aria-current]").eachText()).contains("Events");
        assertThat(page.select("main").text())
                .contains("Nothing, since Bankfeed was installed.", "lines come without them too");
    }

    @Test
    void saysWhatCameAndWhatCameOfIt() {
        journal.arrive(
                event("e1", FeedEvent.Kind.TRANSACTIONS_CREATED, 3, ReceivedEvent.State.DONE, "4 lines were read"));
        journal.arrive(event("e2", FeedEvent.Kind.UNKNOWN, 1, ReceivedEvent.State.WAITING, "<b>it waits</b>"));

        Document page = office.browserOf("vera").open("/settings/events");

        assertThat(page.select("tbody tr").eachText())
                .containsExactly(
                        "16 Mar 2026 08:00 Something newer than this version the.type Current account Waiting <b>it waits</b>.",
                        "16 Mar 2026 08:00 3 times New lines the.type Current account Done 4 lines were read.");
    }

    @Test
    void saysWhatWasRefusedHowOftenAndWhy() {
        journal.put(new Refusal(Refusal.Kind.WEBHOOK, 1_204, ScriptedLink.MORNING, "the signature does not hold"));

        Document page = office.browserOf("vera").open("/settings/events");

        assertThat(page.select("tbody tr").text())
                .isEqualTo("Webhooks 1,204 16 Mar 2026 08:00 The signature does not hold.");
    }

    private static ReceivedEvent event(
            String id, FeedEvent.Kind kind, int deliveries, ReceivedEvent.State state, String sentence) {
        return new ReceivedEvent(
                id,
                kind,
                "the.type",
                ScriptedLink.LINK,
                ScriptedLink.CHECKING,
                ScriptedLink.MORNING,
                ScriptedLink.MORNING,
                deliveries,
                state,
                sentence);
    }
}
