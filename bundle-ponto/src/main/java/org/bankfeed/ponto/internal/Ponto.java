package org.bankfeed.ponto.internal;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedOrganization;
import org.bankfeed.feed.FeedPage;
import org.bankfeed.feed.Organization;
import org.bankfeed.feed.Position;
import org.bankfeed.feed.SharedAccounts;
import org.bankfeed.ponto.internal.access.Access;
import org.bankfeed.ponto.internal.account.Accounts;
import org.bankfeed.ponto.internal.account.Institutions;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.http.Patience;
import org.bankfeed.ponto.internal.http.Time;
import org.bankfeed.ponto.internal.http.Transport;
import org.bankfeed.ponto.internal.link.Linking;
import org.bankfeed.ponto.internal.link.Organizations;
import org.bankfeed.ponto.internal.link.Reauthorization;
import org.bankfeed.ponto.internal.link.Vendor;
import org.bankfeed.ponto.internal.order.Orders;
import org.bankfeed.ponto.internal.resource.Listings;
import org.bankfeed.ponto.internal.resource.Resources;
import org.bankfeed.ponto.internal.statement.OtherLines;
import org.bankfeed.ponto.internal.statement.Statement;
import org.bankfeed.ponto.internal.token.ClientTokens;
import org.bankfeed.ponto.internal.token.LinkTokens;
import org.bankfeed.ponto.internal.token.TokenEndpoint;
import org.bankfeed.ponto.internal.token.Tokens;
import org.bankfeed.ponto.internal.webhook.WebhookKeys;
import org.bankfeed.ponto.internal.webhook.Webhooks;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/** Everything that speaks by one {@link Access}, put together once; what both products have in common. */
final class Ponto implements AutoCloseable {

    private final Access access;
    private final Transport transport;
    private final Organizations organizations;
    private final Accounts accounts;
    private final Statement statement;
    private final OtherLines otherLines;
    private final Reauthorization reauthorization;
    private final Webhooks webhooks;
    private final Orders orders;
    private final Vendor vendor;
    private final @Nullable Linking linking;

    Ponto(Access access, Settings.Product product, String userAgent, Time time) throws ConfigurationFault {
        Errors errors = new Errors(access.feed(), access.retries().longestTold(), access.errorCodes());
        this.access = access;
        this.transport = new Transport(access, userAgent, errors, time);
        Patience patience = new Patience(access.feed(), access.retries(), time);
        TokenEndpoint endpoint = new TokenEndpoint(access, transport, errors, time::nanos);
        LinkTokens linkTokens =
                product == Settings.Product.CONNECT ? new LinkTokens(endpoint, access.clientId(), time::nanos) : null;
        Tokens tokens = linkTokens != null ? linkTokens : new ClientTokens(endpoint, time::nanos);
        Resources resources = new Resources(access, transport, tokens, patience, errors);
        this.organizations = new Organizations(resources, errors);
        Institutions institutions = new Institutions(resources, access.defaultZone());
        Listings listings = new Listings(resources, errors, access.pageSize());
        this.accounts = new Accounts(
                resources, listings, institutions, errors, access.orders().consent());
        this.statement = new Statement(resources, errors, access.pageSize());
        this.otherLines = new OtherLines(listings);
        this.reauthorization = new Reauthorization(resources, errors);
        this.orders = new Orders(resources, errors, access.orders(), time);
        this.webhooks = new Webhooks(access.hooks(), new WebhookKeys(access.hooks(), transport, errors, time), time);
        Resources byClient =
                new Resources(access, transport, new ClientTokens(endpoint, time::nanos), patience, errors);
        this.vendor = new Vendor(byClient, errors, access.pageSize(), access.onboardingType());
        this.linking =
                linkTokens == null ? null : new Linking(access, endpoint, linkTokens, organizations, patience, vendor);
    }

    /** Only for Ponto Connect. */
    Linking linking() {
        if (linking == null) {
            throw new IllegalStateException("the custom integration is not linked by a person");
        }
        return linking;
    }

    /** Only for Ponto Connect: the custom integration has no application of its own. */
    Vendor vendor() {
        return vendor;
    }

    FeedEvent verify(Map<String, List<String>> headers, byte[] body)
            throws FeedEventRefusedException, BankFeedException {
        return webhooks.verify(headers, body);
    }

    Orders orders() {
        return orders;
    }

    /** Empty where this product does not tell. */
    Optional<FeedOrganization> organization(Secrets secrets) throws BankFeedException {
        return organizations.standing(secrets);
    }

    Map<FeedAccountId, FeedInstitution> institutions(Secrets secrets) throws BankFeedException {
        return accounts.institutions(secrets);
    }

    void unshare(Secrets secrets, FeedAccountId account) throws BankFeedException {
        accounts.remove(secrets, account);
    }

    /** The organization whose credentials we hold; by its client id where Ponto does not tell. */
    AuthorizationStep.Linked credentialsOwner(Secrets secrets) throws BankFeedException {
        String credentials = "client:" + access.clientId();
        Organization told = organizations.ownIfTold(secrets);
        return new AuthorizationStep.Linked(told != null ? told : new Organization(credentials, null), credentials);
    }

    SharedAccounts accounts(Secrets secrets) throws BankFeedException {
        return accounts.all(secrets);
    }

    FeedPage transactions(Secrets secrets, FeedAccount account, Position position) throws BankFeedException {
        return statement.read(secrets, account, position);
    }

    List<FeedLine> pending(Secrets secrets, FeedAccount account) throws BankFeedException {
        return otherLines.pending(secrets, account);
    }

    List<FeedLine> changed(Secrets secrets, FeedAccount account, String synchronization) throws BankFeedException {
        return otherLines.changed(secrets, account, synchronization);
    }

    URI reauthorize(Secrets secrets, FeedAccountId account, URI back) throws BankFeedException {
        return reauthorization.page(secrets, account, back);
    }

    @Override
    public void close() {
        transport.close();
    }
}
