package org.bankfeed.ponto.internal.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.access.Hooks;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.http.Time;
import org.bankfeed.ponto.internal.http.Transport;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Json;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keys with which Ibanity signs webhooks, by their ids. They are fetched when they are old, and once more when a key is
 * asked for that is not among them; never oftener than every ten seconds, because anybody can ask for a key.
 */
public final class WebhookKeys {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookKeys.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int FEWEST_BITS = 2048;
    private static final String DOING = "fetching the keys of webhooks";

    private final Hooks hooks;
    private final Transport transport;
    private final Errors errors;
    private final Time time;
    private Map<String, RSAPublicKey> known = Map.of();
    private boolean asked;
    private boolean fetched;
    private long askedAt;
    private long fetchedAt;

    public WebhookKeys(Hooks hooks, Transport transport, Errors errors, Time time) {
        this.hooks = hooks;
        this.transport = transport;
        this.errors = errors;
        this.time = time;
    }

    /** The key of this id, or {@code null} if there is none now. */
    synchronized @Nullable RSAPublicKey key(String id) throws BankFeedException {
        boolean old =
                !fetched || time.nanos() - fetchedAt >= hooks.keysLifetime().toNanos();
        if (old && isTooSoon()) {
            throw new BankFeedException.Unavailable(
                    "The keys of webhooks could not be fetched a moment ago; it will be tried again",
                    PAUSE,
                    null,
                    null);
        }
        if (old || (!known.containsKey(id) && !isTooSoon())) {
            fetch();
        }
        return known.get(id);
    }

    private boolean isTooSoon() {
        return asked && time.nanos() - askedAt < PAUSE.toNanos();
    }

    private void fetch() throws BankFeedException {
        asked = true;
        askedAt = time.nanos();
        Answer answer = transport.open(hooks.keys());
        if (!answer.isSuccess()) {
            throw errors.of(answer, DOING);
        }
        known = read(answer);
        fetched = true;
        fetchedAt = time.nanos();
    }

    private Map<String, RSAPublicKey> read(Answer answer) throws BankFeedException {
        try {
            JsonNode keys = Json.MAPPER.readTree(answer.body()).path("keys");
            if (!keys.isArray()) {
                throw errors.unreadable(answer, DOING, "its list 'keys' is missing");
            }
            Map<String, RSAPublicKey> read = new HashMap<>();
            for (JsonNode key : keys) {
                String id = Json.text(key.path("kid"));
                RSAPublicKey one = id == null || !isForUse(key) ? null : publicKey(key);
                if (id != null && one != null) {
                    read.put(id, one);
                }
            }
            return read;
        } catch (JsonProcessingException e) {
            throw errors.unreadable(answer, DOING, "it is not valid JSON");
        }
    }

    /** Judged on the JSON as it came: the library drops {@code status}. */
    private static boolean isForUse(JsonNode key) {
        String algorithm = Json.text(key.path("alg"));
        return "RSA".equals(Json.text(key.path("kty")))
                && "sig".equals(Json.text(key.path("use")))
                && "ACTIVE".equals(Json.text(key.path("status")))
                && (algorithm == null || algorithm.equals("RS512"));
    }

    private static @Nullable RSAPublicKey publicKey(JsonNode key) {
        try {
            RSAPublicKey read = RSAKey.parse(key.toString()).toRSAPublicKey();
            return read.getModulus().bitLength() >= FEWEST_BITS ? read : null;
        } catch (ParseException | JOSEException | IllegalArgumentException e) {
            LOG.warn(
                    "A published key of webhooks cannot be read: {}",
                    e.getClass().getSimpleName());
            return null;
        }
    }
}
