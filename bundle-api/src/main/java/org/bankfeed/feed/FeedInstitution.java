package org.bankfeed.feed;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A bank, as the provider reaches it.
 *
 * @param id the provider's id of it
 * @param name its name, or {@code null} if not told
 * @param zone its time zone: its days are bank days
 * @param deprecated whether the provider replaced its connection to it, so that holders must authorize the replacement
 * @param pendingAvailable whether pending transactions can be read, or {@code null} if not told
 * @param authorizationDays how many days a consent is expected to last, or {@code null} if not told
 * @param maintenance what is being worked on, now or soon; {@code null} if nothing is
 * @param from when maintenance begins, or {@code null}
 * @param until when maintenance ends, or {@code null}
 */
public record FeedInstitution(
        String id,
        @Nullable String name,
        ZoneId zone,
        boolean deprecated,
        @Nullable Boolean pendingAvailable,
        @Nullable Integer authorizationDays,
        @Nullable Maintenance maintenance,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Whose maintenance it is. */
    public enum Maintenance {
        /** The provider works on its connection: nothing can be read. */
        PROVIDER,
        /** The bank cannot be reached: what is there can be read, nothing new comes. */
        BANK,
        /** A newer word than this version knows. */
        OTHER
    }

    /** Whether it is under maintenance at this moment. */
    public boolean isUnderMaintenance(Instant now) {
        return maintenance != null && (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    }
}
