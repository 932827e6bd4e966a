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

    @Test
    void theFirstStartMakesAKeyThatOnlyItsOwnerReads() throws IOException {
        String id = new KeySource(null, file).key(false).id();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new KeySource(null, file).key(true).id()).isEqualTo(id);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void manyWhoStartAtOnceAgreeOnOneKey() throws Exception {
        var ids = StoreContract.atOnce(
                8, () -> new KeySource(null, file).key(false).id());
        assertThat(new HashSet<>(ids)).hasSize(1);
    }

    @Test
    void aKeyThatOthersCanReachIsRefusedWithTheCommandThatMendsIt() throws IOException {
        KeySource source = new KeySource(null, file);
        source.key(false);
        for (String rights : new String[] {"rw-r-----", "rw----r--", "rw--w----"}) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
            assertThatThrownBy(() -> source.key(false))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageEndingWith("run 'chmod 600 " + file + "'");
        }
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        source.key(false);
    }

    @Test
    void aMissingKeyIsNotReplacedWhileSecretsNeedIt() {
        assertThatThrownBy(() -> new KeySource(null, file).key(true))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("put the file back");
        assertThat(file).doesNotExist();
    }

    @Test
    void aDamagedKeyIsRefusedWithoutShowingIt() throws IOException {
        new KeySource(null, file).key(false);
        Files.writeString(file, "c2VjcmV0");
        assertThatThrownBy(() -> new KeySource(null, file).key(false))
                .isInstanceOf(SettingsException.class)
                .hasMessageNotContaining("c2VjcmV0");
    }

    @Test
    void theEnvironmentGoesBeforeTheFileAndMustBeAKey() {
        String given = Base64.getEncoder().encodeToString(MasterKey.fresh());
        KeySource source = new KeySource(given, file);

        assertThat(source.key(false).id())
                .isEqualTo(new KeySource(given, file).key(true).id());
        assertThat(source.toString()).doesNotContain(given);
        assertThat(file).doesNotExist();
        assertThatThrownBy(() -> new KeySource("too short", file).key(false))
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
        Files.writeString(key, Base64.getEncoder().encodeToString(MasterKey.fresh()));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> StoreForTests.h2(url, folder))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("another one");
    }
}
