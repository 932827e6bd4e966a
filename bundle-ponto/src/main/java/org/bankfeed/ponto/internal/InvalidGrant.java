package org.bankfeed.ponto.internal;

import org.jspecify.annotations.Nullable;

/** The code or refresh token that we gave is used, expired or revoked; what that means, the caller knows. */
final class InvalidGrant extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String requestId;

    InvalidGrant(@Nullable String requestId) {
        super("invalid_grant");
        this.requestId = requestId;
    }

    @Nullable
    String requestId() {
        return requestId;
    }
}
