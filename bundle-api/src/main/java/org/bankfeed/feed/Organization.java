package org.bankfeed.feed;

import org.jspecify.annotations.Nullable;

/**
 * The provider's customer whose accounts a link shares.
 *
 * @param id the provider's id of it; a link to another one than before is another link
 * @param name its name, or {@code null} if not told
 */
public record Organization(String id, @Nullable String name) {}
