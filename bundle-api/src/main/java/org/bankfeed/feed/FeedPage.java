package org.bankfeed.feed;

import java.util.List;

/**
 * The next part of an account's lines.
 *
 * @param lines in the order in which the provider got to know them, oldest first within the page; a line that was
 *     given before may come again (changed or not): identity is its id
 * @param next to be committed together with the lines, and passed to the next call
 * @param more whether there is more to read now
 * @param order how this page stands to those before it
 */
public record FeedPage(List<FeedLine> lines, Position next, boolean more, Order order) {

    public FeedPage {
        lines = List.copyOf(lines);
    }

    /** How a page stands to the pages before it. */
    public enum Order {
        /** First load: this page is older than all given before; the account is complete when there is no more. */
        OLDER,
        /** Continued reading: this page is newer than all given before. */
        NEWER,
        /** A second look at lines given before, for what changed or came late; unknown ones among them are new. */
        AGAIN
    }
}
