package org.bankfeed.journal.internal;

import java.time.Instant;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedEvent.Kind;
import org.jspecify.annotations.Nullable;

/** Webhooks for tests. */
final class Events {

    static final String ORGANIZATION = "org-1";

    private Events() {}

    static FeedEvent created(String id, int count, Instant at) {
        return event(id, id + "-1", Kind.TRANSACTIONS_CREATED, ORGANIZATION, JournalHarness.CURRENT, count, at);
    }

    static FeedEvent of(String id, Kind kind, Instant at) {
        return event(id, id + "-1", kind, ORGANIZATION, null, null, at);
    }

    /** The same with a delivery id of a test's own, for the tests of a class share one database. */
    static FeedEvent within(String test, FeedEvent event) {
        return new FeedEvent(
                event.id(),
                test + event.deliveryId(),
                event.deliveryEnds(),
                event.kind(),
                event.type(),
                event.organization(),
                event.account(),
                event.synchronization(),
                event.count(),
                event.createdAt());
    }

    static FeedEvent event(
            String id,
            String delivery,
            Kind kind,
            String organization,
            @Nullable FeedAccountId account,
            @Nullable Integer count,
            Instant at) {
        return new FeedEvent(
                id, delivery, at.plusSeconds(90), kind, "fake." + kind, organization, account, "s-1", count, at);
    }
}
