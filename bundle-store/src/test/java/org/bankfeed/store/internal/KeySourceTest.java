package org.bankfeed.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashSet;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Secret;
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
}
