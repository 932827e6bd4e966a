package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.DoubtfulLine.Decision;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The lines that were in doubt, and what a person said of them. */
public final class DoubtTable {

    /**
     * A line that is or was in doubt.
     *
     * @param alias under which it came
     * @param decision what a person said, or {@code null} while it waits
     * @param known which line he said it is, or {@code null}
     */
    public record Doubt(
            String account,
            String feedId,
            int alias,
            @Nullable Decision decision,
            @Nullable String known) {

        public TransactionId id() {
            return new TransactionId(new AccountId(account), feedId);
        }
    }

    /** How many lines of an account wait, and since when. */
    public record Summary(String account, long count, Instant since) {}

    /** Lines wait for a person only when all that may be equal to their like has come. */
    private static final String WAITS = " d.decision IS NULL AND EXISTS (SELECT 1 FROM account_alias a"
            + " WHERE a.company = d.company AND a.account = d.account AND a.alias = d.alias AND a.complete)";

    /** A known line that the one in doubt may be, found along an index; d is the doubt, own the line in doubt. */
    private static final String CANDIDATE = " l.company = own.company AND l.account = own.account"
            + " AND l.execution_date = own.execution_date AND l.currency = own.currency AND l.amount = own.amount"
            + " AND l.alias <> d.alias AND l.state = 'BOOKED' AND NOT EXISTS (SELECT 1 FROM line_alias x"
            + " WHERE x.company = l.company AND x.account = l.account AND x.line = l.feed_id AND x.alias = d.alias)";

    private static final String OWN =
            " JOIN line own ON own.company = d.company AND own.account = d.account AND own.feed_id = d.feed_id";

    private DoubtTable() {}

    public static void add(UnitOfWork unit, CompanyId company, String account, String feedId, int alias, Instant now) {
        unit.update(
                "INSERT INTO doubt (company, account, feed_id, alias, since) VALUES (?, ?, ?, ?, ?)",
                company.value(),
                account,
                feedId,
                alias,
                now);
    }

    public static Optional<Doubt> find(UnitOfWork unit, CompanyId company, TransactionId id) {
        return unit.one(
                "SELECT account, feed_id, alias, decision, known FROM doubt"
                        + " WHERE company = ? AND account = ? AND feed_id = ?",
                DoubtTable::doubt,
                company.value(),
                id.account().value(),
                id.feedId());
    }

    public static void decided(
            UnitOfWork unit, CompanyId company, Doubt doubt, Decision decision, @Nullable String known, Instant now) {
        unit.update(
                "UPDATE doubt SET decision = ?, known = ?, decided_at = ?"
                        + " WHERE company = ? AND account = ? AND feed_id = ?",
                decision,
                known,
                now,
                company.value(),
                doubt.account(),
                doubt.feedId());
    }

    /**
     * Takes the lines of an account out of doubt that no known one can be any more: they are new.
     *
     * @return how many
     */
    public static int settle(UnitOfWork unit, CompanyId company, String account) {
        List<String> settled = unit.query(
                "SELECT d.feed_id FROM doubt d" + OWN + " WHERE d.company = ? AND d.account = ? AND d.decision IS NULL"
                        + " AND NOT EXISTS (SELECT 1 FROM line l WHERE" + CANDIDATE + ")",
                row -> row.text("feed_id"),
                company.value(),
                account);
        for (String feedId : settled) {
            unit.update(
                    "DELETE FROM doubt WHERE company = ? AND account = ? AND feed_id = ?",
                    company.value(),
                    account,
                    feedId);
            LineTable.outOfDoubt(unit, company, account, feedId);
        }
        return settled.size();
    }

    /** Each line that waits with the lines that it may be, those that came first in front. */
    public static Map<BankTransaction, List<BankTransaction>> waiting(UnitOfWork unit, CompanyId company) {
        return with(unit, WAITS, company.value());
    }

    /** The same of lines that were said to be new since then. */
    public static Map<BankTransaction, List<BankTransaction>> saidNew(
            UnitOfWork unit, CompanyId company, Instant since) {
        return with(unit, " d.decision = 'NEW' AND d.decided_at >= ?", company.value(), since);
    }

    private static Map<BankTransaction, List<BankTransaction>> with(
            UnitOfWork unit, String condition, Object... companyAndMore) {
        Map<TransactionId, BankTransaction> lines = new LinkedHashMap<>();
        unit.query(
                        "SELECT " + LineTable.SEEN + " FROM doubt d JOIN line l ON l.company = d.company"
                                + " AND l.account = d.account AND l.feed_id = d.feed_id WHERE d.company = ? AND"
                                + condition
                                + " ORDER BY l.execution_date, l.arrival",
                        LineColumns::transaction,
                        companyAndMore)
                .forEach(line -> lines.put(line.id(), line));
        Map<BankTransaction, List<BankTransaction>> waiting = new LinkedHashMap<>();
        lines.values().forEach(line -> waiting.put(line, new ArrayList<>()));
        record Pair(String doubtful, BankTransaction known) {}
        unit.query(
                        "SELECT d.feed_id AS doubtful, " + LineTable.SEEN + " FROM doubt d" + OWN + " JOIN line l ON"
                                + CANDIDATE + " WHERE d.company = ? AND" + condition + " ORDER BY l.arrival",
                        row -> new Pair(row.text("doubtful"), LineColumns.transaction(row)),
                        companyAndMore)
                .forEach(pair -> {
                    BankTransaction line =
                            lines.get(new TransactionId(pair.known().id().account(), pair.doubtful()));
                    if (line != null) {
                        waiting.computeIfAbsent(line, any -> new ArrayList<>()).add(pair.known());
                    }
                });
        return waiting;
    }

    /** Whether the line in doubt may be that one. */
    public static boolean isCandidate(UnitOfWork unit, CompanyId company, Doubt doubt, String known) {
        return !unit.query(
                        "SELECT l.feed_id FROM doubt d" + OWN + " JOIN line l ON" + CANDIDATE
                                + " WHERE d.company = ? AND d.account = ? AND d.feed_id = ? AND l.feed_id = ?",
                        row -> row.text("feed_id"),
                        company.value(),
                        doubt.account(),
                        doubt.feedId(),
                        known)
                .isEmpty();
    }

    public static List<Summary> summaries(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT d.account, count(*) AS lines, min(d.since) AS since FROM doubt d WHERE d.company = ? AND"
                        + WAITS + " GROUP BY d.account",
                row -> new Summary(row.text("account"), row.number("lines"), row.instant("since")),
                company.value());
    }

    private static Doubt doubt(Row row) {
        String decision = row.textOrNull("decision");
        return new Doubt(
                row.text("account"),
                row.text("feed_id"),
                row.integer("alias"),
                decision == null ? null : Decision.valueOf(decision),
                row.textOrNull("known"));
    }
}
