package org.bankfeed.simulator.internal.tls;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.x500.X500Principal;
import okhttp3.tls.HeldCertificate;
import org.bankfeed.simulator.internal.state.PrivateFiles;

/** The client's second pair of keys: it signs requests (HTTP signatures), and has nothing to do with TLS. */
public final class SignatureCertificate {

    public static final String FILE = "signature.pem";
    public static final String KEY_FILE = "signature-key.pem";

    private static final Duration LIFE = Duration.ofDays(825);
    private static final String SERIAL_NUMBER = "2.5.4.5";
    private static final Pattern ID = Pattern.compile("(?:^|,)serialNumber=([^,]+)");

    private final HeldCertificate held;

    private SignatureCertificate(HeldCertificate held) {
        this.held = held;
    }

    public static SignatureCertificate create() {
        HeldCertificate keys = new HeldCertificate.Builder().rsa2048().build();
        String certificate = SelfSigned.pem(
                keys.keyPair(),
                "Signatures of the application of the Ponto simulator",
                UUID.randomUUID().toString(),
                LIFE);
        return new SignatureCertificate(HeldCertificate.decode(certificate + keys.privateKeyPkcs8Pem()));
    }

    /** The one in {@code directory}, or a new one, written there. */
    public static SignatureCertificate in(Path directory) throws IOException {
        Optional<SignatureCertificate> kept = read(directory);
        if (kept.isPresent()) {
            return kept.get();
        }
        SignatureCertificate made = create();
        made.writeClientFiles(directory);
        return made;
    }

    private static Optional<SignatureCertificate> read(Path directory) throws IOException {
        Path certificate = directory.resolve(FILE);
        Path key = directory.resolve(KEY_FILE);
        if (!Files.isReadable(certificate) || !Files.isReadable(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SignatureCertificate(
                    HeldCertificate.decode(Files.readString(certificate, StandardCharsets.US_ASCII)
                            + Files.readString(key, StandardCharsets.US_ASCII))));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // damaged: made anew
        }
    }

    public void writeClientFiles(Path directory) throws IOException {
        Files.writeString(directory.resolve(FILE), pem());
        PrivateFiles.write(directory.resolve(KEY_FILE), keyPem());
    }

    public String pem() {
        return held.certificatePem();
    }

    /** PKCS#8, not encrypted. */
    public String keyPem() {
        return held.privateKeyPkcs8Pem();
    }

    /** What a client calls the key: the serialNumber in the certificate's name. */
    public String keyId() {
        Matcher id = ID.matcher(held.certificate()
                .getSubjectX500Principal()
                .getName(X500Principal.RFC2253, Map.of(SERIAL_NUMBER, "serialNumber")));
        return id.find() ? id.group(1) : "";
    }

    public PublicKey publicKey() {
        return held.certificate().getPublicKey();
    }
}
