package org.bankfeed.store.internal.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyStore;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import javax.crypto.spec.SecretKeySpec;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Secret;
import org.bankfeed.store.internal.OpenStore;
import org.bankfeed.store.internal.StoreContract;
import org.bankfeed.store.internal.StoreForTests;
import org.bankfeed.store.internal.config.SettingsException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KeySourceTest {

    private static final CompanyId ACME = new CompanyId("Acme");

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void setUp() {
        file = folder.resolve("keys").resolve("master.key");
    }

    private CipherKey key(boolean secretsExist) {
        return StoreForTests.file(file).keys(secretsExist).current();
    }

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerReads() throws IOException {
        String id = key(false).id();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(key(true).id()).isEqualTo(id);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void manyWhoStartAtOnceAgreeOnOneKey() throws Exception {
        var ids = StoreContract.atOnce(8, () -> key(false).id());
        assertThat(new HashSet<>(ids)).hasSize(1);
    }

    @Test
    void aKeyThatOthersCanReachIsRefusedWithTheCommandThatMendsIt() throws IOException {
        key(false);
        for (String rights : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            assertThatThrownBy(() -> key(false))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageEndingWith("run 'chmod 600 " + file + "'");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        key(false);
    }

    @Test
    void aMissingKeyIsNotReplacedWhileSecretsNeedIt() {
        assertThatThrownBy(() -> key(true))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("put the file back");
        assertThat(file).doesNotExist();
    }

    @Test
    void aDamagedKeyIsRefusedWithoutShowingIt() throws IOException {
        key(false);
        Files.writeString(file, "c2VjcmV0");
        assertThatThrownBy(() -> key(false))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void theEnvironmentGoesBeforeTheFileAndMustBeAKey() {
        String given = Base64.getEncoder().encodeToString(CipherKey.fresh());
        KeySource source = new KeySource(given, null, KeyPlaces.of(file));

        assertThat(source.keys(false).current().id())
                .isEqualTo(source.keys(true).current().id());
        assertThat(source.toString()).doesNotContain(given);
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> new KeySource("too short", null, KeyPlaces.of(file)).keys(false))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("BANKFEED_MASTER_KEY")
                .hasMessageNotContaining("too short");
    }

    @Test
    void aStoreWithSecretsDoesNotOpenWithAnotherKey() throws IOException {
        String url = "jdbc:h2:file:" + folder.resolve("bankfeed");
        try (OpenStore store = StoreForTests.h2(url, folder)) {
            store.vault().secretsOf(ACME, "link").write("token", new Secret("x"));
        }
        Path key = folder.resolve("master.key");
        Path kept = Files.move(key, folder.resolve("kept"));
        assertThatThrownBy(() -> StoreForTests.h2(url, folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("missing");
        Files.copy(kept, key);
        Files.writeString(key, Base64.getEncoder().encodeToString(CipherKey.fresh()));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> StoreForTests.h2(url, folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("does not fit what was encrypted with key");
    }

    // ---- the former key

    @Test
    void theFormerKeyOpensToo() throws IOException {
        String old = Base64.getEncoder().encodeToString(CipherKey.fresh());
        Path former = privately("former.key", old);
        KeySource source = new KeySource(null, null, new KeyPlaces(file, former, null, "", ""));

        MasterKeys keys = source.keys(false);

        assertThat(keys.find(StoreForTests.given(old).keys(true).current().id()))
                .isPresent();
        assertThat(keys.current().id()).isNotEqualTo(former(keys).id());
        assertThat(keys.toString()).doesNotContain(old);
        assertThat(former(new KeySource(null, old, KeyPlaces.of(file)).keys(true))
                        .id())
                .isEqualTo(former(keys).id());
    }

    @Test
    void aFormerKeyThatCannotBeReadIsNamed() throws IOException {
        Path former = folder.resolve("former.key");
        KeySource source = new KeySource(null, null, new KeyPlaces(file, former, null, "", ""));
        assertThatThrownBy(() -> source.keys(false))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("key.file.former");
        privately("former.key", "c2VjcmV0");
        assertThatThrownBy(() -> source.keys(false))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining(former.toString())
                .hasMessageNotContaining("c2VjcmV0");
        assertThatThrownBy(() -> new KeySource(null, "nonsense", KeyPlaces.of(file)).keys(false))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("BANKFEED_MASTER_KEY_FORMER")
                .hasMessageNotContaining("nonsense");
    }

    // ---- a keystore

    @Test
    void aKeystoreOfEitherKindHoldsTheKeyAndTheFormerOne() throws Exception {
        for (String kind : new String[] {"PKCS12", "JCEKS"}) {
            byte[] now = CipherKey.fresh();
            byte[] then = CipherKey.fresh();
            Path store = keystore(kind, "pass word", Map.of("now", now, "then", then));
            Path password = privately("password-" + kind, "pass word\n");
            KeyStoreFile keystore = new KeyStoreFile(store, password);

            MasterKeys keys = new KeySource(null, null, new KeyPlaces(file, null, keystore, "now", "then")).keys(true);

            assertThat(keys.current().id()).isEqualTo(CipherKey.master(now).id());
            assertThat(former(keys).id()).isEqualTo(CipherKey.master(then).id());
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void whatIsWrongWithAKeystoreIsToldInOneSentence() throws Exception {
        Path store = keystore("PKCS12", "right", Map.of("now", CipherKey.fresh(), "short", new byte[16]));
        Path right = privately("right", "right");
        Path wrong = privately("wrong", "wr0ng");
        Path text = privately("text", "no keystore");

        assertThat(told(new KeyStoreFile(store, wrong), "now"))
                .contains("does not open")
                .doesNotContain("wr0ng");
        assertThat(told(new KeyStoreFile(store, right), "other"))
                .contains("'other'")
                .contains("keytool");
        assertThat(told(new KeyStoreFile(store, right), "short")).contains("256 bits");
        assertThat(told(new KeyStoreFile(text, right), "now")).contains("no keystore");
        assertThat(told(new KeyStoreFile(folder.resolve("none"), right), "now")).contains("is missing");
        assertThat(told(new KeyStoreFile(store, folder.resolve("none")), "now")).contains("key.store.password.file");
        Files.setPosixFilePermissions(right, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(told(new KeyStoreFile(store, right), "now")).endsWith("run 'chmod 600 " + right + "'");
        Files.setPosixFilePermissions(store, PosixFilePermissions.fromString("rw-rw----"));
        assertThat(told(new KeyStoreFile(store, wrong), "now")).endsWith("run 'chmod 600 " + store + "'");
    }

    private static CipherKey former(MasterKeys keys) {
        return Objects.requireNonNull(keys.former());
    }

    private static String told(KeyStoreFile keystore, String alias) {
        return String.valueOf(catchThrowableOfType(SettingsException.class, () -> keystore.read(alias))
                .getMessage());
    }

    private Path keystore(String kind, String password, Map<String, byte[]> keys) throws Exception {
        KeyStore store = KeyStore.getInstance(kind);
        store.load(null, null);
        for (Map.Entry<String, byte[]> key : keys.entrySet()) {
            store.setKeyEntry(key.getKey(), new SecretKeySpec(key.getValue(), "AES"), password.toCharArray(), null);
        }
        Path path = privately("keys-" + kind, "");
        try (OutputStream out = Files.newOutputStream(path)) {
            store.store(out, password.toCharArray());
        }
        return path;
    }

    private Path privately(String name, String content) throws IOException {
        Path path = Files.writeString(folder.resolve(name), content);
        return Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
    }
}
