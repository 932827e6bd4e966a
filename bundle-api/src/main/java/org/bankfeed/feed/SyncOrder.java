package org.bankfeed.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A synchronization that a person ordered, and how far it has come. It is a small value to be kept while the person
 * waits: {@link BankFeed#follow} takes it and gives the next one.
 *
 * @param account which account is synchronized
 * @param address the person's own public address, which goes with each of its jobs
 * @param state how far it is
 * @param job what is being done, or was done last
 * @param id the provider's id of that job, or {@code null} if there is none
 * @param code the provider's word for why it failed, or {@code null}
 * @param said one sentence for the person
 * @param orderedAt when it was ordered
 */
public record SyncOrder(
        FeedAccountId account,
        String address,
        State state,
        Job job,
        @Nullable String id,
        @Nullable String code,
        String said,
        Instant orderedAt) {

    /** How far an order is. */
    public enum State {
        /** This feed takes no orders. */
        NOT_OFFERED,
        /** The provider is asking the bank: follow it in some seconds. */
        RUNNING,
        /** Done: what is new can be read now. */
        DONE,
        /** The bank was asked a moment ago, so what is there is recent: as good as done. */
        RECENT,
        /** It takes long; nobody needs to wait: what it brings is read later. */
        LEFT,
        /** Failed, and asking again later may help. */
        FAILED,
        /** Failed because the consent at the bank has ended: its holder renews it. */
        CONSENT_ENDED
    }

    /** The two jobs, one after the other. */
    public enum Job {
        DETAILS,
        TRANSACTIONS
    }

    /** Whether there is nothing more to follow. */
    public boolean isEnded() {
        return state != State.RUNNING;
    }

    /** What a feed says that takes no orders. */
    public static SyncOrder notOffered(FeedAccountId account, String address) {
        return new SyncOrder(
                account,
                address,
                State.NOT_OFFERED,
                Job.DETAILS,
                null,
                null,
                "This bank feed cannot be told to ask the bank now; it reads by itself.",
                Instant.EPOCH);
    }

    /** Without the person's address. */
    @Override
    public String toString() {
        return "SyncOrder[%s %s %s]".formatted(account.value(), job, state);
    }
}
