package org.bankfeed.matching.internal.text;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts that a text writes: "EUR 850.70", "tot. 1.234,56". They are no documents' numbers. */
final class Amounts {

    /** No amount that can be compared, though it is one. */
    static final long SOME = 0;

    static final long NONE = -1;

    private static final Set<String> CURRENCIES =
            Set.of("EUR", "EURO", "USD", "GBP", "CHF", "PLN", "SEK", "NOK", "DKK", "CZK", "RON", "HUF");

    private static final int LONGEST_WORD = 4;

    private static final int MOST_DIGITS = 12;

    private Amounts() {}

    /**
     * The amount that digits at a place are part of.
     *
     * @return in hundredths, if it stands with two decimals; else {@link #SOME} if a currency stands beside it, else
     *     {@link #NONE}
     */
    static long at(String text, int start, int end) {
        int from = start;
        int to = end;
        while (from > 0 && isOfAmount(text.charAt(from - 1))) {
            from--;
        }
        while (to < text.length() && isOfAmount(text.charAt(to))) {
            to++;
        }
        while (to > from && !Digits.isDigit(text.charAt(to - 1))) {
            to--;
        }
        long written = hundredths(text, from, to);
        return written >= 0 ? written : isBesideCurrency(text, from, to) ? SOME : NONE;
    }

    /**
     * What stands before an amount that a text writes with two decimals, be it parted by a fold ("35,0 0", "1, 23"): without
     * blanks and currency, in upper case; {@code null} if the text does not write it.
     */
    static @Nullable String before(String text, long hundredths) {
        String digits = String.valueOf(hundredths + 1000);
        String cents = digits.substring(digits.length() - 2);
        String whole = String.valueOf(hundredths / 100);
        String grouped = whole.length() < 4
                ? whole
                : whole.substring(0, whole.length() - 3) + "[.,']?" + whole.substring(whole.length() - 3);
        String plain = text.replaceAll("\\s", "");
        Matcher amount = Pattern.compile("(?<![\\d.,])" + grouped + "[.,]" + cents + "(?!\\d)")
                .matcher(plain);
        if (!amount.find()) {
            return null;
        }
        String before = plain.substring(0, amount.start());
        String word = lastWord(before);
        return CURRENCIES.stream()
                .filter(word::endsWith)
                .findFirst()
                .map(currency -> before.substring(0, before.length() - currency.length()))
                .orElse(before)
                .toUpperCase(Locale.ROOT);
    }

    private static long hundredths(String text, int from, int to) {
        boolean decimals =
                to - from >= 4 && !Digits.isDigit(text.charAt(to - 3)) && Digits.isDigit(text.charAt(to - 2));
        if (!decimals || to - from > MOST_DIGITS) {
            return NONE;
        }
        long amount = 0;
        for (int i = from; i < to; i++) {
            amount = Digits.isDigit(text.charAt(i)) ? amount * 10 + text.charAt(i) - '0' : amount;
        }
        return amount;
    }

    private static boolean isBesideCurrency(String text, int from, int to) {
        String before =
                text.substring(Math.max(0, from - LONGEST_WORD - 1), from).stripTrailing();
        String after = text.substring(to, Math.min(text.length(), to + LONGEST_WORD + 1))
                .stripLeading();
        return before.endsWith("€")
                || after.startsWith("€")
                || CURRENCIES.contains(lastWord(before))
                || CURRENCIES.contains(firstWord(after));
    }

    private static String lastWord(String text) {
        int from = text.length();
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from).toUpperCase(Locale.ROOT);
    }

    private static String firstWord(String text) {
        int to = 0;
        while (to < text.length() && Character.isLetter(text.charAt(to))) {
            to++;
        }
        return text.substring(0, to).toUpperCase(Locale.ROOT);
    }

    private static boolean isOfAmount(char sign) {
        return Digits.isDigit(sign) || sign == '.' || sign == ',';
    }
}
