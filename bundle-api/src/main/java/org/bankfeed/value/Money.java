package org.bankfeed.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/**
 * An amount in one currency, held at that currency's number of decimals (ISO 4217), never rounded.
 *
 * <p>The fixed scale makes {@code equals} mean equality: 1.5 EUR is 1.50 EUR. Immutable.
 *
 * @param amount the amount in the currency's main unit, signed
 * @param currency its currency; one that has no decimals defined (such as XAU) is refused
 */
public record Money(BigDecimal amount, Currency currency) implements Comparable<Money> {

    /**
     * @throws IllegalArgumentException if the currency has no number of decimals, or the amount has more of them than
     *     the currency
     */
    public Money {
        int decimals = currency.getDefaultFractionDigits();
        if (decimals < 0) {
            throw new IllegalArgumentException(currency + " has no number of decimals");
        }
        try {
            amount = amount.setScale(decimals, RoundingMode.UNNECESSARY);
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException(
                    "amount " + amount.toPlainString() + " has more than the " + decimals + " decimals of " + currency,
                    e);
        }
    }

    /**
     * Reads a decimal text such as {@code -12.5}.
     *
     * @throws IllegalArgumentException if the text is no decimal number, the currency is unknown to the JDK, or the
     *     amount has too many decimals
     */
    public static Money of(String amount, String currency) {
        return new Money(decimal(amount), currency(currency));
    }

    /** Nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(BigDecimal.ZERO, currency);
    }

    private static BigDecimal decimal(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a decimal number", e);
        }
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + code + "' is not a currency of ISO 4217", e);
        }
    }

    /** The sum; {@code IllegalArgumentException} if the currencies differ. */
    public Money plus(Money other) {
        return new Money(amount.add(sameCurrency(other).amount), currency);
    }

    /** The difference; {@code IllegalArgumentException} if the currencies differ. */
    public Money minus(Money other) {
        return new Money(amount.subtract(sameCurrency(other).amount), currency);
    }

    public Money negate() {
        return new Money(amount.negate(), currency);
    }

    public Money abs() {
        return new Money(amount.abs(), currency);
    }

    /** -1, 0 or 1. */
    public int signum() {
        return amount.signum();
    }

    public boolean isZero() {
        return signum() == 0;
    }

    /** Orders by amount; {@code IllegalArgumentException} if the currencies differ. */
    @Override
    public int compareTo(Money other) {
        return amount.compareTo(sameCurrency(other).amount);
    }

    /** The amount as a plain decimal text with the currency's decimals, no currency: {@code -12.50}. */
    public String decimal() {
        return amount.toPlainString();
    }

    /** {@code -12.50 EUR}. */
    @Override
    public String toString() {
        return decimal() + " " + currency.getCurrencyCode();
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot combine " + currency + " with " + other.currency);
        }
        return other;
    }
}
