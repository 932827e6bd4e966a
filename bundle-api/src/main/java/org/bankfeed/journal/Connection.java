package org.bankfeed.journal;

import java.time.Instant;
import org.bankfeed.feed.Organization;
import org.jspecify.annotations.Nullable;

/**
 * A company's link to a provider.
 *
 * @param id the journal's id
 * @param feed the name of the feed it goes through
 * @param state how it stands
 * @param organization whose accounts it shares; {@code null} until linked
 * @param since when the state began
 * @param lastReadAt when it was last read without a fault, or {@code null}
 * @param problem what is wrong, in one sentence; {@code null} when nothing is
 */
public record Connection(
        ConnectionId id,
        String feed,
        State state,
        @Nullable Organization organization,
        Instant since,
        @Nullable Instant lastReadAt,
        @Nullable String problem) {

    /** How a link stands. */
    public enum State {
        /** A person was sent to the provider and has not come back. */
        CONNECTING,
        CONNECTED,
        /** The provider refuses us: a person must connect again. Everything read so far stays. */
        BROKEN,
        /** Ended by a person. Everything read so far stays. */
        DISCONNECTED
    }
}
