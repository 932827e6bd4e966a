package org.bankfeed.journal.internal.table;

import java.time.Instant;
import org.bankfeed.feed.FeedEvent.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A webhook of a company's link, as far as a reading needs it.
 *
 * @param feedAccount the provider's id of the account that it concerns, or {@code null}
 * @param told how many lines it tells of, or {@code null}
 * @param missing how many of them did not come yet, once it was read; 0 until then
 * @param createdAt when the provider made it, or {@code null}
 * @param synchronization of which it tells, or {@code null}
 */
public record EventRow(
        String feed,
        String id,
        String connection,
        Kind kind,
        @Nullable String feedAccount,
        @Nullable Integer told,
        int missing,
        @Nullable Instant createdAt,
        Instant receivedAt,
        @Nullable String synchronization) {

    public EventRow withMissing(int now) {
        return new EventRow(feed, id, connection, kind, feedAccount, told, now, createdAt, receivedAt, synchronization);
    }

    /** When its lines could be read at the latest. */
    public Instant madeAt() {
        return createdAt == null ? receivedAt : createdAt;
    }

    /** Whether it tells that a synchronization changed lines of an account, and of which one. */
    public boolean tellsOfChanges(String account) {
        return kind == Kind.TRANSACTIONS_UPDATED && synchronization != null && account.equals(feedAccount);
    }

    /** How many new lines it tells of, or 0. */
    public int newLines() {
        return kind == Kind.TRANSACTIONS_CREATED && told != null ? Math.max(0, told) : 0;
    }
}
