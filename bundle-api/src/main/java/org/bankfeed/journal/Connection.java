package org.bankfeed.journal;

import java.time.Instant;
import org.bankfeed.feed.Organization;
import org.bankfeed.words.Sentence;
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
 * @param cause why it is broken; {@code null} exactly when it is not
 */
public record Connection(
        ConnectionId id,
        String feed,
        State state,
        @Nullable Organization organization,
        Instant since,
        @Nullable Instant lastReadAt,
        @Nullable Sentence problem,
        @Nullable Cause cause) {

    /** One of which no cause is known: {@link Cause#REFUSED} if it is broken. */
    public Connection(
            ConnectionId id,
            String feed,
            State state,
            @Nullable Organization organization,
            Instant since,
            @Nullable Instant lastReadAt,
            @Nullable Sentence problem) {
        this(id, feed, state, organization, since, lastReadAt, problem, state == State.BROKEN ? Cause.REFUSED : null);
    }

    /** How a link stands. */
    public enum State {
        /** A person was sent to the provider and has not come back. */
        CONNECTING,
        /**
         * He came back with another organization than the one connected so far. Nothing of it is read until a person
         * says that it was meant ({@link BankJournal#accept}) or not ({@link BankJournal#disconnect}).
         */
        UNCONFIRMED,
        CONNECTED,
        /** The provider refuses us; {@link Connection#cause} says why. Everything read so far stays. */
        BROKEN,
        /** Ended by a person. Everything read so far stays. */
        DISCONNECTED
    }

    /** Why a link is broken. */
    public enum Cause {
        /** Its token is refused: a person connects again. */
        REFUSED,
        /** Its user ended it at the provider: a person connects again, if he wants it back. */
        REVOKED,
        /** The provider blocked the organization. It is tried again by itself, and goes on when that is over. */
        BLOCKED
    }
}
