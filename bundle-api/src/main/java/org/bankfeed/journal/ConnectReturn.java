package org.bankfeed.journal;

import org.jspecify.annotations.Nullable;

/**
 * The query with which a person came back from the provider.
 *
 * @param state as it was sent along
 * @param code the authorization code, or {@code null} if there was none
 * @param error the provider's error code, such as {@code access_denied}, or {@code null}
 */
public record ConnectReturn(
        String state, @Nullable String code, @Nullable String error) {}
