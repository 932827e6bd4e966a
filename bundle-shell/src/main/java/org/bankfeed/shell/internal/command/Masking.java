package org.bankfeed.shell.internal.command;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/** Hides account numbers inside other texts. */
final class Masking {

    private static final Pattern LIKE_AN_IBAN = Pattern.compile("\\b[A-Z]{2}\\d{2}(?:[ .]?[A-Z0-9]{2,4}){3,8}\\b");

    private Masking() {}

    /** The text with every valid IBAN in it masked. */
    static String of(@Nullable String text) {
        return text == null
                ? ""
                : LIKE_AN_IBAN.matcher(text).replaceAll(found -> Matcher.quoteReplacement(masked(found.group())));
    }

    private static String masked(String found) {
        if (found.startsWith("RF")) {
            return found; // a payment reference: its check is an IBAN's
        }
        AccountReference reference = AccountReference.of(found);
        return reference.type() == AccountReference.Type.IBAN ? reference.masked() : found;
    }
}
