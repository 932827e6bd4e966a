package org.bankfeed.store.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.config.StoreConfig;
import org.bankfeed.store.internal.database.Dialect;

/**
 * A note in the store's folder that its database is not the embedded one. Where it lies, a configuration without a url is
 * one that was half written, or forgotten at an update: an empty database must not be opened in its place.
 */
final class Elsewhere {

    private static final String FILE = "database-elsewhere.txt";

    private final Path note;

    Elsewhere(Path folder) {
        this.note = folder.resolve(FILE);
    }

    boolean isNoted() {
        return Files.exists(note);
    }

    void note(Dialect dialect) throws IOException {
        Files.writeString(
                note,
                "The database is elsewhere (" + dialect + "): the url in the configuration " + StoreConfig.PID
                        + " says where. While this file is here, none is opened without that url.\n");
    }

    void forget() throws IOException {
        Files.deleteIfExists(note);
    }

    SettingsException withoutUrl() {
        return new SettingsException("url is missing, though the database was elsewhere until now (configuration "
                + StoreConfig.PID + "): write the url again, or delete " + note
                + " if the embedded database is meant");
    }
}
