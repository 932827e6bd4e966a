package org.bankfeed.simulator.internal.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bankfeed.simulator.Fault;
import org.bankfeed.simulator.internal.bank.Event;
import org.bankfeed.simulator.internal.fault.Dice;
import org.bankfeed.simulator.internal.web.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events to the application's one address, in order, from a thread of its own. What was not answered with 2xx is
 * sent again after growing pauses, each time signed anew. Safe for use by many threads.
 */
public final class Webhooks implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    private static final int ATTEMPTS = 12;
    private static final int REMEMBERED = 50;

    private final Dice dice;
    private final WebhookKeys keys;
    private final Sender sender;
    private final Clock world;
    private final Clock realClock;
    private final Duration pause;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final ScheduledThreadPoolExecutor worker;
    private final Deque<Delivery> log = new ArrayDeque<>();
    private volatile @Nullable URI url;
    private volatile Duration skew = Duration.ZERO;

    /**
     * What an event says of who sends it.
     *
     * @param issuer the API's address without path
     * @param applicationId for whom it is
     */
    public record Sender(String issuer, String applicationId, String organizationId) {}

    /** An event on its way, or delivered. */
    public record Delivery(String type, String id, int attempts, String outcome) {}

    /** An event and its body, whose bytes are the same at each attempt. */
    private record Message(String type, String id, byte[] body) {}

    /** @param pause before the second attempt; it doubles from then on */
    public Webhooks(
            Dice dice,
            WebhookKeys keys,
            Sender sender,
            Clock world,
            Clock realClock,
            @Nullable URI url,
            Duration pause) {
        this.dice = dice;
        this.keys = keys;
        this.sender = sender;
        this.world = world;
        this.realClock = realClock;
        this.url = url;
        this.pause = pause;
        this.worker = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "ponto-simulator-webhooks");
            thread.setDaemon(true);
            return thread;
        });
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    public @Nullable URI url() {
        return url;
    }

    /** Delivers there from now on; null for nowhere. */
    public void deliverTo(@Nullable URI address) {
        url = address;
    }

    /** How far the clock that signs is off. */
    public void skew(Duration offset) {
        skew = offset;
    }

    /** The last deliveries, oldest first. */
    public List<Delivery> log() {
        synchronized (log) {
            return List.copyOf(log);
        }
    }

    /** Delivers an event soon; does not wait. Without an address it is forgotten. */
    public void tell(Event event, Instant at) {
        if (url == null) {
            return;
        }
        Message message = message(event, at);
        if (dice.happens(Fault.WEBHOOK_LOST)) {
            note(message, 0, "lost on purpose");
            return;
        }
        schedule(message, 1, dice.happens(Fault.WEBHOOK_LATE) ? pause.multipliedBy(3) : Duration.ZERO);
        if (dice.happens(Fault.WEBHOOK_TWICE)) {
            schedule(message, 1, Duration.ZERO);
        }
    }

    private Message message(Event event, Instant at) {
        String id = UUID.randomUUID().toString();
        String type = "pontoConnect." + event.type();
        ObjectNode document = Json.object();
        ObjectNode data = document.putObject("data").put("type", type).put("id", id);
        ObjectNode attributes = data.putObject("attributes").put("createdAt", at.toString());
        if (event.count() != null) {
            attributes.put("count", event.count());
        }
        if (event.subtype() != null) {
            attributes.put("synchronizationSubtype", event.subtype());
        }
        if (dice.isOdd(Fault.ODD_VALUES, id)) {
            attributes.putObject("newAttribute").put("of", "tomorrow");
        }
        ObjectNode relationships = data.putObject("relationships");
        relate(relationships, "account", event.account());
        relate(relationships, "synchronization", event.synchronization());
        relate(relationships, "organization", sender.organizationId());
        return new Message(type, id, document.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void relate(ObjectNode relationships, String type, @Nullable String id) {
        if (id != null) {
            relationships.putObject(type).putObject("data").put("type", type).put("id", id);
        }
    }

    private void schedule(Message message, int attempt, Duration delay) {
        try {
            var unused = worker.schedule(() -> attempt(message, attempt), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("Stopped before {} was delivered", message.type());
        }
    }

    private void attempt(Message message, int attempt) {
        URI to = url;
        if (to == null) {
            note(message, attempt, "no address any more");
            return;
        }
        String outcome = send(message, to);
        note(message, attempt, outcome);
        if (outcome.startsWith("2")) {
            return;
        }
        LOG.debug("Webhook {} {} attempt {}: {}", message.type(), message.id(), attempt, outcome);
        if (attempt < ATTEMPTS) {
            Duration wait = pause.multipliedBy(1L << (attempt - 1));
            schedule(message, attempt + 1, wait.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait);
        }
    }

    private String send(Message message, URI to) {
        HttpRequest request = HttpRequest.newBuilder(to)
                .timeout(PATIENCE)
                .header("Content-Type", "application/vnd.api+json")
                .header("Signature", signature(message))
                .POST(BodyPublishers.ofByteArray(message.body()))
                .build();
        try {
            return Integer.toString(
                    client.send(request, BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return "no answer (" + e.getClass().getSimpleName() + ")";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "stopped";
        }
    }

    private String signature(Message message) {
        Instant now = realClock.instant().plus(skew);
        if (dice.happens(Fault.WEBHOOK_EXPIRED)) {
            now = now.minus(Duration.ofHours(1));
        }
        String audience =
                dice.happens(Fault.WEBHOOK_WRONG_AUDIENCE) ? UUID.randomUUID().toString() : sender.applicationId();
        String jws = Jws.of(keys.signer(), message.body(), sender.issuer(), audience, now);
        return dice.happens(Fault.WEBHOOK_BAD_SIGNATURE) ? Jws.damaged(jws) : jws;
    }

    private void note(Message message, int attempts, String outcome) {
        synchronized (log) {
            log.removeIf(delivery -> delivery.id().equals(message.id()));
            log.addLast(new Delivery(message.type(), message.id(), attempts, outcome));
            if (log.size() > REMEMBERED) {
                log.removeFirst();
            }
        }
    }

    /** The moment in the world, for events that nothing in it caused. */
    public Instant now() {
        return world.instant();
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
