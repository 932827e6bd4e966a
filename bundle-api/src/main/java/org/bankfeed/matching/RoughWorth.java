package org.bankfeed.matching;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;

/**
 * What some euros are in another currency, to about one digit: so that thirty cents are not thirty öre, nor thirty-five euros
 * thirty-five yen. It bounds and proposes amounts and reckons none, so it need not follow the exchanges: the round means of
 * the European Central Bank's reference rates of 2025. What is not listed counts as a euro.
 */
final class RoughWorth {

    private static final Map<String, BigDecimal> OF_A_EURO = table();

    private RoughWorth() {}

    /** So many euros in a currency, with as many decimals as it has. */
    static BigDecimal of(String euros, Currency currency) {
        return new BigDecimal(euros)
                .multiply(OF_A_EURO.getOrDefault(currency.getCurrencyCode(), BigDecimal.ONE))
                .setScale(Math.max(0, currency.getDefaultFractionDigits()), RoundingMode.HALF_UP);
    }

    private static Map<String, BigDecimal> table() {
        Map<String, BigDecimal> table = new HashMap<>();
        put(table, "0.3", "KWD", "BHD", "OMR", "JOD");
        put(table, "2", "BGN", "BAM", "CAD", "AUD", "NZD", "AZN");
        put(table, "3", "TND", "GEL");
        put(table, "4", "PLN", "AED", "SAR", "QAR", "ILS", "PEN");
        put(table, "5", "RON", "MYR", "BRL");
        put(table, "7", "DKK");
        put(table, "8", "CNY", "HKD", "TTD", "GTQ");
        put(table, "10", "SEK", "NOK", "MAD");
        put(table, "20", "ZAR", "MXN", "MDL");
        put(table, "25", "CZK");
        put(table, "35", "TWD", "THB");
        put(table, "50", "TRY", "UAH", "EGP", "UYU");
        put(table, "65", "PHP", "MKD", "DOP");
        put(table, "100", "INR", "RSD", "ALL", "RUB", "BDT");
        put(table, "150", "JPY", "ISK", "DZD", "KES");
        put(table, "300", "PKR", "LKR");
        put(table, "400", "HUF", "AMD");
        put(table, "600", "KZT", "XAF", "XOF", "CRC");
        put(table, "1000", "CLP", "ARS");
        put(table, "1500", "KRW", "NGN");
        put(table, "4500", "COP");
        put(table, "18000", "IDR");
        put(table, "28000", "VND");
        return Map.copyOf(table);
    }

    private static void put(Map<String, BigDecimal> table, String worth, String... currencies) {
        for (String currency : currencies) {
            table.put(currency, new BigDecimal(worth));
        }
    }
}
