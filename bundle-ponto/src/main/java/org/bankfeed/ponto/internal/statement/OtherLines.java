package org.bankfeed.ponto.internal.statement;

import java.util.List;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.ponto.internal.resource.Listings;
import org.bankfeed.store.Secrets;

/** Lines beside the statement, read as whole lists: those not booked yet, and those that a synchronization changed. */
public final class OtherLines {

    private final Listings listings;

    public OtherLines(Listings listings) {
        this.listings = listings;
    }

    /** None where the bank has no such list. */
    public List<FeedLine> pending(Secrets secrets, FeedAccount account) throws BankFeedException {
        return read(
                account,
                listings.allIfAny(
                        secrets,
                        "reading pending transactions",
                        "accounts",
                        account.id().value(),
                        "pending-transactions"));
    }

    /** None where the synchronization is not known (any more). */
    public List<FeedLine> changed(Secrets secrets, FeedAccount account, String synchronization)
            throws BankFeedException {
        return read(
                account,
                listings.allIfAny(
                        secrets,
                        "reading the transactions that a synchronization changed",
                        "synchronizations",
                        synchronization,
                        "updated-transactions"));
    }

    private static List<FeedLine> read(FeedAccount account, List<Listings.Item> items) {
        return items.stream()
                .map(item -> Lines.read(item.raw(), account.zone()))
                .toList();
    }
}
