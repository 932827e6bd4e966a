package org.bankfeed.simulator.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import org.bankfeed.simulator.SimulatorOptions;
import org.bankfeed.simulator.SimulatorOptions.Ports;
import org.bankfeed.simulator.internal.api.Api;
import org.bankfeed.simulator.internal.api.Api.Between;
import org.bankfeed.simulator.internal.bank.Bank;
import org.bankfeed.simulator.internal.control.ControlRoom;
import org.bankfeed.simulator.internal.control.ControlSite;
import org.bankfeed.simulator.internal.fault.CallFaults;
import org.bankfeed.simulator.internal.fault.Dice;
import org.bankfeed.simulator.internal.fault.OddValues;
import org.bankfeed.simulator.internal.oauth.Application;
import org.bankfeed.simulator.internal.oauth.AuthorizationSite;
import org.bankfeed.simulator.internal.oauth.Grants;
import org.bankfeed.simulator.internal.oauth.Reauthorizations;
import org.bankfeed.simulator.internal.state.StateFile;
import org.bankfeed.simulator.internal.tls.Certificates;
import org.bankfeed.simulator.internal.tls.SignatureCertificate;
import org.bankfeed.simulator.internal.web.Door;
import org.bankfeed.simulator.internal.web.Door.ClientCertificate;
import org.bankfeed.simulator.internal.web.Filter;
import org.bankfeed.simulator.internal.web.HttpSignature;
import org.bankfeed.simulator.internal.webhook.WebhookKeys;
import org.bankfeed.simulator.internal.webhook.Webhooks;
import org.jspecify.annotations.Nullable;

/** The parts put together, and their three doors. */
public final class Simulation implements AutoCloseable {

    private static final String PORTS = "ports";

    private final Application application;
    private final Certificates certificates;
    private final String redirectUri;
    private final Door api;
    private final Door site;
    private final Door custom;
    private @Nullable More more;

    /** What needs the ports to be known first. */
    private record More(SignatureCertificate signing, ControlRoom control, Webhooks webhooks) {}

    private Simulation(
            Application application, Certificates certificates, String redirectUri, Door api, Door site, Door custom) {
        this.application = application;
        this.certificates = certificates;
        this.redirectUri = redirectUri;
        this.api = api;
        this.site = site;
        this.custom = custom;
    }

    /** Starts; the doors are open when it returns. */
    public static Simulation start(SimulatorOptions options) throws IOException {
        Path directory = options.state();
        StateFile state = directory == null ? StateFile.inMemory() : StateFile.in(directory);
        Certificates certificates = directory == null ? Certificates.create() : Certificates.in(directory);
        Application application = Application.in(state);
        Bank bank = World.bank(options, state);
        Grants grants = new Grants(state, bank.organization().id(), options.clocks());
        Reauthorizations reauthorizations = new Reauthorizations();
        SignatureCertificate signing =
                directory == null ? SignatureCertificate.create() : SignatureCertificate.in(directory);
        Dice dice = new Dice(options.behaviour().faults());
        WebhookKeys keys = new WebhookKeys(state, options.behaviour().webhooks().keys());
        Simulation simulation = listen(options, state, application, certificates);
        Webhooks webhooks = new Webhooks(
                dice,
                keys,
                new Webhooks.Sender(simulation.issuer(), application.id()),
                options.clocks(),
                options.behaviour().webhooks());
        ControlRoom control = new ControlRoom(bank, grants, dice, keys, webhooks);
        AuthorizationSite pages =
                new AuthorizationSite(application, options.redirectUris(), grants, bank, reauthorizations);
        Api resources = new Api(
                application,
                bank,
                grants,
                reauthorizations,
                keys,
                options.clocks().real(),
                new Between(new CallFaults(dice), signatures(options, signing), new OddValues(dice)));
        String siteUrl = simulation.siteUrl();
        ControlSite controls = new ControlSite(control, simulation.site.port());
        simulation.site.open(pages.handler(controls::register));
        simulation.custom.open(resources.custom(simulation.custom.port(), siteUrl));
        simulation.api.open(resources.connect(simulation.api.port(), siteUrl));
        simulation.more = new More(signing, control, webhooks);
        return simulation;
    }

    private static Filter signatures(SimulatorOptions options, SignatureCertificate signing) {
        return options.behaviour().live()
                ? new HttpSignature(
                        signing.publicKey(), signing.keyId(), options.clocks().real())
                : (request, next) -> next.handle(request);
    }

    private static Simulation listen(
            SimulatorOptions options, StateFile state, Application application, Certificates certificates)
            throws IOException {
        Ports before = state.read(PORTS, Ports.class).orElse(SimulatorOptions.DEFAULTS.ports());
        var tls = certificates.serverContext();
        Door api = door(options.ports().api(), before.api(), port -> Door.tls(port, tls, ClientCertificate.REQUIRED));
        try {
            Door site = door(options.ports().authorization(), before.authorization(), Door::plain);
            try {
                Door custom = door(
                        options.ports().custom(),
                        before.custom(),
                        port -> Door.tls(port, tls, ClientCertificate.NOT_ASKED));
                state.write(PORTS, new Ports(api.port(), site.port(), custom.port()));
                return new Simulation(
                        application, certificates, options.redirectUris().get(0), api, site, custom);
            } catch (IOException e) {
                site.close();
                throw e;
            }
        } catch (IOException e) {
            api.close();
            throw e;
        }
    }

    /** Listens on a port. */
    @FunctionalInterface
    private interface Listening {
        Door on(int port) throws IOException;
    }

    private static Door door(int wanted, int before, Listening listening) throws IOException {
        if (wanted != 0) {
            try {
                return listening.on(wanted);
            } catch (BindException e) {
                throw (BindException) new BindException("Port " + wanted
                                + " of 127.0.0.1 is in use or not allowed; choose another port or stop what uses it.")
                        .initCause(e);
            }
        }
        if (before != 0) { // so that a client's settings stay good
            try {
                return listening.on(before);
            } catch (BindException e) {
                // somebody else has it now: any free one will do
            }
        }
        return listening.on(0);
    }

    public Application application() {
        return application;
    }

    public Certificates certificates() {
        return certificates;
    }

    private More more() {
        return Objects.requireNonNull(more, "the simulation has not started");
    }

    /** The client's certificate for HTTP signatures. */
    public SignatureCertificate signing() {
        return more().signing();
    }

    public ControlRoom control() {
        return more().control();
    }

    /** What webhooks name as their issuer. */
    public String issuer() {
        return "https://localhost:" + api.port();
    }

    public URI controlUrl() {
        return URI.create(siteUrl() + "/control");
    }

    public String redirectUri() {
        return redirectUri;
    }

    public URI baseUrl() {
        return URI.create("https://localhost:" + api.port() + Api.PREFIX);
    }

    public URI customBaseUrl() {
        return URI.create("https://localhost:" + custom.port());
    }

    public URI authorizationUrl() {
        return URI.create(siteUrl() + AuthorizationSite.AUTHORIZE);
    }

    private String siteUrl() {
        return "http://127.0.0.1:" + site.port();
    }

    @Override
    public void close() {
        api.close();
        custom.close();
        site.close();
        more().webhooks().close();
    }
}
