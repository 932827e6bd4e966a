package org.bankfeed.screens.internal.view;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.bankfeed.journal.DayBalance;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What was on the accounts of one currency, day by day: the table that a page draws its picture from.
 *
 * @param currency of all its accounts
 * @param labels of the accounts, in the order of each day's amounts
 * @param days in order of time
 */
public record BalanceChart(Currency currency, List<String> labels, List<Day> days) {

    /**
     * One day.
     *
     * @param amounts when it ended; {@code null} for an account of which that is not known
     */
    public record Day(LocalDate date, List<@Nullable Money> amounts) {}

    /**
     * Fills in the days on which nothing moved.
     *
     * @param balances of each account by its label: the days on which it changed
     */
    public static BalanceChart of(
            Currency currency, Map<String, List<DayBalance>> balances, LocalDate from, LocalDate to) {
        List<NavigableMap<LocalDate, Money>> courses = new ArrayList<>();
        balances.values().forEach(days -> {
            NavigableMap<LocalDate, Money> course = new TreeMap<>();
            days.forEach(day -> course.put(day.day(), day.amount()));
            courses.add(course);
        });
        List<Day> days = from.datesUntil(to.plusDays(1))
                .map(date -> new Day(date, amountsOn(courses, date)))
                .toList();
        return new BalanceChart(currency, List.copyOf(balances.keySet()), days);
    }

    private static List<@Nullable Money> amountsOn(List<NavigableMap<LocalDate, Money>> courses, LocalDate date) {
        List<@Nullable Money> amounts = new ArrayList<>();
        courses.forEach(course -> {
            Map.Entry<LocalDate, Money> last = course.floorEntry(date);
            amounts.add(last == null ? null : last.getValue());
        });
        return amounts;
    }
}
