package org.bankfeed.ponto.internal;

import org.jspecify.annotations.Nullable;

/**
 * What Ponto answered, whatever it was.
 *
 * @param requestId from the header; {@code null} if there was none
 * @param retryAfter the header as it came
 */
record Answer(
        int status,
        String body,
        @Nullable String requestId,
        @Nullable String retryAfter) {

    boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Without the body, which may hold a token. */
    @Override
    public String toString() {
        return "HTTP " + status;
    }
}
