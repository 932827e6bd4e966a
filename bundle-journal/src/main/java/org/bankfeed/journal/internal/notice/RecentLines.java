package org.bankfeed.journal.internal.notice;

import java.time.LocalDate;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * How far an account's lines reach, and how many came by it lately: what stops when it stops.
 *
 * @param lastDay day of its last line, or {@code null} if it has none
 * @param count lines of the 30 days up to the day asked about
 */
public record RecentLines(@Nullable LocalDate lastDay, long count) {

    private static final int DAYS = 30;

    /** Of the 30 days up to that day; both numbers come from an index. */
    public static RecentLines until(UnitOfWork unit, CompanyId company, String account, LocalDate day) {
        Optional<LocalDate> last = unit.one(
                        "SELECT max(execution_date) AS last_day FROM line WHERE company = ? AND account = ?",
                        row -> Optional.ofNullable(row.dateOrNull("last_day")),
                        company.value(),
                        account)
                .flatMap(found -> found);
        long count = unit.one(
                        "SELECT count(*) AS lines FROM line WHERE company = ? AND account = ?"
                                + " AND execution_date > ? AND execution_date <= ?",
                        row -> row.number("lines"),
                        company.value(),
                        account,
                        day.minusDays(DAYS),
                        day)
                .orElse(0L);
        return new RecentLines(last.orElse(null), count);
    }

    /** {@code In the last 30 days 12 lines came by it.} */
    public String cameBefore(String when) {
        return switch ((int) Math.min(count, 2)) {
            case 0 -> "No line came by it in the 30 days before " + when + ".";
            case 1 -> "One line came by it in the 30 days before " + when + ".";
            default -> count + " lines came by it in the 30 days before " + when + ".";
        };
    }

    /** {@code Its last transaction is of 2026-04-18.} In a quiet account that is long before lines stopped coming. */
    public String lastOne() {
        return lastDay == null ? "It has no transaction." : "Its last transaction is of " + lastDay + ".";
    }
}
