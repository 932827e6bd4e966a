package org.bankfeed.screens.internal.view;

import java.time.Instant;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.journal.ReceivedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A webhook in a list.
 *
 * @param said what it tells, in our words
 * @param type the provider's own word for it
 * @param account the label of the account that it concerns, or {@code null}
 * @param createdAt when the provider made it, or {@code null}
 * @param receivedAt when it first came
 * @param deliveries how often it came
 * @param done whether nothing more comes of it
 * @param sentence what came of it
 */
public record EventRow(
        String said,
        String type,
        @Nullable String account,
        @Nullable Instant createdAt,
        Instant receivedAt,
        int deliveries,
        boolean done,
        String sentence) {

    public static EventRow of(ReceivedEvent event, @Nullable String account) {
        return new EventRow(
                said(event.kind()),
                event.type(),
                account,
                event.createdAt(),
                event.receivedAt(),
                event.deliveries(),
                event.state() == ReceivedEvent.State.DONE,
                Words.sentence(event.sentence()));
    }

    private static String said(FeedEvent.Kind kind) {
        return switch (kind) {
            case SYNCHRONIZED_WITHOUT_CHANGE -> "Bank asked, nothing new";
            case SYNCHRONIZATION_FAILED -> "Bank could not be asked";
            case ACCOUNT_DETAILS_UPDATED -> "Balance or details changed";
            case TRANSACTIONS_CREATED -> "New lines";
            case TRANSACTIONS_UPDATED -> "Changed lines";
            case PENDING_TRANSACTIONS_CREATED -> "New lines that are not booked";
            case PENDING_TRANSACTIONS_UPDATED -> "Changed lines that are not booked";
            case ACCOUNT_REAUTHORIZED -> "Consent renewed";
            case LINK_CREATED -> "Connected";
            case LINK_REVOKED -> "Connection ended";
            case ACCOUNT_SHARED -> "Account shared";
            case ACCOUNT_UNSHARED -> "Account no longer shared";
            case ORGANIZATION_BLOCKED -> "Organization blocked";
            case ORGANIZATION_UNBLOCKED -> "Organization no longer blocked";
            case PAYMENT_REQUEST_CLOSED -> "Payment request closed";
            case UNKNOWN -> "Something newer than this version";
        };
    }
}
