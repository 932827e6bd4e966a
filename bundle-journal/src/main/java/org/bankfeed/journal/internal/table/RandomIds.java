package org.bankfeed.journal.internal.table;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids and states that nobody can guess. */
public final class RandomIds {

    private static final char[] LETTERS = "abcdefghijkmnpqrstuvwxyz23456789".toCharArray();
    private static final SecureRandom RANDOM = new SecureRandom();

    private RandomIds() {}

    /** Ten letters and digits without look-alikes: short enough to be typed in a shell. */
    public static String shortId() {
        StringBuilder id = new StringBuilder(10);
        for (int i = 0; i < 10; i++) {
            id.append(LETTERS[RANDOM.nextInt(LETTERS.length)]);
        }
        return id.toString();
    }

    /** 256 random bits, fit for a URL. */
    public static String state() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
