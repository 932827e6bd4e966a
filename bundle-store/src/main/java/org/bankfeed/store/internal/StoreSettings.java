package org.bankfeed.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The settings, read and found possible.
 *
 * @param url complete, as the driver gets it
 * @param passwordFile read anew at every opening
 */
record StoreSettings(
        String url,
        Dialect dialect,
        Path folder,
        String user,
        @Nullable Path passwordFile,
        int poolSize,
        KeyPlaces keys) {

    /**
     * @param properties the framework's or system's, for {@code karaf.base}
     * @throws SettingsException if a value cannot work
     */
    static StoreSettings of(StoreConfig config, UnaryOperator<@Nullable String> properties) {
        Path folder = config.folder().isBlank() ? defaultFolder(properties) : path("folder", config.folder());
        String url = config.url().isBlank()
                ? "jdbc:h2:file:" + folder.resolve("bankfeed").toAbsolutePath()
                : config.url().strip();
        Dialect dialect = Dialect.of(url);
        return new StoreSettings(
                dialect.complete(url),
                dialect,
                folder,
                config.user().strip(),
                config.password_file().isBlank() ? null : path("password.file", config.password_file()),
                poolSize(config.pool_size()),
                KeyPlaces.of(config, folder.resolve("master.key")));
    }

    private static Path defaultFolder(UnaryOperator<@Nullable String> properties) {
        String base = properties.apply("karaf.base");
        return base == null ? Path.of("bankfeed") : path("karaf.base", base).resolve("bankfeed");
    }

    static Path path(String key, String value) {
        try {
            return Path.of(value.strip());
        } catch (InvalidPathException e) {
            throw new SettingsException(key + " is '" + value + "', which is no path (configuration " + StoreConfig.PID
                    + "): name a file or folder");
        }
    }

    private static int poolSize(String value) {
        try {
            int size = Integer.parseInt(value.strip());
            if (size >= 2 && size <= 200) {
                return size;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new SettingsException("pool.size is '" + value + "' (configuration " + StoreConfig.PID
                + "): give a whole number from 2 to 200");
    }

    /** Whether others lead to the same database in the same way, whatever they say of keys. */
    boolean differOnlyInKeys(StoreSettings others) {
        return equals(new StoreSettings(
                others.url, others.dialect, others.folder, others.user, others.passwordFile, others.poolSize, keys));
    }

    /** The database password, or empty for none. */
    String password() {
        if (passwordFile == null) {
            return "";
        }
        try {
            List<String> lines = Files.readAllLines(passwordFile);
            return lines.isEmpty() ? "" : lines.get(0);
        } catch (IOException e) {
            throw new SettingsException("password.file " + passwordFile + " cannot be read (configuration "
                    + StoreConfig.PID + "): create it, its first line the password, readable by Karaf's user");
        }
    }

    /** Makes the folder, for its owner only, unless it is there. */
    void makeFolder() {
        try {
            if (Files.isDirectory(folder)) {
                return;
            }
            Path parent = folder.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createDirectory(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            } else {
                Files.createDirectory(folder);
            }
        } catch (IOException e) {
            throw new SettingsException("folder " + folder + " cannot be made (configuration " + StoreConfig.PID
                    + "): name one that Karaf's user may write to");
        }
    }
}
