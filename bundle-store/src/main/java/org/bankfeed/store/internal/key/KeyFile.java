package org.bankfeed.store.internal.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.config.StoreConfig;
import org.jspecify.annotations.Nullable;

/**
 * A master key in base64, in a file that only its owner can read.
 *
 * @param setting the configuration key that names the file
 */
record KeyFile(Path path, String setting) {

    /**
     * The key; at the very first start it is made.
     *
     * @param secretsExist whether values encrypted with some key are there already: then no new key may be made
     */
    CipherKey readOrMake(boolean secretsExist) {
        try {
            if (!Files.exists(path)) {
                if (secretsExist) {
                    throw new SettingsException("The master key file " + path + " is missing, but the database holds"
                            + " secrets encrypted with it: put the file back from your backup, or set "
                            + KeySource.VARIABLE);
                }
                PrivateFile.make(path, Base64.getEncoder().encodeToString(CipherKey.fresh()) + "\n");
            }
        } catch (IOException e) {
            throw unreadable(e);
        }
        return read();
    }

    /** @throws SettingsException if there is no usable key */
    CipherKey read() {
        try {
            if (!Files.exists(path)) {
                throw new SettingsException("The master key file " + path + " is missing (" + setting + " of "
                        + StoreConfig.PID + "): put it there, or remove the setting");
            }
            PrivateFile.check("master key file", path);
            byte[] bytes = parse(Files.readString(path, StandardCharsets.UTF_8));
            if (bytes == null) {
                throw new SettingsException(
                        "The master key file " + path + " is not the base64 of 32 bytes: put it back from your backup");
            }
            return CipherKey.master(bytes);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private SettingsException unreadable(IOException e) {
        return new SettingsException("The master key file " + path + " cannot be read or made ("
                + e.getClass().getSimpleName() + "): let Karaf's user own it and its folder (" + setting + " of "
                + StoreConfig.PID + ")");
    }

    /** Reads a key from its written form; {@code null} if it is none. */
    static byte @Nullable [] parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            return bytes.length == CipherKey.BYTES ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
