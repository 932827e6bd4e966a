package org.bankfeed.ponto.internal;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bankfeed.store.Secret;
import org.jspecify.annotations.Nullable;

/** The client certificate with its key: who we are to Ponto before any token. */
record Identity(PrivateKey key, List<X509Certificate> chain) {

    /** Reads both files and proves that they belong together and hold today. */
    static Identity read(Path certificateFile, Path keyFile, @Nullable Secret passphrase) throws ConfigurationFault {
        List<X509Certificate> chain = PemFiles.certificates("certificate.file", certificateFile);
        PrivateKey key = PemFiles.privateKey("private.key.file", keyFile, passphrase);
        X509Certificate own = chain.get(0);
        requireValid(own, certificateFile);
        if (!fits(key, own)) {
            throw new ConfigurationFault(
                    "private.key.file %s is not the key of certificate.file %s".formatted(keyFile, certificateFile));
        }
        return new Identity(key, chain);
    }

    private static void requireValid(X509Certificate certificate, Path file) throws ConfigurationFault {
        try {
            certificate.checkValidity();
        } catch (CertificateExpiredException e) {
            throw new ConfigurationFault(
                    "certificate.file %s holds a certificate that ended on %s; order a new one in Ibanity's portal"
                            .formatted(file, certificate.getNotAfter().toInstant()),
                    e);
        } catch (CertificateNotYetValidException e) {
            throw new ConfigurationFault(
                    "certificate.file %s holds a certificate that begins only on %s; look at this machine's clock"
                            .formatted(file, certificate.getNotBefore().toInstant()),
                    e);
        }
    }

    private static boolean fits(PrivateKey key, X509Certificate certificate) {
        if (!key.getAlgorithm().equals(certificate.getPublicKey().getAlgorithm())) {
            return false;
        }
        byte[] probe = {1, 2, 3};
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA");
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
