package org.bankfeed.store.internal.key;

import java.nio.file.Path;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.config.StoreConfig;
import org.bankfeed.store.internal.config.WrittenPath;
import org.jspecify.annotations.Nullable;

/**
 * Where the configuration says that master keys lie.
 *
 * @param file the key, unless it is in the keystore
 * @param formerFile the former key, or {@code null}
 * @param store the keystore, or {@code null}
 * @param alias the key's name in the keystore; empty if it is not there
 * @param formerAlias the former key's name in the keystore; empty if it is not there
 */
public record KeyPlaces(
        Path file, @Nullable Path formerFile, @Nullable KeyStoreFile store, String alias, String formerAlias) {

    public static KeyPlaces of(Path file) {
        return new KeyPlaces(file, null, null, "", "");
    }

    /** @param otherwise where the key is when no setting says so */
    public static KeyPlaces of(StoreConfig config, Path otherwise) {
        Path former = path("key.file.former", config.key_file_former());
        String alias = config.key_store_alias().strip();
        String formerAlias = config.key_store_alias_former().strip();
        KeyStoreFile store = KeyStoreFile.of(
                path("key.store", config.key_store()),
                path("key.store.password.file", config.key_store_password_file()));
        boolean any = !(config.key_store() + config.key_store_password_file() + alias + formerAlias).isBlank();
        if (any && (store == null || alias.isEmpty() && formerAlias.isEmpty())) {
            throw wrong("key.store, key.store.password.file and key.store.alias belong together", "set all three");
        }
        Path file = path("key.file", config.key_file());
        if (file != null && !alias.isEmpty()) {
            throw wrong("key.file and key.store.alias both name the master key", "keep one of them");
        }
        if (former != null && !formerAlias.isEmpty()) {
            throw wrong("key.file.former and key.store.alias.former both name the former key", "keep one of them");
        }
        return new KeyPlaces(file == null ? otherwise : file, former, store, alias, formerAlias);
    }

    private static SettingsException wrong(String what, String remedy) {
        return new SettingsException(what + " (configuration " + StoreConfig.PID + "): " + remedy);
    }

    private static @Nullable Path path(String key, String value) {
        return value.isBlank() ? null : WrittenPath.of(key, value);
    }

    CipherKey current(boolean secretsExist) {
        return store != null && !alias.isEmpty()
                ? store.read(alias)
                : new KeyFile(file, "key.file").readOrMake(secretsExist);
    }

    @Nullable
    CipherKey former() {
        if (formerFile != null) {
            return new KeyFile(formerFile, "key.file.former").read();
        }
        return store != null && !formerAlias.isEmpty() ? store.read(formerAlias) : null;
    }

    /** Where the current key is, for a sentence. */
    public String described() {
        return store != null && !alias.isEmpty() ? store.path() + ", alias " + alias : file.toString();
    }
}
