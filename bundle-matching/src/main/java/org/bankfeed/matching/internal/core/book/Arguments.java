package org.bankfeed.matching.internal.core.book;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.words.Argument;

/** What a reason speaks of, from the things of the book. Made only for what is shown. */
public final class Arguments {

    private Arguments() {}

    public static Argument.Document document(Item item) {
        return new Argument.Document(item.number, item.creditNote);
    }

    public static Argument documents(List<Item> items) {
        return new Argument.Documents(items.stream().map(Arguments::document).toList());
    }

    public static Argument party(Payer payer) {
        return new Argument.Name(payer.name());
    }

    public static Argument amount(long minor, String currency) {
        return new Argument.Amount(Minor.money(minor, currency));
    }

    public static Argument day(int epochDay) {
        return new Argument.Day(LocalDate.ofEpochDay(epochDay));
    }

    public static Argument text(String text) {
        return new Argument.Text(text);
    }

    public static Argument count(int count) {
        return new Argument.Count(count);
    }
}
