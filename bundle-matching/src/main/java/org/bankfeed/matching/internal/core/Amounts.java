package org.bankfeed.matching.internal.core;

import java.math.BigDecimal;
import java.util.Currency;

/** Amounts in words. */
final class Amounts {

    private Amounts() {}

    static String text(long minor, String currency) {
        int decimals;
        try {
            decimals = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            decimals = 2;
        }
        return BigDecimal.valueOf(minor, decimals).toPlainString() + " " + currency;
    }
}
