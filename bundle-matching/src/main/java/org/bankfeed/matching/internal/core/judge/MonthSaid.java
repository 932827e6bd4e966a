package org.bankfeed.matching.internal.core.judge;

import java.time.LocalDate;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OpenItems;
import org.bankfeed.matching.internal.core.book.Past;
import org.bankfeed.matching.internal.core.book.Sender;
import org.bankfeed.matching.internal.text.Months;

/** The month that a text says, where it is not that of the document which the amount fits: a rent paid ahead, or of an old amount. */
final class MonthSaid {

    /** Days: a standing order comes a little earlier or later. */
    private static final int A_MONTH = 25;

    /** So many months ago the same month of the year before was not meant yet. */
    private static final int MONTHS_OF_A_YEAR = 11;

    private final Line line;
    private final Sender sender;

    MonthSaid(Line line, Sender sender) {
        this.line = line;
        this.sender = sender;
    }

    /** Whether another open document of the party is of that month, or the month is the line's or the next and the item's is over. */
    boolean isOfAnother(Item item) {
        int month = Months.of(line.text());
        if (month == 0 || isOf(item, month) || isUsedAgain(month)) {
            return false;
        }
        boolean ahead = month == line.day().getMonthValue()
                || month == line.day().plusMonths(1).getMonthValue();
        boolean over = item.dueOn() < line.day().toEpochDay();
        return ahead && over || isOfOpen(item, month);
    }

    /** Whether the payer wrote that month with what he paid in two others, as a standing order does. */
    private boolean isUsedAgain(int month) {
        int times = 0;
        for (Past past : sender.lines()) {
            String said = past.said();
            long ago = line.day().toEpochDay() - past.day();
            boolean other = ago >= A_MONTH && ago <= MONTHS_OF_A_YEAR * A_MONTH;
            times += said != null && other && !past.shares().isEmpty() && Months.of(said) == month ? 1 : 0;
        }
        return times > 1;
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
