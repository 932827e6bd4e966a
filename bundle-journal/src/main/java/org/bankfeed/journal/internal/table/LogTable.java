package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.JournalEntry;
import org.bankfeed.journal.JournalEntry.Kind;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The log that others read from a position. Written only in the company's turn. */
public final class LogTable {

    private static final String INSERT =
            "INSERT INTO journal_log (company, sequence, kind, account, feed_id, entered_at)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private static final String READ = "SELECT g.sequence, g.kind, " + LineTable.SEEN
            + " FROM journal_log g JOIN line l ON l.company = g.company AND l.account = g.account"
            + " AND l.feed_id = g.feed_id WHERE g.company = ? AND g.sequence > ? ORDER BY g.company, g.sequence LIMIT ";

    /** Which lines may enter: readable, not in the log, of an active account, from its counting day on. */
    private static final String WAITING = " FROM line l JOIN account a ON a.company = l.company AND a.id = l.account"
            + " WHERE l.company = ? AND l.account IN (%s) AND l.state = 'BOOKED' AND NOT l.logged AND a.active"
            + " AND (a.count_from IS NULL OR l.execution_date >= a.count_from)";

    private static final String ENTER_BY_DAY =
            "INSERT INTO journal_log (company, sequence, kind, account, feed_id, entered_at)"
                    + " SELECT l.company, CAST(? AS bigint) + row_number() OVER (ORDER BY l.execution_date, a.reference,"
                    + " a.currency, l.bank_order, l.arrival), 'NEW', l.account, l.feed_id,"
                    + " CAST(? AS timestamp with time zone)";

    private static final String MARK = "UPDATE line SET logged = TRUE WHERE company = ? AND account IN (%s)"
            + " AND state = 'BOOKED' AND NOT logged AND EXISTS (SELECT 1 FROM account a WHERE a.company = line.company"
            + " AND a.id = line.account AND a.active"
            + " AND (a.count_from IS NULL OR line.execution_date >= a.count_from))";

    /** A line's entry to be. */
    public record Entry(Kind kind, String feedId) {}

    private LogTable() {}

    public static void append(UnitOfWork unit, CompanyTurn turn, String account, List<Entry> entries, Instant now) {
        List<Object[]> rows = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            rows.add(new Object[] {
                turn.company().value(), turn.nextSequence(), entry.kind(), account, entry.feedId(), now
            });
        }
        if (!rows.isEmpty()) {
            unit.updateAll(INSERT, rows);
        }
    }

    /** As if the line had never been there. */
    public static void forget(UnitOfWork unit, CompanyId company, String account, String feedId) {
        unit.update(
                "DELETE FROM journal_log WHERE company = ? AND account = ? AND feed_id = ?",
                company.value(),
                account,
                feedId);
    }

    /** Lets every waiting line of these accounts enter, all together by bank day, oldest first. */
    public static void enterByDay(UnitOfWork unit, CompanyTurn turn, List<String> accounts, Instant now) {
        String marks = LineTable.marks(accounts.size());
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(turn.lastSequence());
        parameters.add(now);
        parameters.add(turn.company().value());
        parameters.addAll(accounts);
        int entered = unit.update(ENTER_BY_DAY + WAITING.formatted(marks), parameters.toArray());
        turn.skipSequences(entered);
        unit.update(
                MARK.formatted(marks), parameters.subList(2, parameters.size()).toArray());
    }

    public static List<JournalEntry> read(UnitOfWork unit, CompanyId company, long after, int limit) {
        return unit.query(
                READ + limit,
                row -> new JournalEntry(
                        row.number("sequence"), Kind.valueOf(row.text("kind")), LineColumns.transaction(row)),
                company.value(),
                after);
    }
}
