package org.bankfeed.journal.internal.table;

import org.bankfeed.feed.FeedPage;
import org.bankfeed.feed.Position;

/**
 * One id that a provider gave an account, and how far the account was read under it.
 *
 * @param account the journal's id of the account
 * @param number 1, 2, 3 … within the account
 * @param feed through which it was given
 * @param feedAccount the id
 * @param shared whether the provider shares it now
 * @param complete whether its first load is complete
 * @param sameIds whether lines known under another alias came under their known ids: then there is no overlap to compare
 * @param position where reading goes on
 * @param lowestOrder the bank order of its oldest line
 * @param highestOrder the bank order of its newest line
 */
public record AliasRow(
        String account,
        int number,
        String feed,
        String feedAccount,
        boolean shared,
        boolean complete,
        boolean sameIds,
        Position position,
        long lowestOrder,
        long highestOrder) {

    public AliasRow withSameIds() {
        return new AliasRow(
                account, number, feed, feedAccount, shared, complete, true, position, lowestOrder, highestOrder);
    }

    /** Where it stands after a page of so many lines. */
    public AliasRow after(FeedPage page) {
        int size = page.lines().size();
        boolean older = page.order() == FeedPage.Order.OLDER;
        return new AliasRow(
                account,
                number,
                feed,
                feedAccount,
                shared,
                complete || !page.more(),
                sameIds,
                page.next(),
                older ? lowestOrder - size : lowestOrder,
                older ? highestOrder : highestOrder + size);
    }

    /** The bank order of the page's first line: an older page goes before all, any other one after all. */
    public long firstOrder(FeedPage page) {
        return page.order() == FeedPage.Order.OLDER ? lowestOrder - page.lines().size() : highestOrder + 1;
    }
}
