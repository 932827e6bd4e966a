package org.bankfeed.simulator.internal.oauth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Random secrets, and comparing them without telling how far they agree. */
final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Secrets() {}

    static String create() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return BASE64.encodeToString(bytes);
    }

    /** Two parts joined by a dot, as Ponto's codes and tokens look. */
    static String token() {
        return create() + "." + create();
    }

    /** What is kept of a token. */
    static String hash(String token) {
        return HexFormat.of().formatHex(sha256(token));
    }

    /** The challenge that belongs to a PKCE verifier. */
    static String challenge(String verifier) {
        return BASE64.encodeToString(sha256(verifier));
    }

    static boolean equal(String one, String other) {
        return MessageDigest.isEqual(sha256(one), sha256(other));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
