package org.bankfeed.ponto.internal.token;

import org.bankfeed.ponto.internal.http.AccessToken;
import org.bankfeed.store.Secret;
import org.jspecify.annotations.Nullable;

/** What the token endpoint gave; the refresh token is {@code null} if the one we have stays. */
public record Grant(AccessToken access, @Nullable Secret refresh) {}
