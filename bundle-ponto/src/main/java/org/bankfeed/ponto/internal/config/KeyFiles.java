package org.bankfeed.ponto.internal.config;

import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one certificate and its private key lie: in two PEM files, or in one PKCS#12 file.
 *
 * @param prefix what stands before the names of its keys, such as {@code next.}
 */
public record KeyFiles(
        String prefix,
        @Nullable String certificate,
        @Nullable String privateKey,
        @Nullable String passphrase,
        @Nullable String keystore,
        @Nullable String keystorePassphrase) {

    static final KeyFiles NONE = new KeyFiles("", null, null, null, null, null);

    public boolean isGiven() {
        return certificate != null || privateKey != null || keystore != null;
    }

    /** The name of a key, as the configuration spells it. */
    public String key(String name) {
        return prefix + name;
    }

    Stream<String> files() {
        return Stream.of(certificate, privateKey, passphrase, keystore, keystorePassphrase)
                .filter(Objects::nonNull);
    }

    /** The same, with the PEM files that lie beside a client file where none is named. */
    public KeyFiles orElse(@Nullable String otherCertificate, @Nullable String otherKey) {
        return keystore != null
                ? this
                : new KeyFiles(
                        prefix,
                        certificate != null ? certificate : otherCertificate,
                        privateKey != null ? privateKey : otherKey,
                        passphrase,
                        null,
                        null);
    }
}
