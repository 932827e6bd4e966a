package org.bankfeed.simulator.internal.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.bankfeed.simulator.internal.state.PrivateFiles;

/**
 * An authority of the simulator's own, the server's certificate (localhost, 127.0.0.1) and the one client certificate
 * that it accepts.
 */
public final class Certificates {

    /** The files that a client needs, and the server's own. */
    public static final String CA_FILE = "ca.pem";

    public static final String CLIENT_FILE = "client.pem";
    public static final String CLIENT_KEY_FILE = "client-key.pem";
    private static final String SERVER_FILE = "server.pem";

    private static final Duration AUTHORITY = Duration.ofDays(3650);
    private static final Duration LEAF = Duration.ofDays(825); // the longest that browsers accept of a server

    /** So long before it is made, a client's certificate is good: a client may live in an earlier time. */
    static final Duration BEFORE = Duration.ofDays(3650);

    private static final Duration WORTH_KEEPING = Duration.ofDays(30);

    private final X509Certificate authority;
    private final HeldCertificate server;
    private final HeldCertificate client;

    private Certificates(X509Certificate authority, HeldCertificate server, HeldCertificate client) {
        this.authority = authority;
        this.server = server;
        this.client = client;
    }

    /** New ones. The authority's key is forgotten at once: nothing else is ever signed with it. */
    public static Certificates create() {
        Instant now = Instant.now();
        HeldCertificate authority = new HeldCertificate.Builder()
                .commonName("Ponto simulator authority")
                .certificateAuthority(0)
                .validityInterval(now.toEpochMilli(), now.plus(AUTHORITY).toEpochMilli())
                .build();
        HeldCertificate server = new HeldCertificate.Builder()
                .commonName("localhost")
                .addSubjectAlternativeName("localhost")
                .addSubjectAlternativeName("127.0.0.1")
                .validityInterval(now.toEpochMilli(), now.plus(LEAF).toEpochMilli())
                .signedBy(authority)
                .build();
        HeldCertificate client = new HeldCertificate.Builder()
                .commonName("Application of the Ponto simulator")
                .validityInterval(
                        now.minus(BEFORE).toEpochMilli(), now.plus(LEAF).toEpochMilli())
                .rsa2048() // what Ibanity hands out
                .signedBy(authority)
                .build();
        return new Certificates(authority.certificate(), server, client);
    }

    /** The ones in {@code directory} if they are whole and last for another month, else new ones, written there. */
    public static Certificates in(Path directory) throws IOException {
        Optional<Certificates> kept = read(directory);
        if (kept.isPresent()) {
            return kept.get();
        }
        Certificates made = create();
        made.writeClientFiles(directory);
        PrivateFiles.write(
                directory.resolve(SERVER_FILE), made.server.certificatePem() + made.server.privateKeyPkcs8Pem());
        return made;
    }

    /** Writes what a client needs; only the owner can read the key. */
    public void writeClientFiles(Path directory) throws IOException {
        Files.writeString(directory.resolve(CA_FILE), authorityPem());
        Files.writeString(directory.resolve(CLIENT_FILE), clientPem());
        PrivateFiles.write(directory.resolve(CLIENT_KEY_FILE), clientKeyPem());
    }

    public String authorityPem() {
        return okhttp3.tls.Certificates.certificatePem(authority);
    }

    public String clientPem() {
        return client.certificatePem();
    }

    /** PKCS#8, not encrypted. */
    public String clientKeyPem() {
        return client.privateKeyPkcs8Pem();
    }

    public SSLContext serverContext() {
        return handshake(server).sslContext();
    }

    public SSLContext clientContext() {
        return handshake(client).sslContext();
    }

    /** Trusts the simulator's authority alone. */
    public X509TrustManager trust() {
        return handshake(client).trustManager();
    }

    private HandshakeCertificates handshake(HeldCertificate identity) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(identity)
                .addTrustedCertificate(authority)
                .build();
    }

    private static Optional<Certificates> read(Path directory) throws IOException {
        Path authority = directory.resolve(CA_FILE);
        Path server = directory.resolve(SERVER_FILE);
        Path client = directory.resolve(CLIENT_FILE);
        Path clientKey = directory.resolve(CLIENT_KEY_FILE);
        if (!Stream.of(authority, server, client, clientKey).allMatch(Files::isReadable)) {
            return Optional.empty();
        }
        try {
            Certificates kept = new Certificates(
                    okhttp3.tls.Certificates.decodeCertificatePem(text(authority)),
                    HeldCertificate.decode(text(server)),
                    HeldCertificate.decode(text(client) + text(clientKey)));
            return kept.isWorthKeeping() ? Optional.of(kept) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // damaged: made anew
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.US_ASCII);
    }

    private boolean isWorthKeeping() {
        return Stream.of(authority, server.certificate(), client.certificate())
                .allMatch(certificate -> lastsLongEnough(certificate) && isOurs(certificate));
    }

    private static boolean lastsLongEnough(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().isAfter(Instant.now().plus(WORTH_KEEPING));
    }

    private boolean isOurs(X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
