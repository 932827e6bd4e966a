package org.bankfeed.matching.internal.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Announced payments that lines carried out. A row counts as long as its line's booking stands. */
public final class ExecutedTable {

    private static final String INSERT = "INSERT INTO executed (company, line, attempt, " + AnnouncedTable.PAYMENT
            + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String STANDING = " FROM executed e JOIN line l ON l.company = e.company AND l.id = e.line"
            + " AND l.attempt = e.attempt AND l.booking IN ('PENDING', 'BOOKED')";

    /** So many payments are named one by one in a statement. */
    private static final int MOST_BY_ID = 500;

    private ExecutedTable() {}

    public static void insert(UnitOfWork unit, CompanyId company, Taken taken, List<Announced> payments) {
        List<@Nullable Object[]> rows = new ArrayList<>(payments.size());
        for (Announced payment : payments) {
            rows.add(AnnouncedTable.written(payment, company.value(), taken.line.id(), taken.attempt));
        }
        if (!rows.isEmpty()) {
            unit.updateAll(INSERT, rows);
        }
    }

    /** For each line whose booking stands what it carried out. */
    public static Map<String, List<Announced>> byLine(UnitOfWork unit, CompanyId company) {
        record Executed(String line, Announced payment) {}
        Map<String, List<Announced>> byLine = new HashMap<>();
        unit.query(
                        "SELECT e.*" + STANDING + " WHERE e.company = ? ORDER BY e.line, e.payment",
                        row -> new Executed(row.text("line"), AnnouncedTable.read(row)),
                        company.value())
                .forEach(one -> byLine.computeIfAbsent(one.line(), line -> new ArrayList<>(1))
                        .add(one.payment()));
        return byLine;
    }

    /** For each line whose booking waits for the ledger the ids of what it carries out. */
    public static Map<String, List<String>> toBeSent(UnitOfWork unit, CompanyId company) {
        record Sent(String line, String payment) {}
        Map<String, List<String>> byLine = new HashMap<>();
        unit.query(
                        "SELECT e.line, e.payment FROM line l JOIN executed e ON e.company = l.company AND e.line = l.id"
                                + " AND e.attempt = l.attempt WHERE l.company = ? AND l.booking = 'PENDING'"
                                + " ORDER BY e.line, e.payment",
                        row -> new Sent(row.text("line"), row.text("payment")),
                        company.value())
                .forEach(sent -> byLine.computeIfAbsent(sent.line(), line -> new ArrayList<>(1))
                        .add(sent.payment()));
        return byLine;
    }

    /** Those of some payments that a line whose booking stands carried out. */
    public static Set<String> among(UnitOfWork unit, CompanyId company, Collection<String> payments) {
        Set<String> executed = new HashSet<>();
        List<String> all = List.copyOf(payments);
        for (int from = 0; from < all.size(); from += MOST_BY_ID) {
            List<String> some = all.subList(from, Math.min(all.size(), from + MOST_BY_ID));
            executed.addAll(unit.query(
                    "SELECT e.payment" + STANDING + " WHERE (e.company, e.payment) IN " + Keys.marks(some),
                    row -> row.text("payment"),
                    Keys.of(company, some)));
        }
        return executed;
    }

    static void forget(UnitOfWork unit, CompanyId company) {
        unit.update("DELETE FROM executed WHERE company = ?", company.value());
    }
}
