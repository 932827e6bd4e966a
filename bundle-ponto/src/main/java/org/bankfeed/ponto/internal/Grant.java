package org.bankfeed.ponto.internal;

import org.bankfeed.store.Secret;
import org.jspecify.annotations.Nullable;

/** What the token endpoint gave; the refresh token is {@code null} if the one we have stays. */
record Grant(AccessToken access, @Nullable Secret refresh) {}
