package org.bankfeed.screens.internal.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The currencies in which banks keep accounts: those that some country uses now, the euro first. */
public final class Currencies {

    /** The currency of most. */
    public static final String FIRST = "EUR";

    private static final List<Currency> IN_USE = collect();

    private Currencies() {}

    /** In the order in which they are offered. */
    public static List<Currency> inUse() {
        return IN_USE;
    }

    private static List<Currency> collect() {
        Set<Currency> found = new LinkedHashSet<>();
        for (String country : Locale.getISOCountries()) {
            Currency currency = Currency.getInstance(new Locale("", country));
            if (currency != null && currency.getDefaultFractionDigits() >= 0) {
                found.add(currency);
            }
        }
        List<Currency> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(
                        (Currency currency) -> !currency.getCurrencyCode().equals(FIRST))
                .thenComparing(Currency::getCurrencyCode));
        return List.copyOf(sorted);
    }

    /** By its ISO code. */
    public static Optional<Currency> find(String code) {
        return IN_USE.stream()
                .filter(currency -> currency.getCurrencyCode().equals(code))
                .findFirst();
    }
}
