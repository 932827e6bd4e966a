package org.bankfeed.ponto.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mockwebserver3.RecordedRequest;
import okhttp3.tls.HeldCertificate;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.PontoConnectFeed;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.WithServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignaturesTest extends WithServer {

    private static final HeldCertificate SIGNER =
            new HeldCertificate.Builder().rsa2048().commonName("signature").build();
    private static final String RENEWAL = "POST /accounts/a1/reauthorization-requests";
    private static final URI BACK = URI.create("https://books.example/back");
    private static final String ID = "cert-1";

    private final Map<String, String> keys = new LinkedHashMap<>();

    @BeforeEach
    void signing() throws IOException {
        keys.put("signature.certificate.file", file("signature.pem", SIGNER.certificatePem()));
        keys.put("signature.private.key.file", file("signature-key.pem", SIGNER.privateKeyPkcs8Pem()));
        keys.put("signature.key.id", ID);
    }

    @Test
    void aPostIsSignedAsIbanityVerifiesIt() throws Exception {
        RecordedRequest sent = renewal();
        SignatureVerifier signature = new SignatureVerifier(sent);
        assertThat(signature.keyId).isEqualTo(ID);
        assertThat(signature.created).isEqualTo(time.now().getEpochSecond());
        assertThat(signature.names)
                .isEqualTo(List.of(
                        "(request-target)", "host", "digest", "(created)", "authorization", "ibanity-idempotency-key"));
        assertThat(sent.getHeaders().get("Signature")).contains("created=\"" + signature.created + "\"");
        assertThat(signature.isGood(key(), host(), sent.getTarget())).isTrue();
        assertThat(signature.isGood(key(), host(), sent.getTarget() + "?x")).isFalse();
    }

    @Test
    void getAndOauthAreSignedOnlyWhereConfigured() throws Exception {
        signed().accounts(secrets);
        assertThat(server.last("GET /accounts").getHeaders().get("Signature")).isNull();
        assertThat(server.last("POST /oauth2/token").getHeaders().get("Signature"))
                .isNull();

        keys.put("signature.get", "true");
        keys.put("signature.oauth", "true");
        signed().accounts(secrets);
        RecordedRequest list = server.last("GET /accounts");
        assertThat(list.getTarget()).contains("?page");
        assertThat(new SignatureVerifier(list).isGood(key(), host(), list.getTarget()))
                .isTrue();
        RecordedRequest token = server.last("POST /oauth2/token");
        assertThat(new SignatureVerifier(token).isGood(key(), host(), token.getTarget()))
                .isTrue();
    }

    @Test
    void behindAProxyIbanitysOwnAddressIsSigned() throws Exception {
        keys.put("signature.url", "https://api.ibanity.com/ponto/");
        RecordedRequest sent = renewal();
        assertThat(new SignatureVerifier(sent)
                        .isGood(key(), "api.ibanity.com", "/ponto/accounts/a1/reauthorization-requests"))
                .isTrue();
    }

    @Test
    void aRepeatedRequestIsSignedWithItsNewToken() throws Exception {
        server.tell(RENEWAL, PontoServer.problem(401, "invalidAccessToken"));
        RecordedRequest second = renewal();
        assertThat(server.count(RENEWAL)).isEqualTo(2);
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer access-2");
        assertThat(new SignatureVerifier(second).isGood(key(), host(), second.getTarget()))
                .isTrue();
    }

    @Test
    void theKeysIdStandsInItsCertificatesName() throws Exception {
        keys.remove("signature.key.id");
        String openssl = PontoServer.text("signature-certificate.pem");
        keys.put("signature.certificate.file", file("named.pem", openssl));
        keys.put("signature.private.key.file", file("named-key.pem", PontoServer.text("signature-key.pem")));
        assertThat(new SignatureVerifier(renewal()).keyId).isEqualTo("75b5d796-de5c-400a-81ce-e72371b01cbc");
    }

    @Test
    void aClientFileMayNameTheSignatureToo() throws Exception {
        keys.clear();
        file("sign.pem", SIGNER.certificatePem());
        file("sign-key.pem", SIGNER.privateKeyPkcs8Pem());
        keys.put("client.json", file("client.json", """
                {"signatureCertificate": "sign.pem", "signatureKey": "sign-key.pem", "signatureKeyId": "from-file"}"""));
        RecordedRequest sent = renewal();
        SignatureVerifier signature = new SignatureVerifier(sent);
        assertThat(signature.keyId).isEqualTo("from-file");
        assertThat(signature.isGood(key(), host(), sent.getTarget())).isTrue();
    }

    @Test
    void aKeyWithoutAnIdIsRefused() {
        keys.remove("signature.key.id");
        assertThatThrownBy(this::renewal)
                .isInstanceOf(BankFeedException.Misconfigured.class)
                .hasMessageContaining("signature.key.id is missing");
    }

    @Test
    void anEllipticKeyIsRefused() throws Exception {
        HeldCertificate elliptic = new HeldCertificate.Builder().ecdsa256().build();
        keys.put("signature.certificate.file", file("ec.pem", elliptic.certificatePem()));
        keys.put("signature.private.key.file", file("ec-key.pem", elliptic.privateKeyPkcs8Pem()));
        assertThatThrownBy(this::renewal)
                .isInstanceOf(BankFeedException.Misconfigured.class)
                .hasMessageContaining("signature.private.key.file")
                .hasMessageContaining("RSA");
    }

    private RecordedRequest renewal() throws Exception {
        server.tell(RENEWAL, server.recorded("reauthorization.json"));
        signed().reauthorize(secrets, Connected.ACCOUNT.id(), BACK);
        return server.last(RENEWAL);
    }

    private PontoConnectFeed signed() {
        feed.close();
        feed = connect(keys);
        return feed;
    }

    private String host() {
        return "127.0.0.1:" + URI.create(server.api()).getPort();
    }

    private static PublicKey key() {
        return SIGNER.certificate().getPublicKey();
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }
}
