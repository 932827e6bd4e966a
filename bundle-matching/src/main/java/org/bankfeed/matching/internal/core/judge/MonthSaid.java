package org.bankfeed.matching.internal.core.judge;

import java.time.LocalDate;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OpenItems;
import org.bankfeed.matching.internal.text.Months;

/** The month that a text says, where it is not that of the document which the amount fits: a rent paid ahead, or of an old amount. */
final class MonthSaid {

    private final Line line;

    MonthSaid(Line line) {
        this.line = line;
    }

    /** Whether another open document of the party is of that month, or the month is the line's or the next and the item's is over. */
    boolean isOfAnother(Item item) {
        int month = Months.of(line.text());
        if (month == 0 || isOf(item, month)) {
            return false;
        }
        boolean ahead = month == line.day().getMonthValue()
                || month == line.day().plusMonths(1).getMonthValue();
        boolean over = item.dueOn() < line.day().toEpochDay();
        return ahead && over || isOfOpen(item, month);
    }

    private boolean isOfOpen(Item item, int month) {
        OpenItems open = item.party().open();
        for (int i = 0; i < open.size(); i++) {
            if (open.settledByMoneyIn(i) == line.in() && open.get(i) != item && isOf(open.get(i), month)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(Item item, int month) {
        return item.issued().getMonthValue() == month
                || LocalDate.ofEpochDay(item.dueOn()).getMonthValue() == month;
    }
}
