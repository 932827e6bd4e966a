package org.bankfeed.ponto.internal.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import mockwebserver3.MockResponse;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedEvent;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.ponto.internal.Configs;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.WithServer;
import org.bankfeed.ponto.internal.access.Access;
import org.bankfeed.ponto.internal.access.Hooks;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.ponto.internal.wire.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures are made here with the JDK alone, from what is known of Ibanity's. */
class WebhooksTest extends WithServer {

    private static final KeyPair KEYS = pair(2048);
    private static final KeyPair OTHERS = pair(2048);
    private static final KeyPair WEAK = pair(1024);
    private static final String APPLICATION = "0f6e6d2c-1111-4a4a-9c9c-1234567890ab";
    private static final String KEYS_CALL = "GET /keys";

    private final Map<String, String> keys = new LinkedHashMap<>();
    private byte[] body = """
            {"data": {"type": "pontoConnect.account.transactionsCreated", "id": "e-1",
              "attributes": {"createdAt": "2026-03-02T07:01:15.953328Z", "count": 4},
              "relationships": {"account": {"data": {"type": "account", "id": "a1"}},
                "synchronization": {"data": {"type": "synchronization", "id": "s-1"}},
                "organization": {"data": {"type": "organization", "id": "o-1"}}}}}
            """.getBytes(StandardCharsets.UTF_8);

    @BeforeEach
    void listening() {
        keys.put("application.id", APPLICATION);
        keys.put("webhook.issuer", "https://api.ibanity.com");
        keys.put("webhook.keys.url", server.api() + "/keys");
        configure();
        for (int i = 0; i < 20; i++) {
            publish(jwk("key-1", KEYS, ""));
        }
    }

    @Test
    void aSignedEventIsBelieved() throws Exception {
        FeedEvent event = verify(token(claims -> {}));
        assertThat(event)
                .isEqualTo(new FeedEvent(
                        "e-1",
                        "jti-1",
                        Instant.ofEpochSecond(time.now().getEpochSecond() + 90),
                        FeedEvent.Kind.TRANSACTIONS_CREATED,
                        "pontoConnect.account.transactionsCreated",
                        "o-1",
                        new FeedAccountId("a1"),
                        "s-1",
                        4,
                        Instant.parse("2026-03-02T07:01:15.953328Z")));
        assertThat(server.last(KEYS_CALL).getHeaders().get("Authorization")).isNull();
    }

    /** As the signed webhooks in the tests of Ibanity's own libraries are: key, header, claims and body in that form. */
    @Test
    void theFormOfTheSandboxsOwnWebhooksIsBelieved() throws Exception {
        KeyPair large = pair(4096);
        server.forget(KEYS_CALL);
        publish(jwk("sandbox_events_signature_1", large, "")
                .replace(base64(modulus(large)), Base64.getUrlEncoder().encodeToString(modulus(large))));
        body = ("{\"data\":{\"attributes\":{\"createdAt\":\"2026-08-10T12:24:42.224Z\","
                        + "\"synchronizationSubtype\":\"accountTransactions\"},\"id\":\"e-9\",\"relationships\":{"
                        + "\"account\":{\"data\":{\"id\":\"a1\",\"type\":\"account\"}},"
                        + "\"organization\":{\"data\":{\"id\":\"o-1\",\"type\":\"organization\"}},"
                        + "\"synchronization\":{\"data\":{\"id\":\"s-1\",\"type\":\"synchronization\"}}},"
                        + "\"type\":\"pontoConnect.synchronization.succeededWithoutChange\"}}")
                .getBytes(StandardCharsets.UTF_8);
        String token = token("{\"alg\":\"RS512\",\"kid\":\"sandbox_events_signature_1\"}", large, claims -> {});
        FeedEvent event = verify(token);
        assertThat(event.kind()).isEqualTo(FeedEvent.Kind.SYNCHRONIZED_WITHOUT_CHANGE);
        assertThat(event.count()).isNull();
        assertRefused(token + "altered", "");
        time.pass(Duration.ofSeconds(91));
        publish(jwk("sandbox_events_signature_1", large, ""));
        assertRefused(token, "too old");
    }

    @ParameterizedTest
    @CsvSource({
        "synchronization.succeededWithoutChange, SYNCHRONIZED_WITHOUT_CHANGE",
        "synchronization.failed, SYNCHRONIZATION_FAILED",
        "account.detailsUpdated, ACCOUNT_DETAILS_UPDATED",
        "account.transactionsCreated, TRANSACTIONS_CREATED",
        "account.transactionsUpdated, TRANSACTIONS_UPDATED",
        "account.pendingTransactionsCreated, PENDING_TRANSACTIONS_CREATED",
        "account.pendingTransactionsUpdated, PENDING_TRANSACTIONS_UPDATED",
        "account.reauthorized, ACCOUNT_REAUTHORIZED",
        "integration.created, LINK_CREATED",
        "integration.revoked, LINK_REVOKED",
        "integration.accountAdded, ACCOUNT_SHARED",
        "integration.accountRevoked, ACCOUNT_UNSHARED",
        "organization.blocked, ORGANIZATION_BLOCKED",
        "organization.unblocked, ORGANIZATION_UNBLOCKED",
        "paymentRequest.closed, PAYMENT_REQUEST_CLOSED",
        "account.somethingNew, UNKNOWN"
    })
    void everyTypeIsKnownAndANewOneIsAccepted(String type, FeedEvent.Kind kind) throws Exception {
        body = "{\"data\":{\"type\":\"pontoConnect.%s\",\"id\":\"e-2\",\"attributes\":{\"count\":\"x\"}}}"
                .formatted(type)
                .getBytes(StandardCharsets.UTF_8);
        FeedEvent event = verify(token(claims -> {}));
        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.type()).isEqualTo("pontoConnect." + type);
        assertThat(event.account()).isNull();
        assertThat(event.count()).isNull();
        assertThat(event.createdAt()).isNull();
    }

    @Test
    void oneChangedByteIsRefused() throws Exception {
        String token = token(claims -> {});
        body[body.length - 2] = ' ';
        body[20]++;
        assertRefused(token, "digest");
    }

    @Test
    void aListAsAudienceIsFine() throws Exception {
        assertThat(verify(token(claims -> claims.putArray("aud").add("x").add(APPLICATION)))
                        .id())
                .isEqualTo("e-1");
    }

    @Test
    void claimsThatDoNotHoldAreRefused() throws Exception {
        assertRefused(token(claims -> claims.put("iss", "https://api.ibanity.com.evil.example")), "not made by");
        assertRefused(token(claims -> claims.remove("iss")), "not made by");
        assertRefused(token(claims -> claims.put("aud", "client-1")), "another application");
        assertRefused(token(claims -> claims.putArray("aud")), "another application");
        assertRefused(token(claims -> claims.remove("aud")), "another application");
        assertRefused(token(claims -> claims.remove("iat")), "from when until when");
        assertRefused(token(claims -> claims.remove("exp")), "from when until when");
        assertRefused(token(claims -> claims.put("exp", "tomorrow")), "from when until when");
        assertRefused(token(claims -> claims.remove("digest")), "digest");
    }

    @Test
    void clocksMayDifferByHalfAMinute() throws Exception {
        long now = time.now().getEpochSecond();
        assertThat(verify(token(claims -> claims.put("iat", now + 30).put("exp", now + 90))))
                .isNotNull();
        assertThat(verify(token(claims -> claims.put("iat", now - 90).put("exp", now - 30))))
                .isNotNull();
        assertRefused(token(claims -> claims.put("iat", now + 31).put("exp", now + 90)), "future");
        assertRefused(token(claims -> claims.put("iat", now - 91).put("exp", now - 31)), "too old");
    }

    @Test
    void secondsMayHaveAFractionAndNoTimeIsTooFar() throws Exception {
        double now = time.now().getEpochSecond();
        assertThat(verify(token(claims -> claims.put("iat", now + 0.5).put("exp", now + 60.25))))
                .isNotNull();
        assertRefused(token(claims -> claims.put("exp", Long.MAX_VALUE)), "from when until when");
        assertRefused(token(claims -> claims.put("exp", 1e300)), "from when until when");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "RS256", "HS512", "PS512", "rs512"})
    void onlyOneAlgorithmIsAccepted(String algorithm) throws Exception {
        String token = token("{\"alg\":\"%s\",\"kid\":\"key-1\"}".formatted(algorithm), KEYS, claims -> {});
        assertThatThrownBy(() -> verify(token)).isInstanceOf(FeedEventRefusedException.class);
        assertThat(server.count(KEYS_CALL)).isZero();
    }

    @Test
    void aSignatureOfAnotherKeyIsRefused() throws Exception {
        assertRefused(token("{\"alg\":\"RS512\",\"kid\":\"key-1\"}", OTHERS, claims -> {}), "does not hold");
        String good = token(claims -> {});
        int dot = good.lastIndexOf('.');
        char first = good.charAt(dot + 1);
        assertRefused(good.substring(0, dot + 1) + (first == 'A' ? 'B' : 'A') + good.substring(dot + 2), "not hold");
    }

    @Test
    void aTokenThatAsksForWhatWeDoNotKnowIsRefused() throws Exception {
        assertRefused(token("{\"alg\":\"RS512\",\"kid\":\"key-1\",\"crit\":[\"x\"],\"x\":1}", KEYS, claims -> {}), "");
        assertRefused(token("{\"alg\":\"RS512\"}", KEYS, claims -> {}), "names no key");
    }

    @Test
    void headersThatAreNoneAreRefused() {
        assertRefused("", "no signed token");
        assertRefused("a.b", "no signed token");
        assertRefused("keyId=\"x\",signature=\"y\"", "no signed token");
        assertRefused("a".repeat(20_000), "longer");
        assertThatThrownBy(() -> feed.verify(Map.of(), body)).isInstanceOf(FeedEventRefusedException.class);
        assertThatThrownBy(() -> feed.verify(Map.of("Signature", List.of("a.b.c", "a.b.c")), body))
                .isInstanceOf(FeedEventRefusedException.class)
                .hasMessageContaining("2 headers");
    }

    @Test
    void aHugeBodyIsRefusedBeforeAnythingElse() {
        body = new byte[(1 << 20) + 1];
        assertRefused("a.b.c", "larger than 1,024 KiB");
    }

    @Test
    void aSignedBodyThatIsNoEventIsOneSentence() throws Exception {
        for (String text :
                List.of("", "null", "[]", "{\"data\":{\"id\":\"x\"}}", "{\"data\":{\"type\":\"t\"", "\"x\"")) {
            body = text.getBytes(StandardCharsets.UTF_8);
            assertRefused(token(claims -> {}), "is the provider’s, but");
        }
    }

    @Test
    void aDeliveryWithoutAnIdIsKnownByItsToken() throws Exception {
        String token = token(claims -> claims.remove("jti"));
        assertThat(verify(token).deliveryId())
                .startsWith("jws-")
                .isEqualTo(verify(token).deliveryId());
    }

    @Test
    void keysAreKeptForAMinute() throws Exception {
        verify(token(claims -> {}));
        time.pass(Duration.ofSeconds(59));
        verify(token(claims -> {}));
        assertThat(server.count(KEYS_CALL)).isEqualTo(1);
        time.pass(Duration.ofSeconds(1));
        verify(token(claims -> {}));
        assertThat(server.count(KEYS_CALL)).isEqualTo(2);
    }

    @Test
    void anUnknownKeyIsLookedForOnceAndNotByWhoeverLikes() throws Exception {
        verify(token(claims -> {}));
        String strange = token("{\"alg\":\"RS512\",\"kid\":\"key-2\"}", OTHERS, claims -> {});
        assertRefused(strange, "does not publish");
        assertThat(server.count(KEYS_CALL)).isEqualTo(1);
        time.pass(Duration.ofSeconds(10));
        assertRefused(strange, "does not publish");
        assertRefused(strange, "does not publish");
        assertThat(server.count(KEYS_CALL)).isEqualTo(2);
    }

    @Test
    void aRotatedKeyIsFound() throws Exception {
        verify(token(claims -> {}));
        server.forget(KEYS_CALL);
        publish(jwk("key-1", KEYS, ""), jwk("key-2", OTHERS, ""));
        time.pass(Duration.ofSeconds(10));
        assertThat(verify(token("{\"alg\":\"RS512\",\"kid\":\"key-2\"}", OTHERS, claims -> {})))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"status\":\"INACTIVE\"",
                "\"status\":null",
                "\"use\":\"enc\"",
                "\"alg\":\"RS256\"",
                "\"kty\":\"EC\""
            })
    void aKeyThatIsNotForThisUseIsNone(String instead) throws Exception {
        server.forget(KEYS_CALL);
        publish(jwk("key-1", KEYS, instead));
        assertRefused(token(claims -> {}), "does not publish");
    }

    @Test
    void aWeakKeyIsNone() throws Exception {
        server.forget(KEYS_CALL);
        publish(jwk("key-1", WEAK, ""));
        assertRefused(token("{\"alg\":\"RS512\",\"kid\":\"key-1\"}", WEAK, claims -> {}), "does not publish");
    }

    @Test
    void aPaddedModulusIsReadToo() throws Exception {
        server.forget(KEYS_CALL);
        String padded = Base64.getUrlEncoder().encodeToString(modulus(KEYS));
        assertThat(padded).endsWith("=");
        publish(jwk("key-1", KEYS, "\"n\":\"" + padded + "\""));
        assertThat(verify(token(claims -> {}))).isNotNull();
    }

    @Test
    void keysThatCannotBeFetchedAreNotTheSendersFault() throws Exception {
        server.forget(KEYS_CALL);
        server.tell(KEYS_CALL, PontoServer.json(503, "<html>"), PontoServer.json(200, "{\"keys\": nonsense"));
        String token = token(claims -> {});
        assertThatThrownBy(() -> verify(token)).isInstanceOf(BankFeedException.Unavailable.class);
        assertThatThrownBy(() -> verify(token)).isInstanceOf(BankFeedException.Unavailable.class);
        assertThat(server.count(KEYS_CALL)).isEqualTo(1);
        time.pass(Duration.ofSeconds(10));
        assertThatThrownBy(() -> verify(token)).isInstanceOf(BankFeedException.Refused.class);
        publish(jwk("key-1", KEYS, ""));
        time.pass(Duration.ofSeconds(10));
        assertThat(verify(token)).isNotNull();
    }

    @Test
    void withoutAnApplicationIdNothingCanBeProven() {
        keys.remove("application.id");
        configure();
        assertThatThrownBy(() -> verify("a.b.c"))
                .isInstanceOf(BankFeedException.Misconfigured.class)
                .hasMessageContaining("application.id");
    }

    @Test
    void theDefaultsAreIbanitys() throws Exception {
        Settings custom = Configs.settings(
                Settings.Product.CUSTOM,
                Map.of(
                        "client.id",
                        "c",
                        "client.secret.file",
                        secretFile.toString(),
                        "api.url",
                        "https://api.ibanity.com/x"));
        Hooks hooks = Access.read(custom, time.now()).hooks();
        assertThat(hooks.issuer()).isEqualTo("https://api.ibanity.com");
        assertThat(hooks.keys()).hasToString("https://api.ibanity.com/webhooks/keys");
    }

    private void configure() {
        feed.close();
        feed = connect(keys);
    }

    private FeedEvent verify(String token) throws Exception {
        return feed.verify(Map.of("content-type", List.of("application/json"), "signature", List.of(token)), body);
    }

    private void assertRefused(String token, String why) {
        assertThatThrownBy(() -> verify(token))
                .isInstanceOf(FeedEventRefusedException.class)
                .hasMessageContaining(why);
    }

    private String token(Consumer<ObjectNode> change) throws Exception {
        return token("{\"alg\":\"RS512\",\"kid\":\"key-1\"}", KEYS, change);
    }

    private String token(String header, KeyPair signer, Consumer<ObjectNode> change) throws Exception {
        long now = time.now().getEpochSecond();
        ObjectNode claims = Json.MAPPER.createObjectNode();
        claims.put("iss", "https://api.ibanity.com");
        claims.put("aud", APPLICATION);
        claims.put(
                "digest",
                Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-512").digest(body)));
        claims.put("iat", now);
        claims.put("exp", now + 60);
        claims.put("jti", "jti-1");
        change.accept(claims);
        String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(sign(signer.getPrivate(), signed));
    }

    private static byte[] sign(PrivateKey key, String text) throws Exception {
        Signature rsa = Signature.getInstance("SHA512withRSA");
        rsa.initSign(key);
        rsa.update(text.getBytes(StandardCharsets.US_ASCII));
        return rsa.sign();
    }

    private void publish(String... jwks) {
        server.tell(
                KEYS_CALL,
                new MockResponse.Builder()
                        .body("{\"keys\":[" + String.join(",", jwks) + "]}")
                        .build());
    }

    /** @param instead a member that takes the place of the one with its name */
    private static String jwk(String id, KeyPair pair, String instead) {
        try {
            ObjectNode key = Json.MAPPER.createObjectNode();
            key.put("kty", "RSA")
                    .put("use", "sig")
                    .put("alg", "RS512")
                    .put("kid", id)
                    .put("status", "ACTIVE");
            key.put(
                    "e",
                    base64(((RSAPublicKey) pair.getPublic()).getPublicExponent().toByteArray()));
            key.put("n", base64(modulus(pair)));
            key.setAll((ObjectNode) Json.MAPPER.readTree("{" + instead + "}"));
            return key.toString();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static byte[] modulus(KeyPair pair) {
        byte[] octets = ((RSAPublicKey) pair.getPublic()).getModulus().toByteArray();
        return octets[0] == 0 ? Arrays.copyOfRange(octets, 1, octets.length) : octets;
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static KeyPair pair(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
