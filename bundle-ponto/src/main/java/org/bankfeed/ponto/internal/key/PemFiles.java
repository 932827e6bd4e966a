package org.bankfeed.ponto.internal.key;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bankfeed.ponto.internal.config.ConfigurationFault;
import org.bankfeed.ponto.internal.config.KeyFiles;
import org.bankfeed.store.Secret;
import org.jspecify.annotations.Nullable;

/** Reads certificates and private keys from PEM files. */
public final class PemFiles {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN ([A-Z ]*PRIVATE KEY)-----(.*?)-----END \\1-----", Pattern.DOTALL);

    /** What stands before the octets of a PKCS#1 key inside PKCS#8: version 0, algorithm rsaEncryption. */
    private static final byte[] RSA_ALGORITHM = HexFormat.of().parseHex("020100300d06092a864886f70d0101010500");

    private PemFiles() {}

    /** All certificates of a file, in its order; at least one. */
    public static List<X509Certificate> certificates(String key, Path file) throws ConfigurationFault {
        byte[] pem = SecretFiles.text(key, file).getBytes(StandardCharsets.UTF_8);
        try {
            List<X509Certificate> certificates =
                    CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem)).stream()
                            .map(X509Certificate.class::cast)
                            .toList();
            if (certificates.isEmpty()) {
                throw new CertificateException("none");
            }
            return certificates;
        } catch (CertificateException e) {
            throw new ConfigurationFault("%s names %s, which holds no PEM certificate".formatted(key, file), e);
        }
    }

    /**
     * The private key of a file.
     *
     * @param passphrase for an encrypted key; {@code null} if none is configured
     */
    static PrivateKey privateKey(KeyFiles files, Path file, @Nullable Secret passphrase) throws ConfigurationFault {
        String key = files.key("private.key.file");
        String passphraseKey = files.key("private.key.passphrase.file");
        Matcher pem = KEY.matcher(SecretFiles.secretText(key, file));
        if (!pem.find()) {
            throw new ConfigurationFault("%s names %s, which holds no PEM private key".formatted(key, file));
        }
        try {
            return switch (pem.group(1)) {
                case "PRIVATE KEY" -> fromPkcs8(octets(pem.group(2)));
                case "RSA PRIVATE KEY" -> fromPkcs8(wrapped(octets(pem.group(2))));
                case "ENCRYPTED PRIVATE KEY" -> decrypted(key, passphraseKey, file, octets(pem.group(2)), passphrase);
                default -> throw new GeneralSecurityException(pem.group(1));
            };
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            throw new ConfigurationFault(
                    ("%s names %s, whose private key cannot be read; write it anew with"
                                    + " 'openssl pkcs8 -topk8 -in OLD -out NEW' and, if it is encrypted, look at"
                                    + " %s")
                            .formatted(key, file, passphraseKey),
                    e);
        }
    }

    private static PrivateKey decrypted(
            String key, String passphraseKey, Path file, byte[] octets, @Nullable Secret passphrase)
            throws ConfigurationFault, GeneralSecurityException, IOException {
        if (passphrase == null) {
            throw new ConfigurationFault("%s names %s, which is encrypted; %s must name the file with its passphrase"
                    .formatted(key, file, passphraseKey));
        }
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(octets);
        // For PBES2 the JDK names the whole algorithm only in its parameters.
        String algorithm =
                info.getAlgName().equals("PBES2") || info.getAlgName().startsWith("1.2.840.113549.1.5.13")
                        ? info.getAlgParameters().toString()
                        : info.getAlgName();
        PBEKeySpec password = new PBEKeySpec(passphrase.reveal().toCharArray());
        SecretKey secretKey = SecretKeyFactory.getInstance(algorithm).generateSecret(password);
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, secretKey, info.getAlgParameters());
        return fromPkcs8(info.getKeySpec(cipher).getEncoded());
    }

    private static PrivateKey fromPkcs8(byte[] octets) throws GeneralSecurityException {
        PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(octets);
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(spec);
        } catch (InvalidKeySpecException notRsa) {
            return KeyFactory.getInstance("EC").generatePrivate(spec);
        }
    }

    private static byte[] octets(String base64) {
        return Base64.getMimeDecoder().decode(base64);
    }

    private static byte[] wrapped(byte[] pkcs1) {
        byte[] octetString = tagged(0x04, pkcs1);
        byte[] content = ByteBuffer.allocate(RSA_ALGORITHM.length + octetString.length)
                .put(RSA_ALGORITHM)
                .put(octetString)
                .array();
        return tagged(0x30, content);
    }

    /** One DER value; its length in as few octets as will do. */
    private static byte[] tagged(int tag, byte[] content) {
        int length = content.length;
        byte[] head;
        if (length < 0x80) {
            head = new byte[] {(byte) tag, (byte) length};
        } else if (length < 0x100) {
            head = new byte[] {(byte) tag, (byte) 0x81, (byte) length};
        } else {
            head = new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
        }
        return ByteBuffer.allocate(head.length + length).put(head).put(content).array();
    }
}
