package org.bankfeed.ponto.internal.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.config.KeyFiles;
import org.bankfeed.store.Secret;

/** Reads the one private key of a PKCS#12 file, and the certificates that belong to it. */
final class Pkcs12 {

    private Pkcs12() {}

    static Identity read(KeyFiles files, Path file, Secret passphrase) throws ConfigurationFault {
        String key = files.key("keystore.file");
        byte[] octets = SecretFiles.secretBytes(key, file);
        char[] password = passphrase.reveal().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(octets), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey found) {
                    return new Identity(key, file, key, file, found, chain(store.getCertificateChain(alias)));
                }
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new ConfigurationFault(
                    "%s names %s, which cannot be opened as PKCS#12; look at the passphrase in %s"
                            .formatted(key, file, files.key("keystore.passphrase.file")),
                    e);
        }
        throw new ConfigurationFault("%s names %s, which holds no private key".formatted(key, file));
    }

    private static List<X509Certificate> chain(Certificate[] certificates) {
        return Stream.of(certificates).map(X509Certificate.class::cast).toList();
    }
}
