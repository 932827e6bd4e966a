package org.bankfeed.journal.internal;

import org.bankfeed.feed.FeedTransaction;
import org.jspecify.annotations.Nullable;

/**
 * A line that is known.
 *
 * @param feedId its id within the account
 * @param alias under which alias of the account it first came
 * @param read what it says, or {@code null} while it cannot be read
 * @param raw the provider's words
 * @param logged whether it is in the log
 * @param aliasContent if it is known under the id it now came with only by another link: what it said there
 */
record LineRow(
        String feedId,
        int alias,
        @Nullable FeedTransaction read,
        String raw,
        boolean logged,
        @Nullable String aliasContent) {

    LineRow with(FeedTransaction newRead, String newRaw, boolean nowLogged) {
        return new LineRow(feedId, alias, newRead, newRaw, nowLogged, aliasContent);
    }
}
