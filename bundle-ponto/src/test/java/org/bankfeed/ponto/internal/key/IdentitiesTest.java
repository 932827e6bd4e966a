package org.bankfeed.ponto.internal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import okhttp3.tls.HeldCertificate;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedCertificate;
import org.bankfeed.feed.FeedHealth;
import org.bankfeed.ponto.internal.Configs;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.ExpiryLog;
import org.bankfeed.ponto.internal.PontoConnectFeed;
import org.bankfeed.ponto.internal.TestTime;
import org.bankfeed.ponto.internal.access.Access;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.store.FakeSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates in both forms, and the change from one to the next. */
class IdentitiesTest {

    private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    Path folder;

    private final TestTime time = new TestTime(START);
    private final Map<String, String> keys = new LinkedHashMap<>();

    @BeforeEach
    void whole() throws IOException {
        keys.put("client.id", "client-1");
        keys.put("client.secret.file", file("secret", "s3cret"));
        pem("", held("own", -100, 90));
    }

    @Test
    void aKeystoreServesAsWellAsTwoPemFiles() throws Exception {
        HeldCertificate held = held("kept", -1, 10);
        keys.remove("certificate.file");
        keys.remove("private.key.file");
        keys.put("keystore.file", keystore("own.p12", held, "open sesame"));
        assertFault("keystore.passphrase.file is missing");
        keys.put("keystore.passphrase.file", file("passphrase", "close sesame"));
        assertFault("keystore.file", "own.p12", "keystore.passphrase.file");
        keys.put("keystore.passphrase.file", file("passphrase", "open sesame\n"));
        assertThat(used()).isEqualTo("CN=kept");
        Files.setPosixFilePermissions(folder.resolve("own.p12"), PosixFilePermissions.fromString("rw-r--r--"));
        assertFault("keystore.file", "chmod 600");
        keys.put("keystore.file", file("garbage.p12", "no keystore"));
        assertFault("keystore.file", "garbage.p12");
    }

    @Test
    void theNextCertificateIsUsedAsSoonAsItIsValid() throws Exception {
        pem("next.", held("next", 5, 400));
        assertThat(used()).isEqualTo("CN=own");
        assertThat(access().reviewAt()).isEqualTo(START.plus(Duration.ofDays(5)));
        time.pass(Duration.ofDays(5));
        assertThat(used()).isEqualTo("CN=next");
    }

    @Test
    void theFeedChangesByItselfWhenTheTimeComes() throws Exception {
        pem("next.", held("next", 5, 400));
        PontoConnectFeed feed = feed();
        assertThat(inUse(feed)).isEqualTo("CN=own");
        time.pass(Duration.ofDays(6));
        assertThat(inUse(feed)).isEqualTo("CN=next");
        feed.close();
    }

    @Test
    void aNextCertificateThatDoesNotHoldIsToldAndTheOldOneServes() throws Exception {
        HeldCertificate next = held("next", -1, 400);
        pem("next.", next);
        file("next.key.pem", held("other", -1, 400).privateKeyPkcs8Pem());
        PontoConnectFeed feed = feed();
        assertThat(inUse(feed)).isEqualTo("CN=own");
        assertThat(feed.health().fault())
                .contains("next.private.key.file")
                .contains("is not the key of next.certificate.file");
        file("next.key.pem", next.privateKeyPkcs8Pem());
        assertThat(inUse(feed)).isEqualTo("CN=next");
        assertThat(feed.health().fault()).isNull();
        feed.close();
    }

    @Test
    void anOldCertificateThatEndedDoesNotStandInTheNextOnesWay() throws Exception {
        pem("", held("own", -100, -1));
        pem("next.", held("next", -2, 400));
        assertThat(used()).isEqualTo("CN=next");
    }

    @Test
    void oneThatIsNotYetValidIsOneSentence() throws Exception {
        pem("", held("own", 1, 90));
        assertFault("certificate.file", "begins only on 2026-03-02", "clock");
    }

    @Test
    void theEndIsAnnouncedAtSixtyThirtyFourteenAndSevenDays() throws Exception {
        PontoConnectFeed feed = feed();
        FeedCertificate certificate = feed.health().certificates().get(0);
        assertThat(certificate.purpose()).isEqualTo("TLS");
        assertThat(certificate.ends()).isEqualTo(START.plus(Duration.ofDays(90)));
        int[] expected = {0, 60, 60, 30, 14, 7, 7};
        int[] daysLeft = {61, 60, 31, 30, 14, 7, -1};
        for (int i = 0; i < daysLeft.length; i++) {
            OptionalInt warning = certificate.warning(START.plus(Duration.ofDays(90 - daysLeft[i])));
            assertThat(warning.orElse(0)).as("%s days left", daysLeft[i]).isEqualTo(expected[i]);
        }
        Instant late = START.plus(Duration.ofDays(80));
        assertThat(feed.health().warnings(START)).isEmpty();
        assertThat(feed.health().warnings(late)).singleElement().satisfies(warning -> assertThat(warning)
                .contains("certificate.file", "ends in 10 days"));
        feed.close();
    }

    @Test
    void noWarningIsGivenWhileTheNextOneLiesReady() throws Exception {
        pem("next.", held("next", 85, 400));
        PontoConnectFeed feed = feed();
        assertThat(feed.health().warnings(START.plus(Duration.ofDays(80)))).isEmpty();
        feed.close();
    }

    @Test
    void theLogSaysItOnceADay() {
        ExpiryLog log = new ExpiryLog();
        List<FeedCertificate> soon = List.of(
                new FeedCertificate("TLS", "certificate.file", "CN=own", START, START.plus(Duration.ofDays(20)), true));
        assertThat(log.tell("ponto", soon, START)).isEqualTo(1);
        assertThat(log.tell("ponto", soon, START.plusSeconds(3600))).isZero();
        assertThat(log.tell("ponto", soon, START.plus(Duration.ofDays(1)))).isEqualTo(1);
    }

    @Test
    void aConfigurationThatDoesNotHoldIsToldByItsHealth() {
        keys.put("client.secret.file", folder.resolve("gone").toString());
        PontoConnectFeed feed = feed();
        FeedHealth health = feed.health();
        assertThat(health.fault()).contains("client.secret.file").contains("gone");
        assertThat(health.certificates()).isEmpty();
        feed.close();
    }

    private String inUse(PontoConnectFeed feed) throws BankFeedException {
        feed.authorize(new FakeSecrets(), Connected.REQUEST);
        return feed.health().certificates().stream()
                .filter(FeedCertificate::used)
                .map(FeedCertificate::subject)
                .findFirst()
                .orElseThrow();
    }

    private PontoConnectFeed feed() {
        return new PontoConnectFeed(Configs.settings(Settings.Product.CONNECT, keys), "1", time);
    }

    private Access access() throws ConfigurationFault {
        return Access.read(Configs.settings(Settings.Product.CONNECT, keys), time.now());
    }

    private String used() throws ConfigurationFault {
        return Objects.requireNonNull(access().identities().used())
                .own()
                .getSubjectX500Principal()
                .getName();
    }

    private void assertFault(String... words) {
        assertThatThrownBy(this::access)
                .isInstanceOf(ConfigurationFault.class)
                .satisfies(
                        fault -> assertThat(fault.getMessage()).contains(words).doesNotContain("sesame"));
    }

    private static HeldCertificate held(String name, int fromDays, int toDays) {
        return new HeldCertificate.Builder()
                .commonName(name)
                .validityInterval(
                        START.plus(Duration.ofDays(fromDays)).toEpochMilli(),
                        START.plus(Duration.ofDays(toDays)).toEpochMilli())
                .build();
    }

    private void pem(String prefix, HeldCertificate held) throws IOException {
        keys.put(prefix + "certificate.file", file(prefix + "client.pem", held.certificatePem()));
        keys.put(prefix + "private.key.file", file(prefix + "key.pem", held.privateKeyPkcs8Pem()));
    }

    private String keystore(String name, HeldCertificate held, String passphrase) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                "client", held.keyPair().getPrivate(), passphrase.toCharArray(), new Certificate[] {held.certificate()
                });
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, passphrase.toCharArray());
        Path file = folder.resolve(name);
        Files.write(file, out.toByteArray());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }

    private String file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file.toString();
    }
}
