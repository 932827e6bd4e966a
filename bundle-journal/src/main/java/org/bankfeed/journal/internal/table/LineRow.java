package org.bankfeed.journal.internal.table;

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
 * @param doubtful whether it waits for a person to say whether it is known
 * @param aliasContent if it is known under the id it now came with only by another link: what it said there
 */
public record LineRow(
        String feedId,
        int alias,
        @Nullable FeedTransaction read,
        String raw,
        boolean logged,
        boolean doubtful,
        @Nullable String aliasContent) {

    public LineRow with(FeedTransaction newRead, String newRaw, boolean nowLogged) {
        return new LineRow(feedId, alias, newRead, newRaw, nowLogged, doubtful, aliasContent);
    }

    public LineRow inDoubt(boolean is) {
        return new LineRow(feedId, alias, read, raw, logged, is, aliasContent);
    }

    /** The same, known by what another link said of it. */
    public LineRow asGivenBy(String content) {
        return new LineRow(feedId, alias, read, raw, logged, doubtful, content);
    }
}
