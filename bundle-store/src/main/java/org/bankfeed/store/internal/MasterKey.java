package org.bankfeed.store.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bankfeed.store.StoreException;

/** The key that encrypts every secret: AES-256-GCM, a fresh nonce for each value. Safe for use by many threads. */
final class MasterKey {

    static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final String id;

    MasterKey(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a master key has " + BYTES + " bytes, not " + bytes.length);
        }
        this.key = new SecretKeySpec(bytes, "AES");
        this.id = fingerprint(bytes);
    }

    static byte[] fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** Tells keys apart without telling anything of them. */
    String id() {
        return id;
    }

    /** @param place what the value belongs to; it opens nowhere else */
    Sealed seal(byte[] place, String value) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(value.getBytes(StandardCharsets.UTF_8));
            return new Sealed(id, nonce, sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-256-GCM", e);
        }
    }

    /** @throws StoreException if it was sealed by another key, for another place, or was changed */
    String open(byte[] place, Sealed sealed) {
        if (!id.equals(sealed.keyId())) {
            throw new StoreException(
                    "A secret was encrypted with the master key " + sealed.keyId() + ", but " + id
                            + " is in use: restore the former key",
                    null);
        }
        try {
            byte[] value = cipher(Cipher.DECRYPT_MODE, sealed.nonce(), place).doFinal(sealed.value());
            return new String(value, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new StoreException("A secret does not open: it was changed, or moved from another row", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place);
        return cipher;
    }

    private static String fingerprint(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update("bankfeed master key id".getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(bytes), 8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Reads a key from its written form; {@code null} if it is none. */
    static byte @org.jspecify.annotations.Nullable [] parse(String base64) {
        try {
            byte[] bytes = Base64.getDecoder().decode(base64.strip());
            return bytes.length == BYTES ? bytes : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** An encrypted value as it lies in its row. */
    static final class Sealed {
        private final String keyId;
        private final byte[] nonce;
        private final byte[] value;

        Sealed(String keyId, byte[] nonce, byte[] value) {
            this.keyId = keyId;
            this.nonce = nonce;
            this.value = value;
        }

        String keyId() {
            return keyId;
        }

        byte[] nonce() {
            return nonce;
        }

        byte[] value() {
            return value;
        }
    }
}
