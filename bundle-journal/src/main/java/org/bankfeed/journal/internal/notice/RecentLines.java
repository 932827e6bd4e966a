package org.bankfeed.journal.internal.notice;

import java.time.LocalDate;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Day;
import org.bankfeed.words.Sentence;
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

    /** {@code 12 lines came by it in the 30 days before today.} */
    public Sentence beforeToday() {
        return Sentence.of(SentenceCode.LINES_BEFORE_TODAY, new Count(count));
    }

    public Sentence beforeThat() {
        return Sentence.of(SentenceCode.LINES_BEFORE_THAT, new Count(count));
    }

    /** {@code Its last transaction is of 18 April 2026.} In a quiet account that is long before lines stopped coming. */
    public Sentence lastOne() {
        return lastDay == null
                ? Sentence.of(SentenceCode.NO_LINE)
                : Sentence.of(SentenceCode.LAST_LINE, new Day(lastDay));
    }
}
