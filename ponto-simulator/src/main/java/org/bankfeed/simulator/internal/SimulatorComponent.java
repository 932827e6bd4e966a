package org.bankfeed.simulator.internal;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.bankfeed.history.History;
import org.bankfeed.simulator.FaultPlan;
import org.bankfeed.simulator.PontoSimulator;
import org.bankfeed.simulator.SimulatorException;
import org.bankfeed.simulator.SimulatorOptions;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A simulator for as long as it is configured, on the container's clock if there is one. */
@Component(
        immediate = true,
        service = {},
        configurationPid = SimulatorConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = SimulatorConfig.class)
public final class SimulatorComponent {

    private static final Logger LOG = LoggerFactory.getLogger(SimulatorComponent.class);

    private final PontoSimulator simulator;

    @Activate
    public SimulatorComponent(
            SimulatorConfig config,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Clock clock)
            throws SimulatorException {
        simulator = PontoSimulator.start(options(config, clock == null ? Clock.systemUTC() : clock));
        LOG.info("ready https://localhost:{}", simulator.baseUrl().getPort());
    }

    @Deactivate
    void close() {
        simulator.close();
    }

    private static SimulatorOptions options(SimulatorConfig config, Clock clock) throws SimulatorException {
        SimulatorOptions options = SimulatorOptions.DEFAULTS
                .withPorts(config.port(), config.authorization_port(), config.custom_port())
                .withState(config.state().isBlank() ? null : Path.of(config.state()))
                .withFaults(plan(config))
                .withLive(config.live())
                .withWebhooks(
                        webhookUrl(config),
                        SimulatorOptions.DEFAULTS.behaviour().webhooks().pause())
                .withClock(clock);
        options = config.sandbox() ? options.withSandboxWindow() : options;
        List<String> redirectUris = redirectUris(config);
        SimulatorOptions placed = redirectUris.isEmpty() ? options : options.withRedirectUris(redirectUris);
        return withHistories(placed, config.history(), config.other_history());
    }

    private static FaultPlan plan(SimulatorConfig config) throws SimulatorException {
        try {
            return FaultPlan.parse(config.faults(), config.seed());
        } catch (IllegalArgumentException e) {
            throw new SimulatorException("faults of " + SimulatorConfig.PID + " is wrong: " + e.getMessage(), e);
        }
    }

    private static @Nullable URI webhookUrl(SimulatorConfig config) throws SimulatorException {
        String text = config.webhook_url().strip();
        if (!text.isEmpty() && RedirectUri.check(text).isEmpty()) {
            throw new SimulatorException("webhook.url of " + SimulatorConfig.PID
                    + " must be an absolute http or https address, not '" + text + "'.");
        }
        return text.isEmpty() ? null : URI.create(text);
    }

    private static SimulatorOptions withHistories(SimulatorOptions options, String folder, String other)
            throws SimulatorException {
        try {
            SimulatorOptions first = folder.isBlank() ? options : options.withHistory(History.read(Path.of(folder)));
            return other.isBlank() ? first : first.withOther(History.read(Path.of(other)));
        } catch (IOException e) {
            throw new SimulatorException("The history cannot be read: " + e.getMessage(), e);
        }
    }

    private static List<String> redirectUris(SimulatorConfig config) throws SimulatorException {
        List<String> uris = Arrays.stream(config.redirect_uris())
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::trim)
                .filter(text -> !text.isEmpty())
                .toList();
        for (String uri : uris) {
            if (RedirectUri.check(uri).isEmpty()) {
                throw new SimulatorException("redirect.uris of " + SimulatorConfig.PID
                        + " must be absolute http or https addresses, not '" + uri + "'.");
            }
        }
        return uris;
    }
}
