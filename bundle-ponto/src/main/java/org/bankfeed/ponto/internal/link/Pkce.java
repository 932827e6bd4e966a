package org.bankfeed.ponto.internal.link;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.bankfeed.store.Secret;

/** Proof key for code exchange (RFC 7636), method S256. */
public final class Pkce {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int LONGEST_NAME = 100;

    private Pkce() {}

    /** 86 unreserved characters, 512 bits. */
    static Secret verifier() {
        byte[] random = new byte[64];
        RANDOM.nextBytes(random);
        return new Secret(base64(random));
    }

    static String challenge(Secret verifier) {
        return base64(sha256(verifier.reveal()));
    }

    /** Under which name the verifier of a state is kept. */
    public static String nameFor(String state) {
        String name = "pkce:" + state;
        return name.length() <= LONGEST_NAME ? name : "pkce:" + base64(sha256(state));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
