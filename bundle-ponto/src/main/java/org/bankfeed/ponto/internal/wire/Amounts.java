package org.bankfeed.ponto.internal.wire;

import java.math.BigDecimal;
import java.util.Currency;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Money from the literal digits that Ponto sent; nothing is rounded. */
public final class Amounts {

    private static final int MOST_DIGITS = 18;

    private Amounts() {}

    public static Money money(@Nullable BigDecimal amount, @Nullable String currency) throws LineFault {
        if (amount == null) {
            throw new LineFault("amount is missing");
        }
        // Before any arithmetic: 1e999999999 would fill the memory.
        long integerDigits = (long) amount.precision() - amount.scale();
        if (integerDigits > MOST_DIGITS || amount.scale() > MOST_DIGITS) {
            throw new LineFault("amount has more than " + MOST_DIGITS + " digits");
        }
        try {
            return new Money(amount, currency(currency));
        } catch (IllegalArgumentException e) {
            throw new LineFault(String.valueOf(e.getMessage()));
        }
    }

    /** Whether amounts can be held in it: a currency that the JDK knows, with a number of decimals. */
    public static boolean isMoney(String code) {
        try {
            return Currency.getInstance(code.strip()).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    public static Currency currency(@Nullable String code) throws LineFault {
        if (code == null || code.isBlank()) {
            throw new LineFault("currency is missing");
        }
        try {
            return Currency.getInstance(code.strip());
        } catch (IllegalArgumentException e) {
            throw new LineFault("currency '" + (code.length() > 10 ? code.substring(0, 10) + "…" : code)
                    + "' is none that this Java knows; a new one comes with an update of Java");
        }
    }
}
