package org.bankfeed.ponto.internal;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.feed.FeedShare;
import org.bankfeed.feed.FeedUsage;
import org.bankfeed.feed.Organization;
import org.bankfeed.ponto.internal.config.ConnectConfig;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.http.Time;
import org.bankfeed.store.Secrets;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** Ponto Connect: a person consents in his browser (OAuth 2 with PKCE), we are known by a TLS certificate. */
@Component(
        service = BankFeed.class,
        immediate = true, // so that a wrong configuration is told at once, not at the first call
        configurationPid = ConnectConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = ConnectConfig.class, factory = true)
public final class PontoConnectFeed extends PontoFeed {

    @Activate
    public PontoConnectFeed(ConnectConfig config, BundleContext context) {
        this(Settings.of(config), context.getBundle().getVersion().toString(), Time.MACHINE);
    }

    public PontoConnectFeed(Settings settings, String version, Time time) {
        super(settings, version, time);
    }

    @Override
    public AuthorizationStep authorize(Secrets secrets, AuthorizationRequest request) throws BankFeedException {
        return new AuthorizationStep.Visit(ponto().linking().begin(secrets, request));
    }

    @Override
    public Organization complete(Secrets secrets, AuthorizationRequest request, String code) throws BankFeedException {
        return ponto().linking().complete(secrets, request, code);
    }

    @Override
    public void revoke(Secrets secrets) throws BankFeedException {
        ponto().linking().end(secrets, null);
    }

    @Override
    public void end(Secrets secrets, Organization organization) throws BankFeedException {
        ponto().linking().end(secrets, organization.id());
    }

    @Override
    public FeedEvent verify(Map<String, List<String>> headers, byte[] body)
            throws FeedEventRefusedException, BankFeedException {
        return ponto().verify(headers, body);
    }

    @Override
    public Optional<FeedUsage> usage(Secrets secrets, Organization organization, YearMonth month)
            throws BankFeedException {
        return Optional.of(ponto().vendor().usage(secrets, organization.id(), month));
    }

    @Override
    public Optional<List<FeedShare>> shares(Secrets secrets) throws BankFeedException {
        return Optional.of(ponto().vendor().integrationAccounts(secrets));
    }

    @Deactivate
    @Override
    public void close() {
        super.close();
    }
}
