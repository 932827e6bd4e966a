package org.bankfeed.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a provider called out to us, proven to be its own words. An event is a hint to read, never data: it may come
 * twice, late, in another order, or not at all.
 *
 * @param id the event's own id; a repeated delivery has the same
 * @param deliveryId the id of this one delivery ({@code jti}); a second one with the same id is a replay
 * @param deliveryEnds until when the delivery can be accepted, tolerance included: so long its id is to be remembered
 * @param kind what happened
 * @param type the provider's own word for it
 * @param organization whom it concerns, by the provider's id
 * @param account which account it concerns
 * @param synchronization which synchronization it tells of
 * @param count how many transactions it tells of
 * @param createdAt when the provider made it
 */
public record FeedEvent(
        String id,
        String deliveryId,
        Instant deliveryEnds,
        Kind kind,
        String type,
        @Nullable String organization,
        @Nullable FeedAccountId account,
        @Nullable String synchronization,
        @Nullable Integer count,
        @Nullable Instant createdAt) {

    /** What may happen. */
    public enum Kind {
        /** A synchronization went well and found nothing new. */
        SYNCHRONIZED_WITHOUT_CHANGE,
        /** A synchronization failed; why, the account tells. */
        SYNCHRONIZATION_FAILED,
        /** Balances or texts of an account changed. */
        ACCOUNT_DETAILS_UPDATED,
        /** {@link FeedEvent#count} new transactions can be read. */
        TRANSACTIONS_CREATED,
        /** {@link FeedEvent#count} transactions changed. */
        TRANSACTIONS_UPDATED,
        PENDING_TRANSACTIONS_CREATED,
        PENDING_TRANSACTIONS_UPDATED,
        /** The holder renewed his consent at the bank. */
        ACCOUNT_REAUTHORIZED,
        /** An organization linked itself; its return to us may come later than this event. */
        LINK_CREATED,
        /** An organization ended its link. */
        LINK_REVOKED,
        ACCOUNT_SHARED,
        /** An account is not shared any more. */
        ACCOUNT_UNSHARED,
        ORGANIZATION_BLOCKED,
        ORGANIZATION_UNBLOCKED,
        PAYMENT_REQUEST_CLOSED,
        /** A newer word than this version knows; {@link FeedEvent#type} has it. */
        UNKNOWN
    }
}
