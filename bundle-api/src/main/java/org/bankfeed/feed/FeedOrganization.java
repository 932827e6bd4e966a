package org.bankfeed.feed;

import org.jspecify.annotations.Nullable;

/**
 * How a link's organization stands with its provider.
 *
 * @param organization whose accounts they are
 * @param onboardingComplete whether it has given the provider all that it must; if not in time, the provider deletes it
 *     and the link (Ponto after 72 hours)
 * @param reachedBy who reaches it by a mandate, an accountant perhaps; {@code null} if it links itself
 */
public record FeedOrganization(
        Organization organization,
        boolean onboardingComplete,
        @Nullable Organization reachedBy) {}
