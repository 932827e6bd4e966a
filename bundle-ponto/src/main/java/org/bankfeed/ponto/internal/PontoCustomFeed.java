package org.bankfeed.ponto.internal;

import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.Organization;
import org.bankfeed.ponto.internal.config.CustomConfig;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.http.Time;
import org.bankfeed.store.Secrets;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.Designate;

/** A company's own integration: its client id and secret are the link, no person is needed. */
@Component(
        service = BankFeed.class,
        immediate = true, // so that a wrong configuration is told at once, not at the first call
        configurationPid = CustomConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = CustomConfig.class, factory = true)
public final class PontoCustomFeed extends PontoFeed {

    @Activate
    public PontoCustomFeed(CustomConfig config, BundleContext context) {
        this(Settings.of(config), context.getBundle().getVersion().toString(), Time.MACHINE);
    }

    PontoCustomFeed(Settings settings, String version, Time time) {
        super(settings, version, time);
    }

    @Override
    public AuthorizationStep authorize(Secrets secrets, AuthorizationRequest request) throws BankFeedException {
        return ponto().credentialsOwner(secrets);
    }

    /** Nobody is sent anywhere, so nobody comes back with a code. */
    @Override
    public Organization complete(Secrets secrets, AuthorizationRequest request, String code) throws BankFeedException {
        throw new BankFeedException.AuthorizationRefused(
                "Feed '" + name() + "' is linked by its credentials; no code is expected", null);
    }

    /** Which accounts are shared is chosen in the Ponto dashboard only. */
    @Override
    public boolean unshare(Secrets secrets, FeedAccountId account) {
        return false;
    }

    /** Only the company itself can end its integration, in its Ponto dashboard; here it is forgotten. */
    @Override
    public void revoke(Secrets secrets) {
        secrets.forget();
    }

    @Deactivate
    @Override
    void close() {
        super.close();
    }
}
