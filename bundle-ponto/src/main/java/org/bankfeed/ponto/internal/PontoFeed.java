package org.bankfeed.ponto.internal;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedHealth;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedOrganization;
import org.bankfeed.feed.FeedPage;
import org.bankfeed.feed.Position;
import org.bankfeed.feed.SharedAccounts;
import org.bankfeed.feed.SyncOrder;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.http.Time;
import org.bankfeed.ponto.internal.statement.Lines;
import org.bankfeed.ponto.internal.statement.ReadingPosition;
import org.bankfeed.store.Secrets;

/** What both products do alike; they differ in how a link begins and ends. */
abstract sealed class PontoFeed implements BankFeed permits PontoConnectFeed, PontoCustomFeed {

    private final String name;
    private final Configured configured;

    PontoFeed(Settings settings, String version, Time time) {
        this.name = settings.feed();
        this.configured = new Configured(settings, "bankfeed-ponto/" + version, time);
        configured.prove();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<FeedAccount> accounts(Secrets secrets) throws BankFeedException {
        return sharedAccounts(secrets).accounts();
    }

    @Override
    public SharedAccounts sharedAccounts(Secrets secrets) throws BankFeedException {
        return ponto().accounts(secrets);
    }

    @Override
    public FeedPage transactions(Secrets secrets, FeedAccount account, Position position) throws BankFeedException {
        return ponto().transactions(secrets, account, position);
    }

    @Override
    public boolean isUnfinished(Position position) {
        return ReadingPosition.of(position).isUnfinished();
    }

    @Override
    public List<FeedLine> pending(Secrets secrets, FeedAccount account) throws BankFeedException {
        return ponto().pending(secrets, account);
    }

    @Override
    public List<FeedLine> changed(Secrets secrets, FeedAccount account, String synchronization)
            throws BankFeedException {
        return ponto().changed(secrets, account, synchronization);
    }

    @Override
    public FeedLine readAgain(FeedAccount account, String raw) {
        return Lines.read(raw, account.zone());
    }

    @Override
    public URI reauthorize(Secrets secrets, FeedAccountId account, URI back) throws BankFeedException {
        return ponto().reauthorize(secrets, account, back);
    }

    @Override
    public SyncOrder order(Secrets secrets, FeedAccountId account, InetAddress person) throws BankFeedException {
        return ponto().orders().begin(secrets, account, person);
    }

    @Override
    public SyncOrder follow(Secrets secrets, SyncOrder order) throws BankFeedException {
        return ponto().orders().follow(secrets, order);
    }

    @Override
    public Optional<FeedOrganization> organization(Secrets secrets) throws BankFeedException {
        return ponto().organization(secrets);
    }

    @Override
    public Map<FeedAccountId, FeedInstitution> institutions(Secrets secrets) throws BankFeedException {
        return ponto().institutions(secrets);
    }

    @Override
    public boolean unshare(Secrets secrets, FeedAccountId account) throws BankFeedException {
        ponto().unshare(secrets, account);
        return true;
    }

    @Override
    public FeedHealth health() {
        return configured.health();
    }

    Ponto ponto() throws BankFeedException {
        return configured.ponto();
    }

    void close() {
        configured.close();
    }
}
