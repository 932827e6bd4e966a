package org.bankfeed.matching.internal.core.find;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.text.Dates;
import org.bankfeed.matching.internal.text.Months;

/** Which of several documents a text means by the day or the month that it says: "invoice of 01/06/2025", "rent of June". */
final class NamedByDate {

    /** Nothing that is said is that of one alone. */
    static final int UNSAID = -1;

    /** A month is named that is of none of them. */
    static final int ANOTHER = -2;

    /** A month that is named is one of the last year. */
    private static final int LATELY = 330;

    /** An order is carried out so many days later at most. */
    private static final int ORDERED_BEFORE = 5;

    private NamedByDate() {}

    /** The place of the one that is named and no other with it, {@link #UNSAID}, or {@link #ANOTHER}. */
    static int among(List<Explanation> twins, Line line) {
        Set<LocalDate> days = Dates.of(line.text());
        int byDay = days.isEmpty() ? ANOTHER : only(twins, item -> hasDay(item, days));
        if (byDay >= 0) {
            return byDay;
        }
        int month = Months.of(line.text());
        return month == 0 ? UNSAID : byMonth(twins, month, line.day().toEpochDay() - LATELY);
    }

    /** Whether a day in the text may be that of the payment itself. */
    static boolean maySayWhenItWasPaid(Line line) {
        return Dates.of(line.text()).stream()
                .anyMatch(day -> Math.abs(ChronoUnit.DAYS.between(day, line.day())) <= ORDERED_BEFORE);
    }

    /** Whether a month in the text may also be that in which another is due. */
    static boolean mayMeanAnother(List<Explanation> twins, Item named, Line line) {
        int month = Months.of(line.text());
        return month != 0
                && twins.stream().map(Explanation::first).anyMatch(item -> item != named && isDueIn(item, month));
    }

    private static boolean isDueIn(Item item, int month) {
        return LocalDate.ofEpochDay(item.dueOn()).getMonthValue() == month;
    }

    /** The month of its issue is meant; of what is asked for in advance, that in which it is due. */
    private static int byMonth(List<Explanation> twins, int month, long since) {
        int issued = only(twins, item -> item.issued().getMonthValue() == month);
        if (issued >= 0) {
            return twins.get(issued).first().issuedOn() >= since ? issued : UNSAID;
        }
        return issued == UNSAID ? UNSAID : only(twins, item -> isDueIn(item, month));
    }

    /** Whether it was issued on one of the days, or has a number that reads as one: 17/9/2025 is number 17/09/2025 too. */
    private static boolean hasDay(Item item, Set<LocalDate> days) {
        return days.contains(item.issued()) || Dates.of(item.number()).stream().anyMatch(days::contains);
    }

    private static int only(List<Explanation> twins, Predicate<Item> named) {
        int found = ANOTHER;
        for (int i = 0; i < twins.size(); i++) {
            if (named.test(twins.get(i).first())) {
                if (found >= 0) {
                    return UNSAID;
                }
                found = i;
            }
        }
        return found;
    }
}
