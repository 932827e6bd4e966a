package org.bankfeed.rehearsal.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.function.BooleanSupplier;
import org.bankfeed.journal.BankJournal;
import org.osgi.service.cm.ConfigurationAdmin;

/** Sets up what an operator would: a Ponto to talk to, and the feed that talks to it. */
final class Stage {

    /** The name of the feed through which the company connects. */
    static final String FEED = "ponto";

    private static final String SIMULATOR_PID = "org.bankfeed.simulator";
    private static final String PONTO_PID = "org.bankfeed.ponto.connect";
    private static final String ANY_BUNDLE = "?";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final ConfigurationAdmin configurations;
    private final Path state;

    Stage(ConfigurationAdmin configurations, Path folder) {
        this.configurations = configurations;
        this.state = folder.resolve("simulator");
    }

    /** Starts the simulator on the history, or on the built-in company if there is none. */
    void startSimulator(RehearsalConfig config) throws IOException {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("state", state.toString());
        properties.put("history", config.history());
        properties.put("authorization.port", config.port());
        properties.put("redirect.uris", new String[] {config.redirect_uri()});
        properties.put("webhook.url", config.webhook_url());
        configurations.getConfiguration(SIMULATOR_PID, ANY_BUNDLE).updateIfDifferent(properties);
    }

    /** Offers the simulator as a feed; returns when the journal sees it. */
    void openFeed(BankJournal journal) throws RehearsalException, IOException, InterruptedException {
        Path client = state.resolve("client.json");
        await(() -> Files.exists(client), "The Ponto simulator did not start");
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("client.json", client.toString());
        properties.put("bankfeed.feed.name", FEED);
        configurations
                .getFactoryConfiguration(PONTO_PID, "rehearsal", ANY_BUNDLE)
                .updateIfDifferent(properties);
        await(() -> journal.feeds().contains(FEED), "The bank feed did not start");
    }

    private static void await(BooleanSupplier condition, String otherwise)
            throws RehearsalException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                throw new RehearsalException(otherwise + " within " + PATIENCE.toSeconds() + " seconds.");
            }
            Thread.sleep(GLANCE.toMillis());
        }
    }
}
