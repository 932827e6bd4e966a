package org.bankfeed.journal;

import java.util.Currency;
import org.bankfeed.value.AccountReference;

/**
 * An account that a person enters before any link shares it.
 *
 * @param reference its number
 * @param currency its currency; number and currency together are its identity
 * @param label what people call it, at most 200 characters; blank for its number
 * @param settings what he says of it
 */
public record NewAccount(AccountReference reference, Currency currency, String label, AccountSettings settings) {

    /** Of a label, in characters. */
    public static final int LONGEST_LABEL = 200;

    /** What is said of one that is longer. */
    public static final String TOO_LONG = "the name of an account has at most " + LONGEST_LABEL + " characters";

    public NewAccount {
        label = label.strip();
        if (label.length() > LONGEST_LABEL) {
            throw new IllegalArgumentException(TOO_LONG);
        }
    }
}
