package org.bankfeed.simulator.internal.api;

import java.time.Clock;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.oauth.Application;
import org.bankfeed.simulator.internal.oauth.Grants;
import org.bankfeed.simulator.internal.oauth.Reauthorizations;
import org.bankfeed.simulator.internal.oauth.TokenEndpoint;
import org.bankfeed.simulator.internal.state.StateFile;
import org.bankfeed.simulator.internal.web.Envelopes;
import org.bankfeed.simulator.internal.web.Handler;
import org.bankfeed.simulator.internal.web.Routes;

/** Both products' resources, each behind its chain of filters. */
public final class Api {

    /** Where Ponto Connect's paths start. */
    public static final String PREFIX = "/ponto-connect";

    private final Application application;
    private final Bank bank;
    private final Grants grants;
    private final Reauthorizations reauthorizations;
    private final StateFile state;
    private final Clock realClock;

    public Api(
            Application application,
            Bank bank,
            Grants grants,
            Reauthorizations reauthorizations,
            StateFile state,
            Clock realClock) {
        this.application = application;
        this.bank = bank;
        this.grants = grants;
        this.reauthorizations = reauthorizations;
        this.state = state;
        this.realClock = realClock;
    }

    /** Ponto Connect. */
    public Handler connect(int port, String authorizationSite) {
        Links links = new Links(port, PREFIX, authorizationSite);
        Access access = new Access(bank, grants, false);
        Routes routes = new Routes(PREFIX);
        TokenEndpoint.connect(application.connect(), grants, bank).register(routes);
        resources(routes, access, links).registerVendor(routes);
        new PaymentResources(access).register(routes);
        new WebhookKeys(state).register(routes);
        return chain(routes, access);
    }

    /** The custom integration. */
    public Handler custom(int port, String authorizationSite) {
        Links links = new Links(port, "", authorizationSite);
        Access access = new Access(bank, grants, true);
        Routes routes = new Routes("");
        TokenEndpoint.custom(application.custom(), grants, bank).register(routes);
        resources(routes, access, links);
        return chain(routes, access);
    }

    private OrganizationResources resources(Routes routes, Access access, Links links) {
        new RootResource(links).register(routes);
        new AccountResources(bank, grants, access, links, reauthorizations).register(routes);
        new SynchronizationResources(bank, access, links).register(routes);
        new InstitutionResources(bank, access, links).register(routes);
        new SandboxResources(bank, access, links).register(routes);
        OrganizationResources organization = new OrganizationResources(bank, grants, access, links);
        organization.register(routes);
        return organization;
    }

    private Handler chain(Routes routes, Access access) {
        return new Envelopes().before(new Idempotency(access, realClock).before(routes));
    }
}
