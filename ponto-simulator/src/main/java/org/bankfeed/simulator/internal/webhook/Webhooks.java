package org.bankfeed.simulator.internal.webhook;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.bankfeed.simulator.Fault;
import org.bankfeed.simulator.SimulatorOptions;
import org.bankfeed.simulator.SimulatorOptions.Clocks;
import org.bankfeed.simulator.internal.bank.Event;
import org.bankfeed.simulator.internal.fault.Dice;
import org.bankfeed.simulator.internal.web.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events to the application's one address, in order. What was not answered with 2xx is sent again after growing
 * pauses, each time signed anew. Safe for use by many threads.
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
    private final Clocks clocks;
    private final Duration pause;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Rounds rounds;
    private final AtomicLong told = new AtomicLong();
    private final Deque<Delivery> log = new ArrayDeque<>();
    private volatile @Nullable URI url;
    private volatile Duration skew = Duration.ZERO;

    /**
     * What an event says of who sends it.
     *
     * @param issuer the API's address without path
     * @param applicationId for whom it is
     */
    public record Sender(String issuer, String applicationId) {}

    /** An event on its way, or delivered. */
    public record Delivery(String type, String id, int attempts, String outcome) {}

    /** An event and its body, whose bytes are the same at each attempt. */
    private record Message(String type, String id, byte[] body) {}

    public Webhooks(Dice dice, WebhookKeys keys, Sender sender, Clocks clocks, SimulatorOptions.Webhooks options) {
        this.dice = dice;
        this.keys = keys;
        this.sender = sender;
        this.clocks = clocks;
        this.url = options.url();
        this.pause = options.pause();
        this.rounds = options.onCall() ? new Rounds.OnCall(clocks.real()) : new Rounds.OwnThread();
    }

    /** Makes the deliveries that are due by the real clock, where they wait to be called; elsewhere nothing. */
    public void deliver() {
        rounds.goThrough();
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
        String type = "pontoConnect." + event.type();
        String id = id(event, at);
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
        relate(relationships, "organization", event.organization());
        relate(relationships, "paymentRequest", event.paymentRequest());
        return new Message(type, id, document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Made of what it is, so that a world that is lived again has the same ids. */
    private String id(Event event, Instant at) {
        String key = "event:" + event + at + told.incrementAndGet();
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static void relate(ObjectNode relationships, String type, @Nullable String id) {
        if (id != null) {
            relationships.putObject(type).putObject("data").put("type", type).put("id", id);
        }
    }

    private void schedule(Message message, int attempt, Duration delay) {
        rounds.after(delay, () -> attempt(message, attempt));
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
        Instant now = clocks.real().instant().plus(skew);
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
        return clocks.world().instant();
    }

    @Override
    public void close() {
        rounds.close();
    }
}
