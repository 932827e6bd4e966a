package org.bankfeed.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.database.Dialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreSettingsTest {

    @TempDir
    Path folder;

    @Test
    void withoutAnyValueItIsH2BesideKarafsOwnFolders() {
        StoreSettings settings = settings(Map.of());

        assertThat(settings.folder()).isEqualTo(folder.resolve("bankfeed"));
        assertThat(settings.url()).startsWith("jdbc:h2:file:" + folder.resolve("bankfeed/bankfeed") + ";");
        assertThat(settings.url()).contains(";MODE=PostgreSQL").doesNotContain("AUTO_SERVER");
        assertThat(settings.keys().file()).isEqualTo(folder.resolve("bankfeed/master.key"));
        assertThat(settings.poolSize()).isEqualTo(8);
        assertThat(settings.password()).isEmpty();
    }

    @Test
    void postgresqlNeedsItsUrlUserAndPasswordFile() throws IOException {
        Path password = Files.writeString(folder.resolve("password"), "s3cret\n");
        StoreSettings settings = settings(
                Map.of("url", "jdbc:postgresql://db/bankfeed", "user", "bank", "password.file", password.toString()));

        assertThat(settings.dialect()).isEqualTo(Dialect.POSTGRESQL);
        assertThat(settings.url()).isEqualTo("jdbc:postgresql://db/bankfeed");
        assertThat(settings.password()).isEqualTo("s3cret");
        assertThat(settings.toString()).doesNotContain("s3cret");
    }

    @Test
    void whatTheOperatorSetsInTheUrlStays() {
        assertThat(settings(Map.of("url", "jdbc:h2:file:./x;LOCK_TIMEOUT=5")).url())
                .contains("LOCK_TIMEOUT=5")
                .doesNotContain("LOCK_TIMEOUT=10000");
    }

    @Test
    void aWrongValueIsNamedWithItsPlaceAndItsRemedy() {
        assertThatThrownBy(() -> settings(Map.of("pool.size", "many")))
                .isInstanceOf(SettingsException.class)
                .hasMessage(
                        "pool.size is 'many' (configuration org.bankfeed.store): give a whole number from 2 to 200");
        assertThatThrownBy(() -> settings(Map.of("url", "jdbc:mysql://db/x?password=s3cret")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() -> settings(Map.of("url", "jdbc:h2:mem:x", "password.file", "/no/such/file"))
                        .password())
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("/no/such/file");
    }

    @Test
    void settingsOfKeysThatDoNotGoTogetherAreRefused() {
        assertThatThrownBy(() -> settings(Map.of("key.store", "keys.p12", "key.store.alias", "a")))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("belong together");
        Map<String, String> keystore =
                Map.of("key.store", "keys.p12", "key.store.password.file", "password", "key.store.alias", "a");
        Map<String, String> both = new HashMap<>(keystore);
        both.put("key.file", "master.key");
        assertThatThrownBy(() -> settings(both))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("keep one of them");
        StoreSettings settings = settings(keystore);
        assertThat(settings.keys().described()).isEqualTo("keys.p12, alias a");
        assertThat(settings.differOnlyInKeys(settings(Map.of()))).isTrue();
        assertThat(settings.differOnlyInKeys(settings(Map.of("pool.size", "9"))))
                .isFalse();
    }

    @Test
    void aLoginWithoutAUrlIsHalfAConfiguration() {
        for (String half : new String[] {"user", "password.file"}) {
            assertThatThrownBy(() -> settings(Map.of(half, "bank")))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageStartingWith("url is missing")
                    .hasMessageContaining("(configuration org.bankfeed.store)")
                    .hasMessageContaining("write the url");
        }
    }

    @Test
    void aUrlMayBeLeftOutOnlyWhereTheDatabaseWasTheEmbeddedOne() {
        settings(Map.of("url", "jdbc:postgresql://db/bankfeed")).notePlace();
        assertThatThrownBy(() -> settings(Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("url is missing, though the database was elsewhere")
                .hasMessageContaining(folder.resolve("bankfeed/database-elsewhere.txt") + " if the embedded");

        settings(Map.of("url", "jdbc:h2:file:" + folder.resolve("bankfeed/bankfeed")))
                .notePlace();
        assertThat(settings(Map.of()).dialect()).isEqualTo(Dialect.H2);
    }

    @Test
    void theFolderIsMadeForItsOwnerOnly() throws IOException {
        StoreSettings settings = settings(Map.of());
        settings.makeFolder();
        settings.makeFolder();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(settings.folder())))
                .isEqualTo("rwx------");
    }

    private StoreSettings settings(Map<String, String> values) {
        return StoreSettings.of(
                new StoreConfigForTests(values), key -> key.equals("karaf.base") ? folder.toString() : null, null);
    }
}
