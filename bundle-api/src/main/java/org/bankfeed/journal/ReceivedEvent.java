package org.bankfeed.journal;

import java.time.Instant;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A webhook that was taken, and what came of it. It is a hint to read and never data.
 *
 * @param id the provider's id of the event; one that is delivered several times is one event
 * @param kind what it tells
 * @param type the provider's own word for it
 * @param connection the link that it concerns
 * @param account the account that it concerns; {@code null} if none, or none that is known
 * @param createdAt when the provider made it, or {@code null}
 * @param receivedAt when it first came
 * @param deliveries how often it came
 * @param state what became of it
 * @param sentence what came of it, for a person; a quotation if an older version stored it
 */
public record ReceivedEvent(
        String id,
        FeedEvent.Kind kind,
        String type,
        ConnectionId connection,
        @Nullable AccountId account,
        @Nullable Instant createdAt,
        Instant receivedAt,
        int deliveries,
        State state,
        Sentence sentence) {

    /** What became of an event. */
    public enum State {
        /** Stored; the reading that it asks for comes next. */
        WAITING,
        /** Read since, or nothing was to be done. */
        DONE
    }
}
