package org.bankfeed.matching.internal.text;

import java.text.Normalizer;
import java.util.Locale;

/** Looks through case and accents: what banks' character sets do to a text, done to both sides. */
public final class Fold {

    private Fold() {}

    /** Letters and digits only, upper case, accents taken off. */
    public static String compact(String text) {
        int same = 0;
        while (same < text.length() && isPlain(text.charAt(same))) {
            same++;
        }
        if (same == text.length()) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        out.append(text, 0, same);
        for (int i = same; i < text.length(); i++) {
            append(out, text.charAt(i));
        }
        return out.toString();
    }

    /** The letters and digits so, and what separates them as it is. */
    static String withSeparators(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            int before = out.length();
            append(out, text.charAt(i));
            if (out.length() == before) {
                out.append(text.charAt(i));
            }
        }
        return out.toString();
    }

    private static boolean isPlain(char sign) {
        return sign >= 'A' && sign <= 'Z' || sign >= '0' && sign <= '9';
    }

    /** Appends what a sign becomes: nothing, one or two signs of {@code A-Z0-9}. */
    static void append(StringBuilder out, char sign) {
        if (sign < 128) {
            if (sign >= 'a' && sign <= 'z') {
                out.append((char) (sign - 32));
            } else if (isPlain(sign)) {
                out.append(sign);
            }
            return;
        }
        appendForeign(out, sign);
    }

    private static void appendForeign(StringBuilder out, char sign) {
        switch (sign) {
            case 'ß' -> out.append("SS");
            case 'æ', 'Æ' -> out.append("AE");
            case 'œ', 'Œ' -> out.append("OE");
            case 'ø', 'Ø' -> out.append('O');
            case 'ł', 'Ł' -> out.append('L');
            case 'đ', 'Đ' -> out.append('D');
            default -> {
                if (Character.isLetterOrDigit(sign)) {
                    String parts = Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKD)
                            .toUpperCase(Locale.ROOT);
                    for (int i = 0; i < parts.length(); i++) {
                        char part = parts.charAt(i);
                        if (part >= 'A' && part <= 'Z' || part >= '0' && part <= '9') {
                            out.append(part);
                        }
                    }
                }
            }
        }
    }
}
