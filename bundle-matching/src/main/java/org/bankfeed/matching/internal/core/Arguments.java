package org.bankfeed.matching.internal.core;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.bankfeed.matching.Argument;
import org.bankfeed.value.Money;

/** What a reason speaks of, from the things of the book. Made only for what is shown. */
final class Arguments {

    private Arguments() {}

    static Argument.Document document(Item item) {
        return new Argument.Document(item.number, item.creditNote);
    }

    static Argument documents(List<Item> items) {
        return new Argument.Documents(items.stream().map(Arguments::document).toList());
    }

    static Argument party(Payer payer) {
        return new Argument.Party(payer.name());
    }

    static Argument amount(long minor, String currency) {
        Currency unit = Currency.getInstance(currency);
        return new Argument.Amount(new Money(BigDecimal.valueOf(minor, unit.getDefaultFractionDigits()), unit));
    }

    static Argument day(int epochDay) {
        return new Argument.Day(LocalDate.ofEpochDay(epochDay));
    }

    static Argument text(String text) {
        return new Argument.Text(text);
    }

    static Argument count(int count) {
        return new Argument.Count(count);
    }
}
