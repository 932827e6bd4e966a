package org.bankfeed.secrecy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bankfeed.value.AccountReference;

/**
 * Finds in a text what must not be there. Ponto's tokens and codes, and the client's secret, are known by the shape in
 * which the simulator makes them, so that each one that was ever made is looked for, not only one that was planted.
 */
public final class Leaks {

    private static final String WORD = "A-Za-z0-9_-";

    /** An access token, a refresh token or a code: two times 32 bytes. */
    private static final Pattern TOKEN =
            Pattern.compile("(?<![.%1$s])[%1$s]{43}\\.[%1$s]{43}(?![.%1$s])".formatted(WORD));

    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----");

    /** A creditor reference has the same check, and RF where an account has its country. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![A-Za-z0-9])(?!RF)[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{2,30}){1,8}");

    private static final int DIGITS_OF_AN_ACCOUNT = 8;

    private static final int SHOWN = 60;

    private Leaks() {}

    /** Where the text holds a token, a code, a private key, or an IBAN in full; each with the words before it. */
    public static List<String> in(String text) {
        List<String> found = secretsIn(text);
        NUMBER.matcher(text)
                .results()
                .filter(match -> beginsWithIban(match.group()))
                .forEach(match -> found.add("a full IBAN, after: " + before(text, match.start())));
        return found;
    }

    /** The same where account numbers are kept by intent, as in a database. */
    public static List<String> secretsIn(String text) {
        List<String> found = new ArrayList<>();
        find(TOKEN, text, "a token or code", found);
        find(PRIVATE_KEY, text, "a private key", found);
        return found;
    }

    private static void find(Pattern pattern, String text, String what, List<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(what + ", after: " + before(text, matcher.start()));
        }
    }

    /** Numbers are written in groups, and words may follow: each end of a group may be the number's. */
    private static boolean beginsWithIban(String words) {
        StringBuilder compact = new StringBuilder();
        for (String group : words.split(" ", -1)) {
            compact.append(group);
            if (AccountReference.isIban(compact.toString()) && isMostlyDigits(compact)) {
                return true;
            }
        }
        return false;
    }

    /** One in a hundred words of capitals passes the check by chance. */
    private static boolean isMostlyDigits(CharSequence number) {
        return number.chars().filter(Character::isDigit).count() >= DIGITS_OF_AN_ACCOUNT;
    }

    private static String before(String text, int at) {
        return text.substring(Math.max(0, at - SHOWN), at).replaceAll("\\s+", " ");
    }
}
