package org.bankfeed.history.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The days on which European banks book: no week-ends, none of the six holidays of the euro payment system. */
final class BankCalendar {

    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(12, 25), MonthDay.of(12, 26));

    private BankCalendar() {}

    static boolean isBankDay(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0
                && !HOLIDAYS.contains(MonthDay.from(day))
                && !day.equals(easter.minusDays(2))
                && !day.equals(easter.plusDays(1));
    }

    /** The day itself, or the first bank day after it. */
    static LocalDate onOrAfter(LocalDate day) {
        LocalDate bankDay = day;
        while (!isBankDay(bankDay)) {
            bankDay = bankDay.plusDays(1);
        }
        return bankDay;
    }

    /** Whether {@code day} is the first bank day of its month on or after that day of the month. */
    static boolean isFirstOnOrAfter(LocalDate day, int dayOfMonth) {
        return day.equals(onOrAfter(day.withDayOfMonth(dayOfMonth)));
    }

    /** Easter Sunday after Gauss, in the form for the Gregorian calendar. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (year % 100 / 4) - epact - year % 100 % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int sum = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, sum / 31, sum % 31 + 1);
    }
}
