package org.bankfeed.journal.internal;

import java.net.InetAddress;
import java.net.URI;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.feed.FeedHealth;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedOrganization;
import org.bankfeed.feed.FeedPage;
import org.bankfeed.feed.FeedShare;
import org.bankfeed.feed.FeedUsage;
import org.bankfeed.feed.Organization;
import org.bankfeed.feed.Position;
import org.bankfeed.feed.SharedAccounts;
import org.bankfeed.feed.SyncOrder;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/** A feed in whose calls something can be made to happen: a kill, a fault. */
class KillableFeed implements BankFeed {

    /** What happens before a page is read. */
    interface Before {
        void page(FeedAccount account, int number) throws BankFeedException;
    }

    /** The end of the process: no handler for exceptions gets hold of it. */
    static final class Killed extends Error {}

    private final BankFeed feed;
    private int pages;
    private @Nullable Before before;

    KillableFeed(BankFeed feed) {
        this.feed = feed;
    }

    /** From now on, pages are counted from 1 and this happens before each. */
    void beforeEachPage(@Nullable Before happens) {
        pages = 0;
        before = happens;
    }

    @Override
    public FeedPage transactions(Secrets secrets, FeedAccount account, Position position) throws BankFeedException {
        pages++;
        if (before != null) {
            before.page(account, pages);
        }
        return feed.transactions(secrets, account, position);
    }

    @Override
    public boolean isUnfinished(Position position) {
        return feed.isUnfinished(position);
    }

    @Override
    public String name() {
        return feed.name();
    }

    @Override
    public AuthorizationStep authorize(Secrets secrets, AuthorizationRequest request) throws BankFeedException {
        return feed.authorize(secrets, request);
    }

    @Override
    public Organization complete(Secrets secrets, AuthorizationRequest request, String code) throws BankFeedException {
        return feed.complete(secrets, request, code);
    }

    @Override
    public List<FeedAccount> accounts(Secrets secrets) throws BankFeedException {
        return feed.accounts(secrets);
    }

    @Override
    public SharedAccounts sharedAccounts(Secrets secrets) throws BankFeedException {
        return feed.sharedAccounts(secrets);
    }

    @Override
    public List<FeedLine> pending(Secrets secrets, FeedAccount account) throws BankFeedException {
        return feed.pending(secrets, account);
    }

    @Override
    public FeedLine readAgain(FeedAccount account, String raw) {
        return feed.readAgain(account, raw);
    }

    @Override
    public URI reauthorize(Secrets secrets, FeedAccountId account, URI back) throws BankFeedException {
        return feed.reauthorize(secrets, account, back);
    }

    @Override
    public FeedEvent verify(Map<String, List<String>> headers, byte[] body)
            throws FeedEventRefusedException, BankFeedException {
        return feed.verify(headers, body);
    }

    @Override
    public void revoke(Secrets secrets) throws BankFeedException {
        feed.revoke(secrets);
    }

    @Override
    public List<FeedLine> changed(Secrets secrets, FeedAccount account, String synchronization)
            throws BankFeedException {
        return feed.changed(secrets, account, synchronization);
    }

    @Override
    public FeedHealth health() {
        return feed.health();
    }

    @Override
    public SyncOrder order(Secrets secrets, FeedAccountId account, InetAddress person) throws BankFeedException {
        return feed.order(secrets, account, person);
    }

    @Override
    public SyncOrder follow(Secrets secrets, SyncOrder order) throws BankFeedException {
        return feed.follow(secrets, order);
    }

    @Override
    public Optional<FeedOrganization> organization(Secrets secrets) throws BankFeedException {
        return feed.organization(secrets);
    }

    @Override
    public Map<FeedAccountId, FeedInstitution> institutions(Secrets secrets) throws BankFeedException {
        return feed.institutions(secrets);
    }

    @Override
    public void end(Secrets secrets, Organization organization) throws BankFeedException {
        feed.end(secrets, organization);
    }

    @Override
    public Optional<FeedUsage> usage(Secrets secrets, Organization organization, YearMonth month)
            throws BankFeedException {
        return feed.usage(secrets, organization, month);
    }

    @Override
    public Optional<List<FeedShare>> shares(Secrets secrets) throws BankFeedException {
        return feed.shares(secrets);
    }
}
