package org.bankfeed.ponto.internal.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLSocket;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.Configs;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.PontoConnectFeed;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.store.FakeSecrets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mutual TLS as Ponto Connect demands it. */
class TlsTest {

    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HeldCertificate STRANGERS_AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    @TempDir
    Path folder;

    private final MockWebServer server = new MockWebServer();
    private final FakeSecrets secrets = Connected.linked();
    private HandshakeCertificates serverSide;
    private PontoConnectFeed feed;

    @BeforeEach
    void start() throws IOException {
        HeldCertificate own = new HeldCertificate.Builder()
                .addSubjectAlternativeName("localhost")
                .signedBy(AUTHORITY)
                .build();
        serverSide = new HandshakeCertificates.Builder()
                .heldCertificate(own)
                .addTrustedCertificate(AUTHORITY.certificate())
                .build();
        server.useHttps(serverSide.sslSocketFactory());
        server.requireClientAuth();
        server.start(loopback(), 0);
        write("ca.pem", AUTHORITY.certificatePem());
        client(AUTHORITY, "first");
        feed = feed(server.getPort(), Map.of());
    }

    private PontoConnectFeed feed(int port, Map<String, String> more) throws IOException {
        write(
                "client.json",
                "{\"baseUrl\":\"https://localhost:%d\",\"clientId\":\"c\",\"clientSecret\":\"s\"}".formatted(port));
        Map<String, String> values = new HashMap<>(more);
        values.put("client.json", folder.resolve("client.json").toString());
        return new PontoConnectFeed(Configs.settings(Settings.Product.CONNECT, values), "1", Time.MACHINE);
    }

    private static InetAddress loopback() {
        return InetAddress.getLoopbackAddress();
    }

    @AfterEach
    void stop() {
        feed.close();
        server.close();
    }

    @Test
    void theClientIsKnownByItsCertificate() throws Exception {
        answerOnce();
        assertThat(feed.accounts(secrets)).isEmpty();
        assertThat(peer()).isEqualTo("CN=first");
    }

    @Test
    void aCertificateThatPontoDoesNotAcceptIsTheOperatorsMatter() throws IOException {
        client(STRANGERS_AUTHORITY, "stranger");
        assertThatThrownBy(() -> feed.accounts(secrets))
                .isInstanceOf(BankFeedException.Misconfigured.class)
                .hasMessageContaining("certificate.file");
    }

    @Test
    void aDoorThatClosesWithoutAWordOnceItHasSeenTheCertificateIsSaidToBeThat() throws Exception {
        try (ServerSocket door =
                serverSide.sslContext().getServerSocketFactory().createServerSocket(0, 9, loopback())) {
            Thread keeper = new Thread(() -> closeWhoeverComes(door), "door");
            keeper.start();
            feed.close();
            feed = feed(door.getLocalPort(), Map.of("retry.most", "0"));
            assertThatThrownBy(() -> feed.accounts(secrets))
                    .isInstanceOfSatisfying(
                            BankFeedException.Unavailable.class,
                            closed -> assertThat(closed.turnedAway()).isTrue())
                    .hasMessageContaining("without a word")
                    .hasMessageContaining("certificate.file");
            door.close();
            keeper.join();
        }
    }

    private static void closeWhoeverComes(ServerSocket door) {
        while (!door.isClosed()) {
            try (SSLSocket visitor = (SSLSocket) door.accept()) {
                visitor.startHandshake();
            } catch (IOException closed) {
                // the visitor or the door is gone
            }
        }
    }

    @Test
    void aServerThatNobodyVouchesForIsNotSpokenTo() throws IOException {
        write("ca.pem", STRANGERS_AUTHORITY.certificatePem());
        assertThatThrownBy(() -> feed.accounts(secrets))
                .isInstanceOf(BankFeedException.Misconfigured.class)
                .hasMessageContaining("ca.file");
        assertThat(server.getRequestCount()).isZero();
    }

    @Test
    void aNewCertificateNeedsNoRestart() throws Exception {
        answerOnce();
        feed.accounts(secrets);
        peer();
        client(AUTHORITY, "second");
        answerOnce();
        feed.accounts(secrets);
        assertThat(peer()).isEqualTo("CN=second");
    }

    @Test
    void whileFilesAreExchangedTheOldCertificateServes() throws Exception {
        answerOnce();
        feed.accounts(secrets);
        peer();
        write("client.pem", "half writ");
        server.enqueue(accounts());
        assertThat(feed.accounts(secrets)).isEmpty();
        assertThat(peer()).isEqualTo("CN=first");
    }

    private void client(HeldCertificate authority, String name) throws IOException {
        HeldCertificate client = new HeldCertificate.Builder()
                .commonName(name)
                .signedBy(authority)
                .build();
        write("client.pem", client.certificatePem());
        write("client-key.pem", client.privateKeyPkcs8Pem());
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        FileTime before = Files.exists(file) ? Files.getLastModifiedTime(file) : FileTime.from(Instant.EPOCH);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.setLastModifiedTime(file, FileTime.from(before.toInstant().plusSeconds(60)));
    }

    private void answerOnce() {
        server.enqueue(new MockResponse.Builder()
                .body("{\"access_token\":\"a\",\"expires_in\":1799}")
                .build());
        server.enqueue(accounts());
    }

    private static MockResponse accounts() {
        return new MockResponse.Builder().body("{\"data\":[]}").build();
    }

    private String peer() throws Exception {
        String name = "";
        while (server.getRequestCount() > 0) {
            var request = server.takeRequest(0, java.util.concurrent.TimeUnit.SECONDS);
            if (request == null) {
                break;
            }
            name = String.valueOf(request.getHandshake().peerPrincipal());
        }
        return name;
    }
}
