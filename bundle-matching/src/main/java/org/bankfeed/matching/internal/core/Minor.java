package org.bankfeed.matching.internal.core;

import java.math.BigDecimal;
import java.util.Currency;
import org.bankfeed.value.Money;

/** Amounts between the contract's money and the core's minor units. */
public final class Minor {

    private Minor() {}

    public static long of(Money money) {
        return money.amount().unscaledValue().longValueExact();
    }

    public static Money money(long minor, String currency) {
        Currency unit = Currency.getInstance(currency);
        return new Money(BigDecimal.valueOf(minor, unit.getDefaultFractionDigits()), unit);
    }
}
