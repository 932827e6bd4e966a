package org.bankfeed.store.internal.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.List;
import org.bankfeed.store.internal.config.SettingsException;
import org.bankfeed.store.internal.config.StoreConfig;
import org.jspecify.annotations.Nullable;

/**
 * A Java keystore (PKCS #12 or JCEKS) that holds master keys; its password lies in a file of its own.
 *
 * @param path the keystore
 * @param passwordFile its first line is the password of the keystore and of its keys
 */
record KeyStoreFile(Path path, Path passwordFile) {

    /** @throws SettingsException if there is no usable key under that name */
    CipherKey read(String alias) {
        try {
            return key(alias, password());
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw wrongPassword();
            }
            throw new SettingsException(
                    "The keystore " + path + " cannot be read (" + e.getClass().getSimpleName()
                            + "): let Karaf's user own it (key.store of " + StoreConfig.PID + ")");
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword();
        } catch (GeneralSecurityException e) {
            throw noKeystore();
        }
    }

    private CipherKey key(String alias, char[] password) throws IOException, GeneralSecurityException {
        try {
            if (!Files.isRegularFile(path)) {
                throw new SettingsException("The keystore " + path + " is missing: put it back from your backup, or"
                        + " correct key.store of " + StoreConfig.PID);
            }
            PrivateFile.check("keystore", path);
            Key key = load(password).getKey(alias, password);
            byte[] bytes = key == null || !"AES".equals(key.getAlgorithm()) ? null : key.getEncoded();
            if (bytes == null || bytes.length != CipherKey.BYTES) {
                throw new SettingsException("The keystore " + path + " holds no AES key of 256 bits under the alias '"
                        + alias + "': make one with 'keytool -genseckey -keyalg AES -keysize 256 -storetype PKCS12"
                        + " -alias " + alias + " -keystore " + path + "'");
            }
            return CipherKey.master(bytes);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private KeyStore load(char[] password) throws IOException, GeneralSecurityException {
        try {
            return KeyStore.getInstance(path.toFile(), password);
        } catch (KeyStoreException e) {
            throw noKeystore();
        }
    }

    private char[] password() {
        try {
            PrivateFile.check("keystore's password file", passwordFile);
            List<String> lines = Files.readAllLines(passwordFile, StandardCharsets.UTF_8);
            return (lines.isEmpty() ? "" : lines.get(0)).toCharArray();
        } catch (IOException e) {
            throw new SettingsException("The keystore's password file " + passwordFile + " cannot be read ("
                    + e.getClass().getSimpleName() + "): create it, its first line the password, readable by Karaf's"
                    + " user only (key.store.password.file of " + StoreConfig.PID + ")");
        }
    }

    private SettingsException wrongPassword() {
        return new SettingsException(
                "The keystore " + path + " does not open with the password in " + passwordFile + ": correct that file");
    }

    private SettingsException noKeystore() {
        return new SettingsException("The file " + path + " is no keystore of the kinds PKCS12 and JCEKS: correct"
                + " key.store of " + StoreConfig.PID);
    }

    /** The same, if both are set. */
    static @Nullable KeyStoreFile of(@Nullable Path path, @Nullable Path passwordFile) {
        return path == null || passwordFile == null ? null : new KeyStoreFile(path, passwordFile);
    }
}
