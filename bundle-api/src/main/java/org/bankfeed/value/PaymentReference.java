package org.bankfeed.value;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reference that a creditor prints on an invoice so that the payer repeats it, with its check digits proven.
 *
 * @param scheme whose rules it follows
 * @param compact without separators, upper case: twelve digits for {@link Scheme#BELGIAN}, {@code RF…} for
 *     {@link Scheme#ISO_11649}
 */
public record PaymentReference(Scheme scheme, String compact) {

    private static final Pattern WRITTEN_AS_BELGIAN = Pattern.compile("(?:\\+{3}|\\*{3}).*|\\d{3}/\\d{4}/\\d{5}");
    private static final Pattern WRITTEN_AS_ISO = Pattern.compile("RF[ .-]?\\d{2}[A-Z0-9 .-]*");
    private static final Pattern GROUPS = Pattern.compile("(.{4})(?=.)");

    /** The schemes that are read today. */
    public enum Scheme {
        /** Belgian structured communication (OGM/VCS): ten digits and two check digits, modulo 97, 0 written as 97. */
        BELGIAN,
        /** ISO 11649: {@code RF}, two check digits, one to twenty-one letters and digits, modulo 97-10. */
        ISO_11649
    }

    /** @throws IllegalArgumentException if the check digits do not hold */
    public PaymentReference {
        boolean valid =
                switch (scheme) {
                    case BELGIAN -> isBelgian(compact);
                    case ISO_11649 -> isIso11649(compact);
                };
        if (!valid) {
            throw new IllegalArgumentException(
                    "'" + compact + "' is no valid payment reference: its check digits do not fit");
        }
    }

    /**
     * Reads a text that is one reference and nothing else, however it is separated ({@code +++010/8068/17183+++},
     * {@code 010806817183}, {@code RF18 5390 0754 7034}).
     *
     * @return the reference, or empty if the text is none or its check digits do not hold
     */
    public static Optional<PaymentReference> read(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 128 && Character.isLetterOrDigit(c)) {
                out.append(c);
            } else if ("+*/ .-".indexOf(c) < 0) {
                return Optional.empty();
            }
        }
        String compact = out.toString().toUpperCase(Locale.ROOT);
        if (isBelgian(compact)) {
            return Optional.of(new PaymentReference(Scheme.BELGIAN, compact));
        }
        return isIso11649(compact) ? Optional.of(new PaymentReference(Scheme.ISO_11649, compact)) : Optional.empty();
    }

    /**
     * Whether a text is written as a reference of one of the schemes and is none: payers could not repeat it, their banks
     * would refuse it. Any other text, such as the reference of another country, is none of them and not mistyped.
     */
    public static boolean isMistyped(String text) {
        String printed = text.strip().toUpperCase(Locale.ROOT);
        boolean written = WRITTEN_AS_BELGIAN.matcher(printed).matches()
                || WRITTEN_AS_ISO.matcher(printed).matches();
        return written && read(printed).isEmpty();
    }

    /** As people print it: {@code +++010/8068/17183+++}, or an RF reference in groups of four. */
    public String printed() {
        if (scheme == Scheme.BELGIAN) {
            return "+++" + compact.substring(0, 3) + "/" + compact.substring(3, 7) + "/" + compact.substring(7) + "+++";
        }
        return GROUPS.matcher(compact).replaceAll("$1 ");
    }

    private static boolean isBelgian(String compact) {
        if (compact.length() != 12) {
            return false;
        }
        long base = 0;
        for (int i = 0; i < 12; i++) {
            if (compact.charAt(i) < '0' || compact.charAt(i) > '9') {
                return false;
            }
            base = i < 10 ? base * 10 + compact.charAt(i) - '0' : base;
        }
        long remainder = base % 97;
        long check = (compact.charAt(10) - '0') * 10L + compact.charAt(11) - '0';
        return check == (remainder == 0 ? 97 : remainder);
    }

    private static boolean isIso11649(String compact) {
        int length = compact.length();
        if (length < 5 || length > 25 || !compact.startsWith("RF")) {
            return false;
        }
        int remainder = 0;
        for (int i = 0; i < length; i++) {
            char c = compact.charAt((i + 4) % length);
            boolean digit = c >= '0' && c <= '9';
            boolean letter = c >= 'A' && c <= 'Z';
            int place = (i + 4) % length;
            if (!digit && !letter || (place == 2 || place == 3) && !digit) {
                return false;
            }
            remainder = (digit ? remainder * 10 + c - '0' : remainder * 100 + c - 'A' + 10) % 97;
        }
        return remainder == 1;
    }
}
