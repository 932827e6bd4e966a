package org.bankfeed.store.internal.config;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** A file or folder as the operator wrote it. */
public final class WrittenPath {

    private WrittenPath() {}

    /** @throws SettingsException if it is no path */
    public static Path of(String key, String value) {
        try {
            return Path.of(value.strip());
        } catch (InvalidPathException e) {
            throw new SettingsException(key + " is '" + value + "', which is no path (configuration " + StoreConfig.PID
                    + "): name a file or folder");
        }
    }
}
