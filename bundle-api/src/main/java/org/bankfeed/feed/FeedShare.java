package org.bankfeed.feed;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account that an organization shares with our application, as the provider's own register has it.
 *
 * @param account the provider's id of the account
 * @param organization the provider's id of who shares it
 * @param institution the provider's id of its bank, or {@code null} if not told
 * @param since when it was shared, or {@code null} if not told
 * @param lastAccessedAt when the provider last saw us read it, or {@code null} if never or not told
 */
public record FeedShare(
        FeedAccountId account,
        String organization,
        @Nullable String institution,
        @Nullable Instant since,
        @Nullable Instant lastAccessedAt) {}
