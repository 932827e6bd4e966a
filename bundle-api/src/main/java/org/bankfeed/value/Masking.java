package org.bankfeed.value;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hides account numbers inside other texts: what a bank writes, what a person typed, sentences made of either. Every page,
 * table and document shows numbers as {@link AccountReference#masked} does, and texts as they come out of here.
 */
public final class Masking {

    /** How long a country's IBANs are (ISO 13616 registry). Without it a number could not be told from the words behind it. */
    private static final Map<String, Integer> LENGTHS = lengths("NO15 BE16 DK18 FI18 FO18 GL18 NL18 SD18 FK18 MK19 SI19"
            + " AT20 BA20 EE20 KZ20 LT20 LU20 MN20 XK20 CH21 HR21 LI21 LV21 BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22"
            + " VA22 AE23 GI23 IL23 IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 DJ27 LY25"
            + " PT25 IS26 TR26 BI27 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HU28 LB28 NI28 PL28 SV28"
            + " BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 YE30 SC31 LC32 MT31 RU33 ST25 HN28");

    /** Where one may begin: at the beginning of a word, or behind the word IBAN. */
    private static final Pattern BEGIN = Pattern.compile("(?:(?<![\\p{L}\\p{N}])|(?<=(?i:IBAN)))([A-Za-z]{2})\\d{2}");

    /** So many blanks, dots, hyphens or line ends may stand between two characters of a number. */
    private static final int WIDEST_GAP = 2;

    private Masking() {}

    /** The text with every valid IBAN in it masked, however it is spaced; empty for {@code null}. */
    public static String of(@Nullable String text) {
        if (text == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(text.length());
        Matcher begin = BEGIN.matcher(text);
        int done = 0;
        while (begin.find()) {
            int end = begin.start() < done ? -1 : end(text, begin.start(), begin.group(1));
            if (end >= 0) {
                String number = text.substring(begin.start(), end);
                out.append(text, done, begin.start())
                        .append(AccountReference.of(number).masked());
                done = end;
            }
        }
        return out.append(text, done, text.length()).toString();
    }

    /** Where the IBAN ends that begins there; -1 if none does. */
    private static int end(String text, int from, String country) {
        Integer length = LENGTHS.get(country.toUpperCase(Locale.ROOT));
        StringBuilder number = new StringBuilder(34);
        int gap = 0;
        for (int at = from; length != null && at < text.length() && gap <= WIDEST_GAP; at++) {
            char c = text.charAt(at);
            if (c < 128 && Character.isLetterOrDigit(c)) {
                gap = 0;
                number.append(Character.toUpperCase(c));
                if (number.length() == length) {
                    return AccountReference.isIban(number.toString()) ? at + 1 : -1;
                }
            } else if (Character.isWhitespace(c) || c == '\u00a0' || c == '.' || c == '-') {
                gap++;
            } else {
                return -1;
            }
        }
        return -1;
    }

    private static Map<String, Integer> lengths(String table) {
        Map<String, Integer> lengths = new HashMap<>();
        for (String entry : table.split(" ")) {
            lengths.put(entry.substring(0, 2), Integer.valueOf(entry.substring(2)));
        }
        return Map.copyOf(lengths);
    }
}
