package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedLine;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.BankTransaction.State;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What the banks have not booked yet; replaced whole. */
public final class PendingTable {

    private static final String INSERT =
            "INSERT INTO pending_line (company, account, alias, place, feed_id, state, raw,"
                    + " problem, arrived_at, " + LineColumns.READ + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, "
                    + LineColumns.READ_MARKS + ")";

    private PendingTable() {}

    public static void replace(
            UnitOfWork unit, CompanyId company, String account, int alias, List<FeedLine> lines, Instant now) {
        Map<String, Instant> before = new HashMap<>();
        unit.query(
                        "SELECT feed_id, arrived_at FROM pending_line WHERE company = ? AND account = ? AND alias = ?",
                        row -> Map.entry(row.text("feed_id"), row.instant("arrived_at")),
                        company.value(),
                        account,
                        alias)
                .forEach(entry -> before.put(entry.getKey(), entry.getValue()));
        unit.update(
                "DELETE FROM pending_line WHERE company = ? AND account = ? AND alias = ?",
                company.value(),
                account,
                alias);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (FeedLine line : lines) {
            FeedLine storable = Storable.of(line);
            Instant arrived = before.getOrDefault(storable.id(), now);
            rows.add(parameters(company, account, alias, rows.size(), storable, arrived));
        }
        if (!rows.isEmpty()) {
            unit.updateAll(INSERT, rows);
        }
    }

    private static @Nullable Object[] parameters(
            CompanyId company, String account, int alias, int place, FeedLine line, Instant arrived) {
        FeedTransaction read = line instanceof FeedLine.Readable readable ? readable.transaction() : null;
        List<@Nullable Object> values = new ArrayList<>();
        values.add(company.value());
        values.add(account);
        values.add(alias);
        values.add(place);
        values.add(line.id());
        values.add(read == null ? State.UNREADABLE : State.PENDING);
        values.add(line.raw());
        values.add(line instanceof FeedLine.Unreadable unreadable ? Texts.kept(unreadable.why(), 4000) : null);
        values.add(arrived);
        values.addAll(LineColumns.values(read));
        return values.toArray();
    }

    public static void removeOfAccount(UnitOfWork unit, CompanyId company, String account) {
        unit.update("DELETE FROM pending_line WHERE company = ? AND account = ?", company.value(), account);
    }

    public static void removeOfAlias(UnitOfWork unit, CompanyId company, String account, int alias) {
        replace(unit, company, account, alias, List.of(), Instant.EPOCH);
    }

    public static void removeOfConnection(UnitOfWork unit, CompanyId company, String connection) {
        unit.update(
                "DELETE FROM pending_line WHERE company = ? AND account IN"
                        + " (SELECT a.id FROM account a WHERE a.company = ? AND a.connection = ?)",
                company.value(),
                company.value(),
                connection);
    }

    public static List<BankTransaction> all(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT account, feed_id, state, problem, arrived_at, " + LineColumns.READ
                        + " FROM pending_line WHERE company = ? ORDER BY account, alias, place",
                LineColumns::transaction,
                company.value());
    }
}
