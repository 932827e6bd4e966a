package org.bankfeed.matching.internal;

import java.math.BigDecimal;
import java.util.Currency;
import org.bankfeed.value.Money;

/** Amounts between the contract's money and the core's minor units. */
final class Minor {

    private Minor() {}

    static long of(Money money) {
        return money.amount().unscaledValue().longValueExact();
    }

    static Money money(long minor, String currency) {
        Currency unit = Currency.getInstance(currency);
        return new Money(BigDecimal.valueOf(minor, unit.getDefaultFractionDigits()), unit);
    }
}
