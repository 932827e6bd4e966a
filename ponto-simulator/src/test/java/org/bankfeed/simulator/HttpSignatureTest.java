package org.bankfeed.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway.Init") // started before each test
class HttpSignatureTest {

    private static final String BODY = """
            {"data":{"attributes":{"redirectUri":"http://localhost:1/back"}}}""";

    private PontoSimulator simulator;
    private Caller caller;
    private String token;
    private URI request;

    @BeforeEach
    void start() throws Exception {
        simulator = PontoSimulator.start(SimulatorOptions.DEFAULTS
                .withHistory(Lines.many(1))
                .withLive(true)
                .withClock(new VirtualClock("2026-03-02T12:00:00Z")));
        caller = new Caller(simulator);
        token = caller.redeem(caller.consent(), Caller.VERIFIER)
                .json()
                .path("access_token")
                .asText();
        caller.with(token);
        String account = caller.get("/accounts").ids().get(0);
        request = URI.create(simulator.baseUrl() + "/accounts/" + account + "/reauthorization-requests");
    }

    @AfterEach
    void stop() {
        simulator.close();
    }

    private int post(String host, boolean quoted, String signedBody, long created, String keyId) throws Exception {
        String authorization = "Bearer " + token;
        String digest = "SHA-512="
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-512")
                                .digest(signedBody.getBytes(StandardCharsets.UTF_8)));
        String text = "(request-target): post " + request.getPath() + "\nhost: " + host + "\ndigest: " + digest
                + "\n(created): " + created + "\nibanity-idempotency-key: k\nauthorization: " + authorization;
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        String pem = simulator.signatureKeyPem().replaceAll("-----[A-Z ]+-----|\\s", "");
        pss.initSign(KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
        pss.update(text.getBytes(StandardCharsets.UTF_8));
        String quote = quoted ? "\"" : "";
        String header = "keyId=\"" + keyId + "\",created=" + quote + created + quote + ",algorithm=\"hs2019\","
                + "headers=\"(request-target) host digest (created) ibanity-idempotency-key authorization\","
                + "signature=\"" + Base64.getEncoder().encodeToString(pss.sign()) + "\"";
        return HttpClient.newBuilder()
                .sslContext(simulator.clientContext())
                .build()
                .send(
                        HttpRequest.newBuilder(request)
                                .header("Authorization", authorization)
                                .header("Ibanity-Idempotency-Key", "k")
                                .header("Digest", digest)
                                .header("Signature", header)
                                .POST(BodyPublishers.ofString(BODY))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }

    @Test
    void takesGoodOnesAndRefusesTheOthers() throws Exception {
        long now = Instant.now().getEpochSecond();
        String id = simulator.signatureKeyId();
        String host = request.getAuthority();
        assertThat(post(host, true, BODY, now, id)).isEqualTo(201);
        assertThat(post("localhost", false, BODY, now, id)).isEqualTo(201);
        assertThat(post("api.ibanity.com", false, BODY, now, id)).isEqualTo(201);
        assertThat(post("evil.example", true, BODY, now, id)).isEqualTo(401);
        assertThat(post(host, true, BODY + " ", now, id)).isEqualTo(401);
        assertThat(post(host, true, BODY, now - 3600, id)).isEqualTo(401);
        assertThat(post(host, true, BODY, now, "another")).isEqualTo(401);
    }

    @Test
    void readsNeedNoneAndWritesDo() {
        assertThat(caller.get("/accounts").status()).isEqualTo(200);
        Caller.Reply unsigned = caller.post(request.toString(), BODY);
        assertThat(unsigned.status()).isEqualTo(401);
        assertThat(unsigned.errorCode()).isEqualTo("invalidSignature");
        assertThat(caller.delete("/accounts/x").status()).isEqualTo(401);
    }
}
