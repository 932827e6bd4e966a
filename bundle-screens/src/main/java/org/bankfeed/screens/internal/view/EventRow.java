package org.bankfeed.screens.internal.view;

import java.time.Instant;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.journal.ReceivedEvent;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.words.Sentence;
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
        Message said,
        String type,
        @Nullable String account,
        @Nullable Instant createdAt,
        Instant receivedAt,
        int deliveries,
        boolean done,
        Sentence sentence) {

    public static EventRow of(ReceivedEvent event, @Nullable String account) {
        return new EventRow(
                said(event.kind()),
                event.type(),
                account,
                event.createdAt(),
                event.receivedAt(),
                event.deliveries(),
                event.state() == ReceivedEvent.State.DONE,
                event.sentence());
    }

    private static Message said(FeedEvent.Kind kind) {
        return Message.of(
                switch (kind) {
                    case SYNCHRONIZED_WITHOUT_CHANGE -> "event.unchanged";
                    case SYNCHRONIZATION_FAILED -> "event.failed";
                    case ACCOUNT_DETAILS_UPDATED -> "event.details";
                    case TRANSACTIONS_CREATED -> "event.new";
                    case TRANSACTIONS_UPDATED -> "event.changed";
                    case PENDING_TRANSACTIONS_CREATED -> "event.new-pending";
                    case PENDING_TRANSACTIONS_UPDATED -> "event.changed-pending";
                    case ACCOUNT_REAUTHORIZED -> "event.renewed";
                    case LINK_CREATED -> "event.connected";
                    case LINK_REVOKED -> "event.ended";
                    case ACCOUNT_SHARED -> "event.shared";
                    case ACCOUNT_UNSHARED -> "event.unshared";
                    case ORGANIZATION_BLOCKED -> "event.blocked";
                    case ORGANIZATION_UNBLOCKED -> "event.unblocked";
                    case PAYMENT_REQUEST_CLOSED -> "event.request";
                    case UNKNOWN -> "event.unknown";
                });
    }
}
