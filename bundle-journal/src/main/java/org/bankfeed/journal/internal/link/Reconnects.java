package org.bankfeed.journal.internal.link;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.ReconnectReceipt;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.store.UnitOfWork;

/**
 * Keeps what came of a connection's last return. It begins when a link or one of its accounts comes back, and is
 * reckoned up after the first reading from then on that came to its end.
 */
public final class Reconnects {

    private static final String BEGUN = " FROM reconnect WHERE company = ? AND connection = ?";

    private Reconnects() {}

    /** A known organization was linked anew: all accounts that it brought before return with it. */
    public static void ofLink(UnitOfWork unit, CompanyId company, LinkRow former, Instant now) {
        Instant last = former.connection().lastReadAt();
        List<AccountRow> known = AccountTable.all(unit, company).stream()
                .filter(row -> row.account().loaded()
                        && former.connection().id().equals(row.account().connection()))
                .toList();
        for (AccountRow row : known) {
            begin(
                    unit,
                    company,
                    former.id(),
                    row,
                    last == null ? former.connection().since() : last,
                    now);
        }
    }

    /** A known account came back, or came under another id. */
    public static void ofAccount(
            UnitOfWork unit, CompanyId company, String connection, AccountRow row, Instant gapFrom, Instant now) {
        if (row.account().loaded()) {
            begin(unit, company, connection, row, gapFrom, now);
        }
    }

    private static void begin(
            UnitOfWork unit, CompanyId company, String connection, AccountRow row, Instant gapFrom, Instant now) {
        unit.update(
                "DELETE FROM reconnect_account WHERE company = ? AND connection = ? AND EXISTS (SELECT 1" + BEGUN
                        + " AND read_at IS NOT NULL)",
                company.value(),
                connection,
                company.value(),
                connection);
        unit.update("DELETE" + BEGUN + " AND read_at IS NOT NULL", company.value(), connection);
        int open = unit.update(
                "UPDATE reconnect SET gap_from = LEAST(gap_from, CAST(? AS timestamp with time zone))"
                        + " WHERE company = ? AND connection = ?",
                gapFrom,
                company.value(),
                connection);
        if (open == 0) {
            unit.update(
                    "INSERT INTO reconnect (company, connection, returned_at, gap_from, recognized, doubled, lost,"
                            + " filled) VALUES (?, ?, ?, ?, 0, 0, 0, 0)",
                    company.value(),
                    connection,
                    now,
                    gapFrom);
        }
        unit.update(
                "INSERT INTO reconnect_account (company, connection, account, arrival, alias)"
                        + " SELECT c.company, CAST(? AS varchar(40)), CAST(? AS varchar(40)), c.last_arrival,"
                        + " (SELECT COALESCE(MAX(a.alias), 0) FROM account_alias a WHERE a.company = c.company"
                        + " AND a.account = ?) FROM company c WHERE c.company = ? AND NOT EXISTS (SELECT 1"
                        + " FROM reconnect_account r WHERE r.company = c.company AND r.connection = ?"
                        + " AND r.account = ?)",
                connection,
                row.id(),
                row.id(),
                company.value(),
                connection,
                row.id());
    }

    /** Everything there was has been read: what was begun is reckoned up, once its banks were asked since. */
    public static void finish(UnitOfWork unit, CompanyId company, String connection, Instant now) {
        boolean open = unit.one(
                        "SELECT returned_at" + BEGUN + " AND read_at IS NULL",
                        row -> row.instant("returned_at"),
                        company.value(),
                        connection)
                .isPresent();
        if (open && !banksToBeAsked(unit, company, connection)) {
            long recognized = 0;
            long doubled = 0;
            long lost = 0;
            long added = 0;
            long doubtful = 0;
            for (Reckoning account : Reckoning.of(unit, company, connection)) {
                recognized += account.recognized();
                doubled += account.doubled();
                lost += account.lost();
                added += account.added();
                doubtful += account.doubtful();
            }
            unit.update(
                    "UPDATE reconnect SET read_at = ?, recognized = ?, doubled = ?, lost = ?, filled = ?, doubtful = ?"
                            + " WHERE company = ? AND connection = ?",
                    now,
                    recognized,
                    doubled,
                    lost,
                    added - doubled,
                    doubtful,
                    company.value(),
                    connection);
        }
    }

    /** A consent that was given again brings its lines only when the provider has asked the bank. */
    private static boolean banksToBeAsked(UnitOfWork unit, CompanyId company, String connection) {
        return !unit.query(
                        "SELECT a.id FROM reconnect_account r JOIN account a ON a.company = r.company"
                                + " AND a.id = r.account WHERE r.company = ? AND r.connection = ? AND a.active"
                                + " AND a.not_shared_since IS NULL AND a.authorized_at IS NOT NULL"
                                + " AND (a.synchronized_at IS NULL OR a.authorized_at > a.synchronized_at)",
                        row -> row.text("id"),
                        company.value(),
                        connection)
                .isEmpty();
    }

    public static Optional<ReconnectReceipt> last(UnitOfWork unit, CompanyId company, String connection) {
        return unit.one(
                "SELECT *" + BEGUN,
                row -> new ReconnectReceipt(
                        new ConnectionId(connection),
                        row.instant("returned_at"),
                        row.instant("gap_from"),
                        row.instantOrNull("read_at"),
                        row.number("recognized"),
                        row.number("doubled"),
                        row.number("lost"),
                        row.number("filled"),
                        row.number("doubtful")),
                company.value(),
                connection);
    }

    /** One account that returned: what it had before, and what came since. */
    private record Reckoning(
            UnitOfWork unit, CompanyId company, String account, long arrival, int alias, boolean anew) {

        private static final String OF_ACCOUNT = " l.company = ? AND l.account = ?";

        /** A former line that was given again under an id of after the return. */
        private static final String GIVEN = "EXISTS (SELECT 1 FROM line_alias x WHERE x.company = %1$s.company"
                + " AND x.account = %1$s.account AND x.line = %1$s.feed_id AND x.alias > ?)";

        private static final String EQUAL = " o.company = l.company AND o.account = l.account"
                + " AND o.execution_date = l.execution_date AND o.currency = l.currency AND o.amount = l.amount";

        static List<Reckoning> of(UnitOfWork unit, CompanyId company, String connection) {
            return unit.query(
                    "SELECT r.account, r.arrival, r.alias, (SELECT count(*) FROM account_alias a"
                            + " WHERE a.company = r.company AND a.account = r.account AND a.alias > r.alias"
                            + " AND NOT a.same_ids) AS anew FROM reconnect_account r"
                            + " WHERE r.company = ? AND r.connection = ?",
                    row -> new Reckoning(
                            unit,
                            company,
                            row.text("account"),
                            row.number("arrival"),
                            row.integer("alias"),
                            row.number("anew") > 0),
                    company.value(),
                    connection);
        }

        long added() {
            return count(
                    "SELECT count(*) AS n FROM line l WHERE" + OF_ACCOUNT + " AND l.arrival > ?"
                            + " AND l.state <> 'DOUBTFUL'",
                    arrival);
        }

        /** Held back: a person says whether they are new. */
        long doubtful() {
            return anew
                    ? count(
                            "SELECT count(*) AS n FROM doubt l WHERE" + OF_ACCOUNT
                                    + " AND l.alias > ? AND l.decision IS NULL",
                            alias)
                    : 0;
        }

        /** Under the same ids nothing can be doubled or lost: a line is its id. */
        long recognized() {
            return anew
                    ? count("SELECT count(*) AS n FROM line_alias l WHERE" + OF_ACCOUNT + " AND l.alias > ?", alias)
                    : 0;
        }

        /** Taken as new, though a former line of that day and amount was not given again. */
        long doubled() {
            return anew
                    ? count(
                            "SELECT count(*) AS n FROM line l WHERE" + OF_ACCOUNT
                                    + " AND l.state = 'BOOKED' AND l.arrival > ? AND l.alias > ? AND EXISTS (SELECT 1 FROM line o WHERE"
                                    + EQUAL + " AND o.arrival <= ? AND NOT " + GIVEN.formatted("o") + ")",
                            arrival,
                            alias,
                            arrival,
                            alias)
                    : 0;
        }

        /** Executed after the first day that was given anew, and not among what was given, nor like anything in it. */
        long lost() {
            Optional<LocalDate> first = anew ? firstDay() : Optional.empty();
            return first.isEmpty()
                    ? 0
                    : count(
                            "SELECT count(*) AS n FROM line l WHERE" + OF_ACCOUNT
                                    + " AND l.execution_date > ? AND l.arrival <= ? AND NOT " + GIVEN.formatted("l")
                                    + " AND NOT EXISTS (SELECT 1 FROM line o WHERE" + EQUAL + " AND o.arrival > ?)",
                            first.get(),
                            arrival,
                            alias,
                            arrival);
        }

        private Optional<LocalDate> firstDay() {
            return unit.one(
                            "SELECT min(l.execution_date) AS first_day FROM line l WHERE" + OF_ACCOUNT
                                    + " AND (l.alias > ? OR " + GIVEN.formatted("l") + ")",
                            row -> Optional.ofNullable(row.dateOrNull("first_day")),
                            company.value(),
                            account,
                            alias,
                            alias)
                    .flatMap(found -> found);
        }

        private long count(String sql, Object... more) {
            Object[] parameters = new Object[more.length + 2];
            parameters[0] = company.value();
            parameters[1] = account;
            System.arraycopy(more, 0, parameters, 2, more.length);
            return unit.one(sql, row -> row.number("n"), parameters).orElse(0L);
        }
    }
}
