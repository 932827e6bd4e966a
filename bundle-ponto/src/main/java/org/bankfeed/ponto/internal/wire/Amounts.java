package org.bankfeed.ponto.internal.wire;

import java.math.BigDecimal;
import java.util.Currency;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Text;
import org.jspecify.annotations.Nullable;

/** Money from the literal digits that Ponto sent; nothing is rounded. */
public final class Amounts {

    private static final int MOST_DIGITS = 18;

    private Amounts() {}

    public static Money money(@Nullable BigDecimal amount, @Nullable String currency) throws LineFault {
        if (amount == null) {
            throw LineFault.missing("amount");
        }
        // Before any arithmetic: 1e999999999 would fill the memory.
        long integerDigits = (long) amount.precision() - amount.scale();
        if (integerDigits > MOST_DIGITS || amount.scale() > MOST_DIGITS) {
            throw new LineFault(FaultCode.AMOUNT_TOO_LONG, new Count(MOST_DIGITS));
        }
        Currency in = currency(currency);
        int decimals = in.getDefaultFractionDigits();
        if (decimals < 0) {
            throw unknown(in.getCurrencyCode());
        }
        if (amount.stripTrailingZeros().scale() > decimals) {
            throw new LineFault(
                    FaultCode.TOO_MANY_DECIMALS,
                    new Text(amount.toPlainString()),
                    new Count(decimals),
                    new Name(in.getCurrencyCode()));
        }
        return new Money(amount, in);
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
            throw LineFault.missing("currency");
        }
        try {
            return Currency.getInstance(code.strip());
        } catch (IllegalArgumentException e) {
            throw unknown(code);
        }
    }

    private static LineFault unknown(String currency) {
        String begin = currency.length() > 10 ? currency.substring(0, 10) + "…" : currency;
        return new LineFault(FaultCode.CURRENCY_UNKNOWN, new Text(begin));
    }
}
