package org.bankfeed.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.config.StoreConfig;
import org.bankfeed.store.internal.config.WrittenPath;
import org.bankfeed.store.internal.database.Dialect;
import org.bankfeed.store.internal.key.KeyPlaces;
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
     * @param former those until now, if there were any: a half-written file may lack the folder too
     * @throws SettingsException if a value cannot work, or the url is missing of a database that was elsewhere
     */
    static StoreSettings of(
            StoreConfig config, UnaryOperator<@Nullable String> properties, @Nullable StoreSettings former) {
        Path folder = config.folder().isBlank() ? defaultFolder(properties) : WrittenPath.of("folder", config.folder());
        if (config.url().isBlank()) {
            checkThatNoneIsMeant(config);
            Stream.of(folder, former == null ? folder : former.folder).forEach(StoreSettings::checkThatItWasEmbedded);
        }
        String url = config.url().isBlank() ? embedded(folder) : config.url().strip();
        Dialect dialect = Dialect.of(url);
        return new StoreSettings(
                dialect.complete(url),
                dialect,
                folder,
                config.user().strip(),
                config.password_file().isBlank() ? null : WrittenPath.of("password.file", config.password_file()),
                poolSize(config.pool_size()),
                KeyPlaces.of(config, folder.resolve("master.key")));
    }

    private static String embedded(Path folder) {
        return "jdbc:h2:file:" + folder.resolve("bankfeed").toAbsolutePath();
    }

    /** A url may be missing because the file is half written; then any database that we opened would be a wrong one. */
    private static void checkThatNoneIsMeant(StoreConfig config) {
        if (!config.user().isBlank() || !config.password_file().isBlank()) {
            throw new SettingsException("url is missing, though user or password.file is there (configuration "
                    + StoreConfig.PID + "): write the url of their database, or take them out for the embedded one");
        }
    }

    private static void checkThatItWasEmbedded(Path folder) {
        Elsewhere elsewhere = new Elsewhere(folder);
        if (elsewhere.isNoted()) {
            throw elsewhere.withoutUrl();
        }
    }

    private boolean isEmbedded() {
        return url.equals(dialect.complete(embedded(folder)));
    }

    /**
     * Notes whether the database is the embedded one, for a time when no url says so.
     *
     * @throws SettingsException if the folder cannot be made or written to
     */
    void notePlace() {
        makeFolder();
        Elsewhere elsewhere = new Elsewhere(folder);
        try {
            if (isEmbedded()) {
                elsewhere.forget();
            } else {
                elsewhere.note(dialect);
            }
        } catch (IOException e) {
            throw new SettingsException("folder " + folder + " cannot be written to (configuration " + StoreConfig.PID
                    + "), so a url that goes missing later will not be noticed: let Karaf's user write to it");
        }
    }

    private static Path defaultFolder(UnaryOperator<@Nullable String> properties) {
        String base = properties.apply("karaf.base");
        return base == null
                ? Path.of("bankfeed")
                : WrittenPath.of("karaf.base", base).resolve("bankfeed");
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
