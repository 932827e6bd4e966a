package org.bankfeed.store.internal.key;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key and its name: AES-256-GCM, a fresh nonce for each value. Master keys encrypt data keys, and data keys encrypt
 * secrets. Safe for use by many threads.
 */
public final class CipherKey {

    public static final int BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final SecretKeySpec key;

    public CipherKey(String id, byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("a key has " + BYTES + " bytes, not " + bytes.length);
        }
        this.id = id;
        this.key = new SecretKeySpec(bytes, "AES");
    }

    /** A master key; its id tells it from others without telling anything of it. */
    public static CipherKey master(byte[] bytes) {
        return new CipherKey(fingerprint(bytes), bytes);
    }

    public static byte[] fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    public static String freshId() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    public String id() {
        return id;
    }

    /** @param place what the value belongs to; it opens nowhere else */
    public Sealed seal(byte[] place, byte[] value) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            return new Sealed(
                    id, nonce, cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has AES-256-GCM", e);
        }
    }

    /** @throws DoesNotOpenException if it was sealed by another key, for another place, or was changed */
    public byte[] open(byte[] place, Sealed sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, sealed.nonce(), place).doFinal(sealed.value());
        } catch (GeneralSecurityException e) {
            throw new DoesNotOpenException(e);
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
}
