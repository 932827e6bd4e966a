package org.bankfeed.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.function.UnaryOperator;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.oauth.Application;
import org.bankfeed.simulator.internal.oauth.Grants;
import org.bankfeed.simulator.internal.oauth.Reauthorizations;
import org.bankfeed.simulator.internal.oauth.TokenEndpoint;
import org.bankfeed.simulator.internal.web.Envelopes;
import org.bankfeed.simulator.internal.web.Filter;
import org.bankfeed.simulator.internal.web.Handler;
import org.bankfeed.simulator.internal.web.Routes;
import org.bankfeed.simulator.internal.webhook.WebhookKeys;

/** Both products' resources, each behind its chain of filters. */
public final class Api {

    /** Where Ponto Connect's paths start. */
    public static final String PREFIX = "/ponto-connect";

    private final Application application;
    private final Bank bank;
    private final Grants grants;
    private final Reauthorizations reauthorizations;
    private final WebhookKeys webhookKeys;
    private final Clock realClock;
    private final Filter faults;
    private final Filter signatures;
    private final UnaryOperator<ObjectNode> oddities;

    /**
     * What stands between a request and its answer.
     *
     * @param faults in front of everything
     * @param signatures refuses what is not signed
     * @param oddities changes resources before they are shown
     */
    public record Between(Filter faults, Filter signatures, UnaryOperator<ObjectNode> oddities) {}

    public Api(
            Application application,
            Bank bank,
            Grants grants,
            Reauthorizations reauthorizations,
            WebhookKeys webhookKeys,
            Clock realClock,
            Between between) {
        this.application = application;
        this.bank = bank;
        this.grants = grants;
        this.reauthorizations = reauthorizations;
        this.webhookKeys = webhookKeys;
        this.realClock = realClock;
        this.faults = between.faults();
        this.signatures = between.signatures();
        this.oddities = between.oddities();
    }

    /** Ponto Connect. */
    public Handler connect(int port, String authorizationSite) {
        Links links = new Links(port, PREFIX, authorizationSite);
        Access access = new Access(bank, grants, false);
        Routes routes = new Routes(PREFIX);
        TokenEndpoint.connect(application.connect(), grants, bank).register(routes);
        resources(routes, access, links).registerVendor(routes);
        new PaymentResources(access).register(routes);
        new WebhookRoot(links).register(routes);
        webhookKeys.register(routes);
        return chain(routes, access, signatures);
    }

    /** The custom integration. */
    public Handler custom(int port, String authorizationSite) {
        Links links = new Links(port, "", authorizationSite);
        Access access = new Access(bank, grants, true);
        Routes routes = new Routes("");
        TokenEndpoint.custom(application.custom(), grants, bank).register(routes);
        resources(routes, access, links);
        return chain(routes, access, (request, next) -> next.handle(request));
    }

    private OrganizationResources resources(Routes routes, Access access, Links links) {
        new RootResource(links).register(routes);
        new AccountResources(bank, grants, access, links, reauthorizations, oddities).register(routes);
        new SynchronizationResources(bank, access, links, oddities).register(routes);
        new InstitutionResources(bank, access, links).register(routes);
        new SandboxResources(bank, access, links).register(routes);
        OrganizationResources organization = new OrganizationResources(bank, grants, access, links);
        organization.register(routes);
        return organization;
    }

    private Handler chain(Routes routes, Access access, Filter guard) {
        Filter settled = (request, next) -> {
            bank.settleNow(); // what was due has happened before anybody is answered
            return next.handle(request);
        };
        Handler once = new Idempotency(access, realClock).before(routes);
        return settled.before(faults.before(new Envelopes().before(guard.before(once))));
    }
}
