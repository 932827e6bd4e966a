package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The receiver is written from the documentation, not from the simulator's code. */
@SuppressWarnings("NullAway.Init") // started before each test
class WebhooksTest {

    private static final KeyPair KEY = key();

    private final VirtualClock clock = new VirtualClock("2026-03-02T12:00:00Z");
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer receiver;
    private PontoSimulator simulator;
    private Caller caller;

    private record Received(String signature, byte[] body) {
        JsonNode json() throws Exception {
            return Caller.JSON.readTree(body);
        }

        String type() throws Exception {
            return json().at("/data/type").asText();
        }

        JsonNode part(int index) throws Exception {
            return Caller.JSON.readTree(Base64.getUrlDecoder().decode(signature.split("\\.")[index]));
        }
    }

    @BeforeEach
    void start() throws Exception {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/hook", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new Received(exchange.getRequestHeaders().getFirst("Signature"), body));
            Integer answer = answers.poll();
            exchange.sendResponseHeaders(answer == null ? 200 : answer, -1);
            exchange.close();
        });
        receiver.start();
        simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS
                .withHistory(Lines.of(
                        Lines.line("T1", Lines.FORTIS, "2026-03-02", "10.00", "first"),
                        Lines.line("T2", Lines.FORTIS, "2026-03-03", "10.00", "second"),
                        Lines.line("T3", Lines.FORTIS, "2026-03-03", "10.00", "third")))
                .withClock(clock)
                .withWebhooks(url(), Duration.ofMillis(20)));
        caller = new Caller(simulator);
    }

    private URI url() {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook");
    }

    @AfterEach
    void stop() {
        simulator.close();
        receiver.stop(0);
    }

    private static KeyPair key() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    private Received next() throws Exception {
        Received next = received.poll(10, TimeUnit.SECONDS);
        assertThat(next).as("a webhook").isNotNull();
        return next;
    }

    private List<String> types(int count) throws Exception {
        List<String> types = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            types.add(next().type().replaceFirst("^pontoConnect\\.", ""));
        }
        return types;
    }

    private void act(String action, String... parameters) {
        Map<String, String> map = new java.util.HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        simulator.control().act(action, map);
    }

    /** Whether the signature holds, by the key that is published. */
    private boolean holds(Received one) throws Exception {
        assertThat(one.part(0).path("alg").asText()).isEqualTo("RS512");
        String kid = one.part(0).path("kid").asText();
        String root = simulator.baseUrl().toString().replace("/ponto-connect", "");
        for (JsonNode key : caller.get(root + "/webhooks/keys").json().path("keys")) {
            if (key.path("kid").asText().equals(kid)
                    && key.path("status").asText().equals("ACTIVE")) {
                Base64.Decoder base64 = Base64.getUrlDecoder();
                Signature rsa = Signature.getInstance("SHA512withRSA");
                rsa.initVerify(KeyFactory.getInstance("RSA")
                        .generatePublic(new RSAPublicKeySpec(
                                new BigInteger(1, base64.decode(key.path("n").asText())),
                                new BigInteger(1, base64.decode(key.path("e").asText())))));
                int dot = one.signature().lastIndexOf('.');
                rsa.update(one.signature().substring(0, dot).getBytes(StandardCharsets.US_ASCII));
                byte[] digest = MessageDigest.getInstance("SHA-512").digest(one.body());
                return rsa.verify(base64.decode(one.signature().substring(dot + 1)))
                        && one.part(1)
                                .path("digest")
                                .asText()
                                .equals(Base64.getEncoder().encodeToString(digest));
            }
        }
        return false;
    }

    @Test
    void linkingTellsWhatItBroughtAndSignsIt() throws Exception {
        caller.connect();
        Received first = next();
        assertThat(first.type()).isEqualTo("pontoConnect.integration.created");
        assertThat(holds(first)).isTrue();
        JsonNode claims = first.part(1);
        assertThat(claims.path("aud").asText()).isEqualTo(simulator.applicationId());
        assertThat(claims.path("iss").asText() + "/ponto-connect")
                .isEqualTo(simulator.baseUrl().toString());
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(60);
        assertThat(Instant.ofEpochSecond(claims.path("iat").asLong()))
                .isBetween(Instant.now().minusSeconds(20), Instant.now().plusSeconds(1));
        assertThat(claims.path("jti").asText()).isNotEmpty();
        assertThat(types(3))
                .containsExactly("integration.accountAdded", "account.detailsUpdated", "account.transactionsCreated");
    }

    @Test
    void runsTellOfNewChangedAndNoLinesAndOfFailures() throws Exception {
        caller.connect();
        types(4);
        String account = caller.get("/accounts").ids().get(0);
        clock.set("2026-03-03T01:00:00Z");
        simulator.control().settle();
        assertThat(next().type()).endsWith("detailsUpdated"); // details come first, and lag behind the lines
        JsonNode created = next().json();
        assertThat(created.at("/data/type").asText()).isEqualTo("pontoConnect.account.transactionsCreated");
        assertThat(created.at("/data/attributes/count").asInt()).isEqualTo(2);
        assertThat(created.at("/data/relationships/account/data/id").asText()).isEqualTo(account);
        String synchronization =
                created.at("/data/relationships/synchronization/data/id").asText();
        assertThat(caller.get("/synchronizations/" + synchronization).status()).isEqualTo(200);

        act("changed-line", "account", account);
        act("synchronize", "account", account);
        assertThat(types(2)).containsExactly("account.detailsUpdated", "account.transactionsUpdated");

        act("lapse", "account", account);
        act("synchronize", "account", account);
        JsonNode failed = next().json();
        assertThat(failed.at("/data/type").asText()).isEqualTo("pontoConnect.synchronization.failed");
        assertThat(failed.at("/data/attributes/synchronizationSubtype").asText())
                .isEqualTo("accountDetails");
        next();
        caller.reauthorize(account, "accept");
        assertThat(next().type()).isEqualTo("pontoConnect.account.reauthorized");
    }

    @Test
    void theOrganizationsFateIsTold() throws Exception {
        caller.connect();
        types(4);
        String account = caller.get("/accounts").ids().get(0);
        act("block");
        act("unblock");
        act("remove-account", "account", account);
        act("revoke");
        act("webhook-event", "type", "paymentRequest.closed");
        assertThat(types(5))
                .containsExactly(
                        "organization.blocked",
                        "organization.unblocked",
                        "integration.accountRevoked",
                        "integration.revoked",
                        "paymentRequest.closed");
    }

    @Test
    void aPaymentRequestIsClosedByHandOrByPlan() throws Exception {
        caller.connect();
        types(4);
        String account = caller.get("/accounts").ids().get(0);
        act("close-payment-request", "account", account);
        JsonNode event = next().json();
        assertThat(event.at("/data/type").asText()).isEqualTo("pontoConnect.paymentRequest.closed");
        assertThat(event.at("/data/relationships/account/data/id").asText()).isEqualTo(account);
        assertThat(event.at("/data/relationships/paymentRequest/data/id").asText())
                .isNotBlank();

        act("plan", "plan", "paymentRequest=1");
        clock.forward(Duration.ofDays(1));
        caller.get("/accounts");
        while (!types(1).contains("paymentRequest.closed")) {
            // what Ponto's own runs tell comes before it
        }
    }

    @Test
    void whatWasNotTakenComesAgainSignedAnew() throws Exception {
        answers.addAll(List.of(500, 400));
        act("block");
        Received first = next();
        Received second = next();
        Received third = next();
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(third.body()).isEqualTo(first.body());
        assertThat(second.part(1).path("jti")).isNotEqualTo(first.part(1).path("jti"));
        assertThat(holds(third)).isTrue();
        assertThat(received.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void badOnesAreBadInOneWayEach() throws Exception {
        answers.addAll(List.of(400, 200, 400, 200, 400, 200));
        act("order", "fault", "webhookBadSignature");
        act("block");
        assertThat(holds(next())).isFalse();
        assertThat(holds(next())).isTrue();
        act("order", "fault", "webhookWrongAudience");
        act("unblock");
        assertThat(next().part(1).path("aud").asText()).isNotEqualTo(simulator.applicationId());
        assertThat(next().part(1).path("aud").asText()).isEqualTo(simulator.applicationId());
        act("order", "fault", "webhookExpired");
        act("block");
        assertThat(next().part(1).path("exp").asLong())
                .isLessThan(Instant.now().minusSeconds(600).getEpochSecond());
        next();
    }

    @Test
    void someComeTwiceLateOrNever() throws Exception {
        act("order", "fault", "webhookTwice");
        act("block");
        assertThat(next().json().at("/data/id")).isEqualTo(next().json().at("/data/id"));
        act("order", "fault", "webhookLate");
        act("unblock");
        act("block");
        assertThat(types(2)).containsExactly("organization.blocked", "organization.unblocked");
        act("order", "fault", "webhookLost");
        act("unblock");
        act("block");
        assertThat(types(1)).containsExactly("organization.blocked");
    }

    @Test
    void onCallTheyComeWhenCalledAndAreTheSameInAWorldLivedAgain() throws Exception {
        List<String> first = bodiesOnCall();
        assertThat(first).hasSize(4);
        assertThat(bodiesOnCall()).isEqualTo(first);
    }

    private List<String> bodiesOnCall() throws Exception {
        VirtualClock time = new VirtualClock("2026-03-02T12:00:00Z");
        SimulatorOptions.Webhooks onCall = new SimulatorOptions.Webhooks(url(), Duration.ofMinutes(1), true, () -> KEY);
        try (PontoSimulator other = PontoSimulator.start(SimulatorOptions.DEFAULTS
                .withHistory(Lines.many(1))
                .withClock(time)
                .withRealClock(time)
                .with(onCall))) {
            answers.add(500);
            new Caller(other).connect();
            assertThat(received).isEmpty();
            other.control().deliver();
            List<String> bodies = new ArrayList<>();
            drain(bodies);
            other.control().deliver();
            assertThat(received).isEmpty();
            time.forward(Duration.ofMinutes(1));
            other.control().deliver();
            assertThat(received).hasSize(1); // the one that was not taken
            received.clear();
            return bodies;
        }
    }

    private void drain(List<String> bodies) {
        for (Received next = received.poll(); next != null; next = received.poll()) {
            bodies.add(new String(next.body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void keysChangeWithoutAGap() throws Exception {
        act("block");
        Received old = next();
        act("rotate-keys");
        act("unblock");
        Received fresh = next();
        assertThat(fresh.part(0).path("kid")).isNotEqualTo(old.part(0).path("kid"));
        assertThat(holds(old)).isTrue();
        assertThat(holds(fresh)).isTrue();
        act("drop-old-keys");
        assertThat(holds(old)).isFalse();
        assertThat(holds(fresh)).isTrue();
    }

    @Test
    void theSigningClockMayBeOff() throws Exception {
        act("skew", "seconds", "-100");
        act("block");
        assertThat(next().part(1).path("exp").asLong()).isLessThan(Instant.now().getEpochSecond());
    }
}
