package org.bankfeed.ponto.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import okhttp3.tls.HeldCertificate;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.Configs;
import org.bankfeed.ponto.internal.Connected;
import org.bankfeed.ponto.internal.PontoConnectFeed;
import org.bankfeed.ponto.internal.PontoServer;
import org.bankfeed.ponto.internal.TestTime;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.config.Settings;
import org.bankfeed.store.FakeSecrets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {

    private static final HeldCertificate CLIENT =
            new HeldCertificate.Builder().rsa2048().commonName("client").build();
    private static final HeldCertificate ELLIPTIC =
            new HeldCertificate.Builder().ecdsa256().commonName("other").build();

    @TempDir
    Path folder;

    private final Map<String, String> keys = new LinkedHashMap<>();

    @BeforeEach
    void whole() throws IOException {
        keys.put("api.url", "https://api.ibanity.com/ponto-connect/");
        keys.put("client.id", "client-1");
        keys.put("client.secret.file", file("secret", "s3cret\n", "rw-------"));
        keys.put("certificate.file", file("client.pem", CLIENT.certificatePem(), "rw-r--r--"));
        keys.put("private.key.file", file("key.pem", CLIENT.privateKeyPkcs8Pem(), "rw-------"));
    }

    @Test
    void theDefaultsArePontos() throws Exception {
        keys.remove("api.url");
        Access access = access();
        assertThat(access.api()).hasToString("https://api.ibanity.com/ponto-connect");
        assertThat(access.authorization()).hasToString("https://authorization.myponto.com/oauth2/auth");
        assertThat(access.clientSecret().reveal()).isEqualTo("s3cret");
    }

    @Test
    void aSlashAtTheEndMakesNoDifference() throws Exception {
        assertThat(access().api()).hasToString("https://api.ibanity.com/ponto-connect");
    }

    @Test
    void keysMayBeRsaInItsOwnFormOrElliptic() throws Exception {
        keys.put("private.key.file", file("pkcs1.pem", CLIENT.privateKeyPkcs1Pem(), "rw-------"));
        assertThat(access().identities().used()).isNotNull();
        keys.put("certificate.file", file("ec.pem", ELLIPTIC.certificatePem(), "rw-------"));
        keys.put("private.key.file", file("ec-key.pem", ELLIPTIC.privateKeyPkcs8Pem(), "rw-------"));
        assertThat(access().identities().used()).isNotNull();
    }

    @Test
    void anEncryptedKeyNeedsItsPassphrase() throws Exception {
        String encrypted = PontoServer.text("encrypted-key.pem");
        keys.put("private.key.file", file("encrypted.pem", encrypted, "rw-------"));
        assertFault("private.key.passphrase.file");
        keys.put("private.key.passphrase.file", file("wrong", "close sesame\n", "rw-------"));
        assertFault("private.key.file", "encrypted.pem", "private.key.passphrase.file");
        keys.put("private.key.passphrase.file", file("passphrase", "open sesame\n", "rw-------"));
        assertFault("is not the key of"); // it was read: it fits another certificate
    }

    @ParameterizedTest
    @CsvSource({
        "client.secret.file, gone, no such file",
        "certificate.file, gone, no such file",
        "private.key.file, gone, no such file",
        "ca.file, gone, no such file",
        "client.json, gone, no such file",
        "certificate.file, secret, no PEM certificate",
        "private.key.file, secret, no PEM private key",
        "ca.file, secret, no PEM certificate",
        "client.json, secret, not valid JSON"
    })
    void aFileThatDoesNotServeIsNamedWithItsKey(String key, String name, String why) {
        keys.put(key, folder.resolve(name).toString());
        assertFault(key, name, why);
    }

    @Test
    void aSecretGivenInThePlaceOfTheClientFileIsQuotedNowhere() throws Exception {
        keys.put("client.json", file("bare", "hunter2-hunter2", "rw-------"));
        assertThatThrownBy(this::access)
                .isInstanceOf(ConfigurationFault.class)
                .hasMessageContaining("bare")
                .satisfies(fault -> {
                    for (Throwable one = fault; one != null; one = one.getCause()) {
                        assertThat(one.toString()).doesNotContain("hunter2");
                    }
                });
    }

    @ParameterizedTest
    @CsvSource({
        "api.url, http://api.ibanity.com/ponto-connect, plain http",
        "api.url, ftp://api.ibanity.com, no http",
        "authorization.url, http://127.0.0.1.evil.example/, plain http",
        "page.size, 101, from 1 to 100",
        "page.size, 0, from 1 to 100",
        "page.style, curly, brackets or plain",
        "sync.recent.seconds, -1, from 0",
        "timeout, 0, from 1",
        "default.zone, Europe/Gent, no time zone"
    })
    void aWrongValueIsNamed(String key, String value, String why) {
        keys.put(key, value);
        assertFault(key, why);
    }

    @ParameterizedTest
    @CsvSource({"client.id", "client.secret.file", "certificate.file", "private.key.file"})
    void whatIsMissingIsNamed(String key) {
        keys.remove(key);
        assertFault(key, "is missing");
    }

    @Test
    void aSecretThatEverybodyCanReadIsRefused() throws Exception {
        keys.put("client.secret.file", file("open", "s3cret", "rw-r--r--"));
        assertFault("client.secret.file", "open", "chmod 600");
        keys.put("client.secret.file", folder.resolve("secret").toString());
        keys.put("private.key.file", file("open-key", CLIENT.privateKeyPkcs8Pem(), "rw-r--r--"));
        assertFault("private.key.file", "chmod 600");
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() throws Exception {
        HeldCertificate other = new HeldCertificate.Builder().rsa2048().build();
        keys.put("private.key.file", file("other.pem", other.privateKeyPkcs8Pem(), "rw-------"));
        assertFault("private.key.file", "other.pem", "not the key of");
        keys.put("private.key.file", file("ec.pem", ELLIPTIC.privateKeyPkcs8Pem(), "rw-------"));
        assertFault("private.key.file", "not the key of");
    }

    @Test
    void anExpiredCertificateIsRefused() throws Exception {
        long now = System.currentTimeMillis();
        HeldCertificate old = new HeldCertificate.Builder()
                .validityInterval(now - TimeUnit.DAYS.toMillis(9), now - TimeUnit.DAYS.toMillis(1))
                .build();
        keys.put("certificate.file", file("old.pem", old.certificatePem(), "rw-------"));
        keys.put("private.key.file", file("old-key.pem", old.privateKeyPkcs8Pem(), "rw-------"));
        assertFault("certificate.file", "old.pem", "ended on");
    }

    @Test
    void oneClientFileIsEnough() throws Exception {
        keys.clear();
        keys.put("client.json", clientJson("rw-------"));
        Files.move(folder.resolve("key.pem"), folder.resolve("client-key.pem"));
        file("ca.pem", ELLIPTIC.certificatePem(), "rw-r--r--");
        Access access = access();
        assertThat(access.api()).hasToString("https://localhost:4711/ponto-connect");
        assertThat(access.authorization()).hasToString("http://127.0.0.1:4712/oauth2/auth");
        assertThat(access.clientId()).isEqualTo("from-file");
        assertThat(access.clientSecret().reveal()).isEqualTo("hush");
        assertThat(access.identities().used()).isNotNull();
        assertThat(access.authorities()).containsExactly(ELLIPTIC.certificate());
        keys.put("client.id", "written");
        assertThat(access().clientId()).isEqualTo("written");
    }

    @Test
    void theCustomIntegrationTakesItsPart() throws Exception {
        Settings settings = Configs.settings(Settings.Product.CUSTOM, Map.of("client.json", clientJson("rw-------")));
        Access access = Access.read(settings, Instant.now());
        assertThat(access.api()).hasToString("https://localhost:4713/");
        assertThat(access.clientId()).isEqualTo("custom");
        assertThat(access.identities().used()).isNull();
    }

    @Test
    void aWrongConfigurationIsToldOnEachCallAndMendsItself() throws Exception {
        keys.put("client.secret.file", folder.resolve("later").toString());
        PontoConnectFeed feed =
                new PontoConnectFeed(Configs.settings(Settings.Product.CONNECT, keys), "1", new TestTime());
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> feed.authorize(new FakeSecrets(), Connected.REQUEST))
                    .isInstanceOf(BankFeedException.Misconfigured.class)
                    .hasMessageContaining("client.secret.file")
                    .hasMessageContaining("later");
        }
        file("later", "s3cret", "rw-------");
        assertThat(feed.authorize(new FakeSecrets(), Connected.REQUEST)).isNotNull();
        feed.close();
        assertThatThrownBy(() -> feed.authorize(new FakeSecrets(), Connected.REQUEST))
                .isInstanceOf(BankFeedException.Unavailable.class);
    }

    private Access access() throws ConfigurationFault {
        return Access.read(Configs.settings(Settings.Product.CONNECT, keys), Instant.now());
    }

    private void assertFault(String... words) {
        assertThatThrownBy(this::access)
                .isInstanceOf(ConfigurationFault.class)
                .satisfies(fault ->
                        assertThat(fault.getMessage()).contains(words).doesNotContain("s3cret", "sesame", "BEGIN"));
    }

    private String clientJson(String rights) throws IOException {
        return file("client.json", """
                {"baseUrl": "https://localhost:4711/ponto-connect", "authorizationUrl": "http://127.0.0.1:4712/oauth2/auth",
                 "clientId": "from-file", "clientSecret": "hush", "redirectUri": "x", "applicationId": "y",
                 "customIntegration": {"baseUrl": "https://localhost:4713", "clientId": "custom", "clientSecret": "h2"}}
                """, rights);
    }

    private String file(String name, String text, String rights) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
        return file.toString();
    }
}
