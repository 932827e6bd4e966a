package org.bankfeed.history;

import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * One of the company's own bank accounts.
 *
 * @param reference the account number, usually an IBAN; the {@code account} of its transactions
 * @param description what the bank calls it
 * @param holder the name of the holder, if known
 * @param bank the bank's name, if known
 * @param currency ISO 4217
 * @param openingBalance the balance before the first transaction of the history
 */
public record HistoryAccount(
        String reference,
        String description,
        @Nullable String holder,
        @Nullable String bank,
        Subtype subtype,
        String currency,
        BigDecimal openingBalance) {

    /** The kinds of account that Ponto knows, in its words when lower-cased. */
    public enum Subtype {
        CHECKING,
        SAVINGS,
        CARD,
        PSP
    }

    /** A current account of which nothing is known but its lines. */
    static HistoryAccount plain(String reference, String currency) {
        return new HistoryAccount(reference, "Current account", null, null, Subtype.CHECKING, currency, zero(currency));
    }

    private static BigDecimal zero(String currency) {
        return BigDecimal.ZERO.setScale(Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** Whether the line belongs to this account: banks may give accounts in several currencies one number. */
    public boolean holds(HistoryTransaction transaction) {
        return reference.equals(transaction.account()) && currency.equals(transaction.currency());
    }
}
