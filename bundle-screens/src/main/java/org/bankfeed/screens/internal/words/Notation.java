package org.bankfeed.screens.internal.words;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.bankfeed.value.Money;

/** How a language writes numbers, amounts and days. For many threads. */
public final class Notation {

    private static final ZoneId BANK_ZONE = ZoneId.of("Europe/Brussels");

    private final DecimalFormatSymbols signs;
    private final DateTimeFormatter days;
    private final DateTimeFormatter months;

    Notation(Locale locale) {
        this.signs = DecimalFormatSymbols.getInstance(locale);
        // English is that of Europe, the day before the month, whatever the country
        this.days = locale.getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.months = DateTimeFormatter.ofPattern("MMM uuuu", locale);
    }

    /** {@code 1,234.50}, with the currency's decimals. */
    public String amount(Money money) {
        return decimal(money.amount(), money.currency().getDefaultFractionDigits(), true);
    }

    /** {@code 1,234.50 EUR}. */
    public String money(Money money) {
        return amount(money) + " " + money.currency().getCurrencyCode();
    }

    /** As somebody would type it: {@code 1234.50}. */
    public String typed(Money money) {
        return decimal(money.amount(), money.currency().getDefaultFractionDigits(), false);
    }

    /** Between whole and decimals. */
    public String decimalSign() {
        return String.valueOf(signs.getDecimalSeparator());
    }

    /** {@code 1,204.5}, with the decimals that it has. */
    public String number(BigDecimal number) {
        return decimal(number, Math.max(0, number.stripTrailingZeros().scale()), true);
    }

    /** {@code 1,204}. */
    public String count(long number) {
        return decimal(BigDecimal.valueOf(number), 0, true);
    }

    /** {@code 31 Mar 2026}. */
    public String day(LocalDate day) {
        return day.format(days);
    }

    /** {@code Mar 2026}. */
    public String month(YearMonth month) {
        return month.format(months);
    }

    /** {@code 31 Mar 2026 14:05}, in the bank's zone. */
    public String moment(Instant moment) {
        return day(LocalDate.ofInstant(moment, BANK_ZONE)) + " "
                + DateTimeFormatter.ofPattern("HH:mm").format(moment.atZone(BANK_ZONE));
    }

    private String decimal(BigDecimal number, int decimals, boolean grouped) {
        DecimalFormat format = new DecimalFormat(grouped ? "#,##0" : "0", signs);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }
}
