package org.bankfeed.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bankfeed.history.History;
import org.jspecify.annotations.Nullable;

/**
 * How a simulator starts. Begin with {@link #DEFAULTS} and change what matters.
 *
 * @param port of Ponto Connect's API; 0 for a free one
 * @param authorizationPort of the pages for the user's browser; 0 for a free one
 * @param customPort of the custom integration's API; 0 for a free one
 * @param state the folder for what survives a restart and for the client's files; made if it is not there; null to
 *     keep everything in memory
 * @param history what the banks have booked; null for the built-in company
 * @param redirectUris where the authorization page may send a browser, at least one
 * @param clock drives the simulated world: arrival of lines, synchronizations, authorizations
 * @param realClock drives the lifetimes of tokens and codes, and how long a synchronization takes
 * @param synchronizationTime from {@code pending} to the end, in real time
 * @param synchronizationWindow how long a second synchronization of the same account and kind is refused, by {@code
 *     clock}
 */
public record SimulatorOptions(
        int port,
        int authorizationPort,
        int customPort,
        @Nullable Path state,
        @Nullable History history,
        List<String> redirectUris,
        Clock clock,
        Clock realClock,
        Duration synchronizationTime,
        Duration synchronizationWindow) {

    /** Where the application of this project expects the browser back. */
    public static final String DEFAULT_REDIRECT_URI = "http://localhost:8181/bankfeed/connect/return";

    /** Free ports, nothing on disk, the built-in company, the system's clock. */
    public static final SimulatorOptions DEFAULTS = new SimulatorOptions(
            0,
            0,
            0,
            null,
            null,
            List.of(DEFAULT_REDIRECT_URI),
            Clock.systemUTC(),
            Clock.systemUTC(),
            Duration.ofSeconds(1),
            Duration.ofMinutes(5));

    public SimulatorOptions {
        redirectUris = List.copyOf(redirectUris);
        if (redirectUris.isEmpty()) {
            throw new IllegalArgumentException("At least one redirect URI is needed");
        }
    }

    public SimulatorOptions withPorts(int api, int authorization, int custom) {
        return new SimulatorOptions(
                api,
                authorization,
                custom,
                state,
                history,
                redirectUris,
                clock,
                realClock,
                synchronizationTime,
                synchronizationWindow);
    }

    public SimulatorOptions withState(@Nullable Path directory) {
        return new SimulatorOptions(
                port,
                authorizationPort,
                customPort,
                directory,
                history,
                redirectUris,
                clock,
                realClock,
                synchronizationTime,
                synchronizationWindow);
    }

    public SimulatorOptions withHistory(@Nullable History played) {
        return new SimulatorOptions(
                port,
                authorizationPort,
                customPort,
                state,
                played,
                redirectUris,
                clock,
                realClock,
                synchronizationTime,
                synchronizationWindow);
    }

    public SimulatorOptions withRedirectUris(List<String> uris) {
        return new SimulatorOptions(
                port,
                authorizationPort,
                customPort,
                state,
                history,
                uris,
                clock,
                realClock,
                synchronizationTime,
                synchronizationWindow);
    }

    /** A clock for the world; tokens keep real time. */
    public SimulatorOptions withClock(Clock world) {
        return new SimulatorOptions(
                port,
                authorizationPort,
                customPort,
                state,
                history,
                redirectUris,
                world,
                realClock,
                synchronizationTime,
                synchronizationWindow);
    }

    /** For tests of what expires in real time. */
    public SimulatorOptions withRealClock(Clock real) {
        return new SimulatorOptions(
                port,
                authorizationPort,
                customPort,
                state,
                history,
                redirectUris,
                clock,
                real,
                synchronizationTime,
                synchronizationWindow);
    }

    public SimulatorOptions withSynchronization(Duration time, Duration window) {
        return new SimulatorOptions(
                port, authorizationPort, customPort, state, history, redirectUris, clock, realClock, time, window);
    }
}
