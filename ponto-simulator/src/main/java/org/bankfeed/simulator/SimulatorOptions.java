package org.bankfeed.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.bankfeed.history.History;
import org.bankfeed.simulator.internal.webhook.WebhookKeys;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator starts. Begin with {@link #DEFAULTS} and change what matters.
 *
 * @param state the folder for what survives a restart and for the client's files; made if it is not there; null to
 *     keep everything in memory
 * @param history what the banks have booked; null for the built-in company
 * @param others what they have booked for other organizations of the same user, one each
 * @param behaviour what is wrong on purpose, whether signatures are demanded, and where webhooks go
 * @param redirectUris where the authorization page may send a browser, at least one
 */
public record SimulatorOptions(
        Ports ports,
        @Nullable Path state,
        @Nullable History history,
        List<History> others,
        List<String> redirectUris,
        Clocks clocks,
        Synchronizations synchronizations,
        Behaviour behaviour) {

    /** Where the application of this project expects the browser back. */
    public static final String DEFAULT_REDIRECT_URI = "http://localhost:8181/bankfeed/connect/return";

    /** Free ports, nothing on disk, the built-in company, the system's clock. */
    public static final SimulatorOptions DEFAULTS = new SimulatorOptions(
            new Ports(0, 0, 0),
            null,
            null,
            List.of(),
            List.of(DEFAULT_REDIRECT_URI),
            new Clocks(Clock.systemUTC(), Clock.systemUTC()),
            new Synchronizations(Duration.ofSeconds(1), Duration.ofMinutes(5)),
            new Behaviour(
                    FaultPlan.NONE, false, new Webhooks(null, Duration.ofSeconds(5), false, WebhookKeys::generate)));

    /**
     * Ports on 127.0.0.1; 0 for that of the last start, or a free one.
     *
     * @param api Ponto Connect's API
     * @param authorization the pages for the user's browser
     * @param custom the custom integration's API
     */
    public record Ports(int api, int authorization, int custom) {}

    /**
     * Two times.
     *
     * @param world drives what is simulated: arrival of lines, Ponto's own runs, authorizations
     * @param real drives the lifetimes of tokens and codes, and how long a synchronization takes
     */
    public record Clocks(Clock world, Clock real) {}

    /**
     * The synchronizations that a user asks for.
     *
     * @param time from {@code pending} to the end, in real time
     * @param window how long a second one of the same account and kind is refused, in the world's time
     */
    public record Synchronizations(Duration time, Duration window) {}

    /**
     * How it treats its client.
     *
     * @param faults what goes wrong, and how often
     * @param live whether requests that write must be signed, as outside of the sandbox
     * @param webhooks where events go and when
     */
    public record Behaviour(FaultPlan faults, boolean live, Webhooks webhooks) {}

    /**
     * How events are delivered.
     *
     * @param url where to; null for nowhere
     * @param pause before a delivery is tried a second time, in real time; it doubles from then on
     * @param onCall whether deliveries are made only by {@link Control#deliver}, in the thread that calls, once they are
     *     due by the real clock
     * @param keys makes the keys that sign
     */
    public record Webhooks(@Nullable URI url, Duration pause, boolean onCall, Supplier<KeyPair> keys) {}

    public SimulatorOptions {
        others = List.copyOf(others);
        redirectUris = List.copyOf(redirectUris);
        if (redirectUris.isEmpty()) {
            throw new IllegalArgumentException("At least one redirect URI is needed");
        }
    }

    public SimulatorOptions withPorts(int api, int authorization, int custom) {
        Ports wanted = new Ports(api, authorization, custom);
        return new SimulatorOptions(wanted, state, history, others, redirectUris, clocks, synchronizations, behaviour);
    }

    public SimulatorOptions withState(@Nullable Path folder) {
        return new SimulatorOptions(ports, folder, history, others, redirectUris, clocks, synchronizations, behaviour);
    }

    public SimulatorOptions withHistory(@Nullable History played) {
        return new SimulatorOptions(ports, state, played, others, redirectUris, clocks, synchronizations, behaviour);
    }

    public SimulatorOptions withRedirectUris(List<String> uris) {
        return new SimulatorOptions(ports, state, history, others, uris, clocks, synchronizations, behaviour);
    }

    /** A clock for the world; tokens keep real time. */
    public SimulatorOptions withClock(Clock world) {
        Clocks changed = new Clocks(world, clocks.real());
        return new SimulatorOptions(ports, state, history, others, redirectUris, changed, synchronizations, behaviour);
    }

    /** For tests of what expires in real time. */
    public SimulatorOptions withRealClock(Clock real) {
        Clocks changed = new Clocks(clocks.world(), real);
        return new SimulatorOptions(ports, state, history, others, redirectUris, changed, synchronizations, behaviour);
    }

    public SimulatorOptions withSynchronizations(Duration time, Duration window) {
        return new SimulatorOptions(
                ports, state, history, others, redirectUris, clocks, new Synchronizations(time, window), behaviour);
    }

    /** The same account and kind may be asked for again after ten seconds, as in Ponto's sandbox, not after five minutes. */
    public SimulatorOptions withSandboxWindow() {
        return withSynchronizations(synchronizations.time(), Duration.ofSeconds(10));
    }

    public SimulatorOptions withFaults(FaultPlan plan) {
        return with(new Behaviour(plan, behaviour.live(), behaviour.webhooks()));
    }

    /** Requests that write must be signed from now on, or need not. */
    public SimulatorOptions withLive(boolean live) {
        return with(new Behaviour(behaviour.faults(), live, behaviour.webhooks()));
    }

    public SimulatorOptions withWebhooks(@Nullable URI url, Duration pause) {
        Webhooks before = behaviour.webhooks();
        return with(new Webhooks(url, pause, before.onCall(), before.keys()));
    }

    public SimulatorOptions with(Webhooks webhooks) {
        return with(new Behaviour(behaviour.faults(), behaviour.live(), webhooks));
    }

    /** The user may choose another organization too, which has this history. */
    public SimulatorOptions withOther(History other) {
        List<History> more = new ArrayList<>(others);
        more.add(other);
        return new SimulatorOptions(ports, state, history, more, redirectUris, clocks, synchronizations, behaviour);
    }

    private SimulatorOptions with(Behaviour changed) {
        return new SimulatorOptions(ports, state, history, others, redirectUris, clocks, synchronizations, changed);
    }
}
