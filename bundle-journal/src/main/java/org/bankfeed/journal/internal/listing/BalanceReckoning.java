package org.bankfeed.journal.internal.listing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.Balance;
import org.bankfeed.journal.DayBalance;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.Money;

/**
 * Reckons a balance back: what the bank says now stands at the end of the newest day known, and each day before ended
 * with that much less as the later days brought.
 */
public final class BalanceReckoning {

    /** Lines that cannot be read have no day; a line in another currency moves nothing here. */
    private static final String MOVED = "SELECT execution_date, SUM(amount) AS moved FROM line WHERE company = ?"
            + " AND account = ? AND execution_date > ? AND currency = ?"
            + " GROUP BY execution_date ORDER BY execution_date DESC";

    /** What a day moved. */
    public record Movement(LocalDate day, BigDecimal moved) {}

    private BalanceReckoning() {}

    public static List<DayBalance> between(
            UnitOfWork unit, CompanyId company, AccountRow account, LocalDate from, LocalDate to) {
        Balance current = account.account().current();
        if (current == null) {
            return List.of();
        }
        String currency = account.account().currency().getCurrencyCode();
        List<Movement> newestFirst = new ArrayList<>(
                unit.query(MOVED, BalanceReckoning::movement, company.value(), account.id(), from, currency));
        without(newestFirst, inDoubt(unit, company, account.id(), from, currency));
        return reckon(current.amount(), newestFirst, from, to);
    }

    public static Movement movement(Row row) {
        return new Movement(row.date("execution_date"), row.decimal("moved"));
    }

    /** Lines in doubt are no movements until a person says so. */
    private static void without(List<Movement> movements, Collection<Movement> doubtful) {
        for (Movement doubt : doubtful) {
            movements.replaceAll(movement -> movement.day().equals(doubt.day())
                    ? new Movement(movement.day(), movement.moved().subtract(doubt.moved()))
                    : movement);
        }
    }

    private static List<DayBalance> reckon(Money current, List<Movement> newestFirst, LocalDate from, LocalDate to) {
        List<DayBalance> days = new ArrayList<>();
        Money atEnd = current;
        LocalDate last = null;
        for (Movement movement : newestFirst) {
            if (last == null && movement.day().isBefore(to)) {
                days.add(new DayBalance(to, atEnd));
                last = to;
            }
            if (!movement.day().isAfter(to)) {
                days.add(new DayBalance(movement.day(), atEnd));
                last = movement.day();
            }
            atEnd = new Money(atEnd.amount().subtract(movement.moved()), atEnd.currency());
        }
        if (last == null && from.isBefore(to)) {
            days.add(new DayBalance(to, atEnd));
        }
        days.add(new DayBalance(from, atEnd));
        Collections.reverse(days);
        return List.copyOf(days);
    }

    /** What the lines in doubt would move by day, so that a balance can be told without them. */
    private static Collection<Movement> inDoubt(
            UnitOfWork unit, CompanyId company, String account, LocalDate after, String currency) {
        return unit.query(
                "SELECT l.execution_date, SUM(l.amount) AS moved FROM doubt d JOIN line l ON l.company = d.company"
                        + " AND l.account = d.account AND l.feed_id = d.feed_id WHERE d.company = ? AND d.account = ?"
                        + " AND d.decision IS NULL AND l.execution_date > ? AND l.currency = ?"
                        + " GROUP BY l.execution_date",
                BalanceReckoning::movement,
                company.value(),
                account,
                after,
                currency);
    }
}
