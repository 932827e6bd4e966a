package org.bankfeed.ponto.internal.wire;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What Ponto answered, whatever it was.
 *
 * @param requestId from the header; {@code null} if there was none
 * @param retryAfter how long Ponto wants us to wait; {@code null} if it does not say
 */
public record Answer(
        int status,
        String body,
        @Nullable String requestId,
        @Nullable Duration retryAfter) {

    public Answer {
        requestId = Words.of(requestId);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Without the body, which may hold a token. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
