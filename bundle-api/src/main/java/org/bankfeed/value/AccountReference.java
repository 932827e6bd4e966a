package org.bankfeed.value;

import java.util.Locale;

/**
 * The number by which the world knows an account: usually an IBAN, else whatever the bank gives (BBAN, masked card
 * number, e-mail of a payment service).
 *
 * @param type the kind of number
 * @param value the number: an IBAN in its electronic form (upper case, no blanks); others as given, trimmed
 */
public record AccountReference(Type type, String value) {

    /** The kinds that Ponto names. */
    public enum Type {
        IBAN,
        BBAN,
        EMAIL,
        PAN,
        MASKED_PAN,
        MSISDN,
        /** A kind that we do not know (yet). */
        OTHER
    }

    /** @throws IllegalArgumentException if the value is empty, or said to be an IBAN and its check does not hold */
    public AccountReference {
        value = value.strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("an account number is empty");
        }
        if (type == Type.IBAN) {
            value = compact(value);
            if (!isIban(value)) {
                throw new IllegalArgumentException("the IBAN ending in " + tail(value)
                        + " is not valid: its check digits do not fit, look for a typing error");
            }
        }
    }

    /** An IBAN, however it is written; {@code IllegalArgumentException} if its check does not hold. */
    public static AccountReference iban(String text) {
        return new AccountReference(Type.IBAN, text);
    }

    /** An IBAN where the text is one, else the text as {@link Type#OTHER}. */
    public static AccountReference of(String text) {
        String compact = compact(text);
        return isIban(compact) ? new AccountReference(Type.IBAN, compact) : new AccountReference(Type.OTHER, text);
    }

    /**
     * Whether the text, in electronic form, is an IBAN: two letters, two check digits, 15 to 34 characters in all, and
     * the number modulo 97 is 1 (ISO 13616).
     */
    public static boolean isIban(String compact) {
        int length = compact.length();
        if (length < 15 || length > 34) {
            return false;
        }
        int remainder = 0;
        for (int i = 0; i < length; i++) {
            char c = compact.charAt((i + 4) % length);
            int digit = Character.digit(c, 36);
            boolean letterExpected = (i + 4) % length < 2;
            boolean digitExpected = (i + 4) % length == 2 || (i + 4) % length == 3;
            if (digit < 0 || c > 'Z' || letterExpected && digit < 10 || digitExpected && digit > 9) {
                return false;
            }
            remainder = (digit > 9 ? remainder * 100 + digit : remainder * 10 + digit) % 97;
        }
        return remainder == 1;
    }

    /** The number for logs and tables that others may see: the country or first two characters, dots, the last four. */
    public String masked() {
        return value.length() <= 6 ? "…" + tail(value) : value.substring(0, 2) + "…" + tail(value);
    }

    /** Masked, so that no full number reaches a log by accident; {@link #value()} has it whole. */
    @Override
    public String toString() {
        return masked();
    }

    private static String compact(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                out.append(c);
            }
        }
        String upper = out.toString().toUpperCase(Locale.ROOT);
        return upper.startsWith("IBAN") ? upper.substring(4) : upper;
    }

    private static String tail(String value) {
        return value.substring(Math.max(0, value.length() - 4));
    }
}
