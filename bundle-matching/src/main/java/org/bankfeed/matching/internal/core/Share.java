package org.bankfeed.matching.internal.core;

import org.jspecify.annotations.Nullable;

/**
 * What a line does to one document, in minor units.
 *
 * @param document the document's id
 * @param amount what it consumes of the outstanding amount; negative: an earlier share is taken back
 * @param writeOff settled beside it without cash
 * @param takesBack the id of the line whose share a negative amount takes back, else {@code null}
 */
public record Share(
        String document,
        long amount,
        long writeOff,
        @Nullable String takesBack) {

    /** A share without write-off. */
    public static Share of(String document, long amount) {
        return new Share(document, amount, 0, null);
    }

    /** By how much the document's outstanding amount falls. */
    public long settles() {
        return amount + writeOff;
    }
}
