package org.bankfeed.ponto.internal.http;

import org.bankfeed.store.Secret;

/**
 * An access token; it lives in memory only.
 *
 * @param staleAt on the machine's monotonic clock, in nanoseconds: from then on a new one is taken
 */
public record AccessToken(Secret value, long staleAt) {

    public boolean isFresh(long now) {
        return now - staleAt < 0;
    }

    public String bearer() {
        return "Bearer " + value.reveal();
    }
}
