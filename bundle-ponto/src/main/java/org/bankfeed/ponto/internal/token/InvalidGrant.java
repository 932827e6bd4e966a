package org.bankfeed.ponto.internal.token;

import org.jspecify.annotations.Nullable;

/** The code or refresh token that we gave is used, expired or revoked; what that means, the caller knows. */
public final class InvalidGrant extends Exception {

    private static final long serialVersionUID = 1L;

    private final @Nullable String requestId;

    InvalidGrant(@Nullable String requestId) {
        super("invalid_grant");
        this.requestId = requestId;
    }

    @Nullable
    public String requestId() {
        return requestId;
    }
}
