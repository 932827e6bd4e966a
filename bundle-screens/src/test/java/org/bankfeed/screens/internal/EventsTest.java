package org.bankfeed.screens.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.journal.FakeBankJournal;
import org.bankfeed.journal.ReceivedEvent;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Sentence;
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
        journal.put(new Refusal(
                Refusal.Kind.WEBHOOK, 1_204, ScriptedLink.MORNING, Sentence.of(FaultCode.WEBHOOK_SIGNATURE_WRONG)));

        Document page = office.browserOf("vera").open("/settings/events");

        assertThat(page.select("tbody tr").text())
                .isEqualTo("Webhooks 1,204 16 Mar 2026 08:00 The webhook’s signature does not hold.");
    }

    @Test
    void saysItInTheLanguageOfWhoeverLooksAndMarksWhatAnOlderVersionStored() {
        Sentence came = Sentence.of(
                SentenceCode.EVENT_ALL_CAME,
                new Argument.Moment(ScriptedLink.MORNING, ZoneId.of("Europe/Brussels")),
                new Argument.Count(2));
        journal.arrive(event("e1", FeedEvent.Kind.TRANSACTIONS_CREATED, 1, ReceivedEvent.State.DONE, came));
        journal.arrive(event("e2", FeedEvent.Kind.UNKNOWN, 1, ReceivedEvent.State.DONE, "It was read."));
        journal.put(new Refusal(
                Refusal.Kind.WEBHOOK, 1, ScriptedLink.MORNING, Sentence.of(FaultCode.WEBHOOK_SIGNATURE_WRONG)));

        Document page = office.browserOf("vera").speaks("fr").open("/settings/events");

        assertThat(page.select("tbody").text())
                .contains("ce qui était annoncé est arrivé (2 nouvelles opérations).")
                .contains("La signature du webhook n’est pas valable.");
        assertThat(page.select("tbody [lang=en]").eachText()).containsExactly("It was read.");
    }

    private static ReceivedEvent event(
            String id, FeedEvent.Kind kind, int deliveries, ReceivedEvent.State state, String quoted) {
        return event(id, kind, deliveries, state, Sentence.quoted(quoted));
    }

    private static ReceivedEvent event(
            String id, FeedEvent.Kind kind, int deliveries, ReceivedEvent.State state, Sentence sentence) {
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
