package org.bankfeed.ponto.internal.key;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.config.KeyFiles;
import org.jspecify.annotations.Nullable;

/**
 * A certificate with its private key: who we are to Ponto before any token.
 *
 * @param certificateKey the configuration key that names the certificate's file
 * @param privateKeyKey the configuration key that names the private key's file
 * @param chain our own certificate first
 */
public record Identity(
        String certificateKey,
        Path certificateFile,
        String privateKeyKey,
        Path privateKeyFile,
        PrivateKey privateKey,
        List<X509Certificate> chain) {

    /** Reads what the files hold and proves that key and certificate belong together, whenever they are valid. */
    static Identity read(KeyFiles files) throws ConfigurationFault {
        Identity read = files.keystore() != null ? fromKeystore(files, files.keystore()) : fromPem(files);
        if (!read.fits()) {
            throw new ConfigurationFault("%s %s is not the key of %s %s"
                    .formatted(read.privateKeyKey, read.privateKeyFile, read.certificateKey, read.certificateFile));
        }
        return read;
    }

    public X509Certificate own() {
        return chain.get(0);
    }

    public Instant begins() {
        return own().getNotBefore().toInstant();
    }

    public Instant ends() {
        return own().getNotAfter().toInstant();
    }

    boolean isValid(Instant now) {
        return !now.isBefore(begins()) && !now.isAfter(ends());
    }

    /** Throws one sentence if the certificate does not hold now. */
    public void requireValid(Instant now) throws ConfigurationFault {
        if (now.isAfter(ends())) {
            throw new ConfigurationFault(
                    "%s %s holds a certificate that ended on %s; order a new one in Ibanity's portal"
                            .formatted(certificateKey, certificateFile, ends()));
        }
        if (now.isBefore(begins())) {
            throw new ConfigurationFault(
                    "%s %s holds a certificate that begins only on %s; look at this machine's clock"
                            .formatted(certificateKey, certificateFile, begins()));
        }
    }

    private static Identity fromKeystore(KeyFiles files, String keystore) throws ConfigurationFault {
        String passphrase = files.keystorePassphrase();
        String key = files.key("keystore.passphrase.file");
        if (passphrase == null) {
            throw new ConfigurationFault(
                    key + " is missing; it must name the file with the passphrase of " + files.key("keystore.file"));
        }
        return Pkcs12.read(files, Path.of(keystore), SecretFiles.secret(key, Path.of(passphrase)));
    }

    private static Identity fromPem(KeyFiles files) throws ConfigurationFault {
        String certificateKey = files.key("certificate.file");
        String privateKeyKey = files.key("private.key.file");
        Path certificateFile = Path.of(named(certificateKey, files.certificate(), files));
        Path keyFile = Path.of(named(privateKeyKey, files.privateKey(), files));
        String passphrase = files.passphrase();
        return new Identity(
                certificateKey,
                certificateFile,
                privateKeyKey,
                keyFile,
                PemFiles.privateKey(
                        files,
                        keyFile,
                        passphrase == null
                                ? null
                                : SecretFiles.secret(files.key("private.key.passphrase.file"), Path.of(passphrase))),
                PemFiles.certificates(certificateKey, certificateFile));
    }

    private static String named(String key, @Nullable String file, KeyFiles files) throws ConfigurationFault {
        if (file == null) {
            throw new ConfigurationFault(
                    "%s is missing; a certificate and its key are needed, in two PEM files or in %s"
                            .formatted(key, files.key("keystore.file")));
        }
        return file;
    }

    private boolean fits() {
        if (!privateKey.getAlgorithm().equals(own().getPublicKey().getAlgorithm())) {
            return false;
        }
        byte[] probe = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(
                    privateKey.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(privateKey);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(own().getPublicKey());
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
