package org.bankfeed.matching.internal.text;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Parts of a text whose numbers are no document's: blocks that banks fill beside the remittance ({@code EREF+},
 * {@code /IBAN/}), account numbers, enterprise numbers, telephones, the bank's own. A whole number of ours that stands there still counts.
 */
final class Asides {

    private static final Pattern KEY = Pattern.compile(
            "(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT)\\+"
                    + "|/(TRTP|IBAN|BIC|NAME|REMI|EREF|CSID|MARF|TRCD|BENM|ORDP|PURP|PREF|KREF|INV|RFB|ROC|TXT|VAT|IDC|ORIG|OBI)/");

    /** The blocks that speak of what is paid; all others only of how. */
    private static final Set<String> OF_WHAT_IS_PAID = Set.of("SVWZ", "REMI", "INV", "RFB", "TXT", "OBI");

    private static final Pattern ENTERPRISE = Pattern.compile("\\bBE ?[01]\\d{3}[. ]?\\d{3}[. ]?\\d{3}\\b");

    private static final Pattern TELEPHONE =
            Pattern.compile("\\b(?i:TEL|TELEFOON|GSM|FAX|PHONE|MOB)\\b[.: ]{0,3}\\+?\\d[\\d /.-]{6,}\\d");

    /** What banks write behind a text: a reference and a day of theirs, a transfer's number. */
    private static final Pattern OF_THE_BANK = Pattern.compile(
            "\\bREF\\. ?:? ?[0-9A-Z]{8,} VAL\\. ?\\d\\d-\\d\\d\\b|\\bTRANSFER-\\d{6,}"
                    + "|\\d\\d[/.-]\\d\\d[/.-]\\d{4} R[EÉ]F\\.? ?:? ?\\d{6,}"
                    + "|\\bFP \\d\\d/\\d\\d/\\d\\d \\d{4} \\w{8,}|\\bIND ID: ?\\d+|\\bVIR INST RE \\d{8,}",
            Pattern.CASE_INSENSITIVE);

    /** What names a bank, and has digits: BYLADEM1001, AXABBE22. */
    private static final Pattern BANK = Pattern.compile(
            "\\b[A-Z]{4}(?:AT|BE|BG|CH|CY|CZ|DE|DK|EE|ES|FI|FR|GB|GR|HR|HU|IE|IT|LI|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK|US)"
                    + "[A-Z0-9]{2}(?:[A-Z0-9]{3})?\\b");

    /** French and Spanish banks end so what they begin with {@link #REASON}. */
    private static final Pattern REFERENCE_AT_END = Pattern.compile("\\bREF:? ?\\w+$");

    private static final String REASON = "MOTIF: ";

    private static final String SPANISH_REASON = "CONCEPTO: ";

    /** The blocks of a French transfer, of which one says what is paid. */
    private static final Pattern FRENCH_BLOCK = Pattern.compile("/(DE|MOTIF|REF|BEN) ");

    private static final String FRENCH_REASON = "/MOTIF ";

    /** Where somebody lives: street, house, postcode and the beginning of a town. */
    private static final Pattern ADDRESS = Pattern.compile(
            "\\b(?:(?:\\p{L}*(?:STRAAT|LAAN|PLEIN|WEG|DREEF|KAAI|STRASSE|STRAßE|GASSE|PLATZ)|RUE|AVENUE|CHAUSSEE"
                    + "|BOULEVARD|PLACE|QUAI|CHEMIN|VIA|VIALE|CORSO|CALLE|AVENIDA)\\b|\\p{L}*(?:STR|AV|CH|BD|UL|AL)\\.)[ \\p{L}.'’-]{0,30}"
                    + " \\d{1,4}[A-Z]?[ ,-]{1,2}(?:\\d{4,5}|\\d\\d-\\d{3}) \\p{L}{2}",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** What banks number has at least so many. */
    private static final int FEWEST_OF_THE_BANK = 5;

    /** Its own four, and its country's. */
    private static final int CAPITALS_OF_BANK = 6;

    /** It stands behind what the payer said. */
    private static final int SHORTEST_OF_THE_BANK = 15;

    /** No account number, enterprise number or telephone has fewer. */
    private static final int FEWEST_DIGITS = 8;

    private Asides() {}

    /** Marks the places of such parts. */
    static void mark(String text, boolean[] places) {
        Glance glance = new Glance(text);
        if (glance.key) {
            blocks(text, places);
        }
        if (glance.postcode) {
            mark(ADDRESS, text, places);
        }
        if (glance.digits >= FEWEST_OF_THE_BANK && text.length() >= SHORTEST_OF_THE_BANK && mayBeOfTheBank(text)) {
            mark(OF_THE_BANK, text, places);
        }
        if (glance.bank) {
            mark(BANK, text, places);
        }
        if (text.contains(FRENCH_REASON)) {
            frenchBlocks(text, places);
        }
        if (text.contains(REASON) || text.contains(SPANISH_REASON)) {
            mark(REFERENCE_AT_END, text, places);
        }
        if (glance.digits < FEWEST_DIGITS) {
            return;
        }
        if (glance.account) {
            for (AccountsInText.Place account : AccountsInText.in(text)) {
                mark(places, account.from(), account.to());
            }
        }
        if (glance.enterprise) {
            mark(ENTERPRISE, text, places);
        }
        if (glance.telephone) {
            mark(TELEPHONE, text, places);
        }
    }

    private static boolean mayBeOfTheBank(String text) {
        return text.contains("REF. ")
                || text.contains("Ref. ")
                || text.contains("TRANSFER-")
                || text.contains("FP ")
                || text.contains("IND ID:")
                || text.contains("VIR INST RE ");
    }

    private static void mark(Pattern pattern, String text, boolean[] places) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            mark(places, matcher.start(), matcher.end());
        }
    }

    /** What may be in a text by a few signs that stand together: most texts hold none of it, and no pattern has to look. */
    private static final class Glance {
        int digits;
        boolean key;
        boolean account;
        boolean enterprise;
        boolean telephone;

        /** Whether a digit stands behind six capitals or more. */
        boolean bank;

        /** Whether a number stands before one of four digits or more and a word behind that. */
        boolean postcode;

        Glance(String text) {
            char third = ' ';
            char second = ' ';
            char first = ' ';
            int capitals = 0;
            for (int i = 0; i < text.length(); i++) {
                char sign = text.charAt(i);
                bank |= capitals >= CAPITALS_OF_BANK && Digits.isDigit(sign);
                capitals = isCapital(sign) ? capitals + 1 : 0;
                if (Digits.isDigit(sign)) {
                    digits++;
                    account |= Digits.isDigit(first) && isCapital(second) && isCapital(third);
                    enterprise |= first == 'E' && second == 'B' || first == ' ' && second == 'E' && third == 'B';
                } else {
                    key |= sign == '+' && isCapital(first) || first == '/' && isCapital(sign);
                    telephone |= beginsTelephone(second, first, sign);
                }
                postcode |= sign == ' ' && mayBePostcode(text, i);
                third = second;
                second = first;
                first = sign;
            }
        }

        /** Whether four digits or five stand before a place, or two and three with a hyphen, and a blank before them. */
        private static boolean mayBePostcode(String text, int end) {
            int from = end;
            while (from > 0 && Digits.isDigit(text.charAt(from - 1))) {
                from--;
            }
            int digits = end - from;
            boolean polish = digits == 3 && from > 4 && text.charAt(from - 1) == '-' && text.charAt(from - 4) == ' ';
            boolean postcode = polish || digits >= 4 && digits <= 5 && from > 1 && text.charAt(from - 1) == ' ';
            return postcode && end + 1 < text.length() && Character.isLetter(text.charAt(end + 1));
        }

        private static boolean isCapital(char sign) {
            return sign >= 'A' && sign <= 'Z';
        }

        private static boolean beginsTelephone(char first, char second, char third) {
            return switch (first) {
                case 'T', 't' -> is(second, 'E') && is(third, 'L');
                case 'G', 'g' -> is(second, 'S') && is(third, 'M');
                case 'F', 'f' -> is(second, 'A') && is(third, 'X');
                case 'P', 'p' -> is(second, 'H') && is(third, 'O');
                case 'M', 'm' -> is(second, 'O') && is(third, 'B');
                default -> false;
            };
        }

        private static boolean is(char sign, char capital) {
            return sign == capital || sign == capital + 'a' - 'A';
        }
    }

    private static void blocks(String text, boolean[] places) {
        Matcher key = KEY.matcher(text);
        boolean aside = false;
        int from = 0;
        for (int at = 0; key.find(at); at = key.end() - (key.group(2) == null ? 0 : 1)) {
            if (aside) {
                mark(places, from, key.start());
            }
            String name = key.group(1) == null ? key.group(2) : key.group(1);
            aside = !OF_WHAT_IS_PAID.contains(name);
            from = key.end();
        }
        if (aside) {
            mark(places, from, text.length());
        }
    }

    private static void frenchBlocks(String text, boolean[] places) {
        Matcher key = FRENCH_BLOCK.matcher(text);
        int from = -1;
        while (key.find()) {
            if (from >= 0) {
                mark(places, from, key.start());
            }
            from = key.group().equals(FRENCH_REASON) ? -1 : key.end();
        }
        if (from >= 0) {
            mark(places, from, text.length());
        }
    }

    private static void mark(boolean[] places, int from, int to) {
        for (int i = from; i < to; i++) {
            places[i] = true;
        }
    }
}
