package org.bankfeed.ponto.internal.key;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.store.Secret;

/** Reads files that a configuration names, and refuses secrets that everybody on the machine could read. */
public final class SecretFiles {

    private static final long LARGEST = 1 << 20;

    private SecretFiles() {}

    /** The text of a file that holds no secret. */
    static String text(String key, Path file) throws ConfigurationFault {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ConfigurationFault("%s names %s, which is larger than 1 MiB".formatted(key, file));
            }
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationFault("%s names %s, but there is no such file".formatted(key, file), e);
        } catch (IOException e) {
            throw new ConfigurationFault(
                    "%s names %s, which cannot be read as text; look at its owner and rights".formatted(key, file), e);
        }
    }

    /** The octets of a file that holds a secret. */
    static byte[] secretBytes(String key, Path file) throws ConfigurationFault {
        try {
            if (Files.size(file) > LARGEST) {
                throw new ConfigurationFault("%s names %s, which is larger than 1 MiB".formatted(key, file));
            }
            requirePrivate(key, file);
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ConfigurationFault("%s names %s, but there is no such file".formatted(key, file), e);
        } catch (IOException e) {
            throw new ConfigurationFault(
                    "%s names %s, which cannot be read; look at its owner and rights".formatted(key, file), e);
        }
    }

    /** The text of a file that holds a secret. */
    public static String secretText(String key, Path file) throws ConfigurationFault {
        String text = text(key, file);
        requirePrivate(key, file);
        return text;
    }

    private static void requirePrivate(String key, Path file) throws ConfigurationFault {
        if (isReadableByEverybody(file)) {
            throw new ConfigurationFault(
                    "%s names %s, which everybody on this machine can read; run chmod 600 on it".formatted(key, file));
        }
    }

    /** The one secret that a file holds, without the line break at its end. */
    public static Secret secret(String key, Path file) throws ConfigurationFault {
        String text = secretText(key, file).strip();
        if (text.isEmpty()) {
            throw new ConfigurationFault("%s names %s, which is empty".formatted(key, file));
        }
        return new Secret(text);
    }

    private static boolean isReadableByEverybody(Path file) throws ConfigurationFault {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (UnsupportedOperationException e) {
            return false; // a file system without such rights
        } catch (IOException e) {
            throw new ConfigurationFault("the rights of " + file + " cannot be read", e);
        }
    }
}
