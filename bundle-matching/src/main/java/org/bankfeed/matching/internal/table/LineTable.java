package org.bankfeed.matching.internal.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.store.UnitOfWork;

/** The lines that were taken up, and what was decided of each. */
public final class LineTable {

    private LineTable() {}

    public static void insert(UnitOfWork unit, CompanyId company, Taken taken) {
        unit.update(LineColumns.INSERT, LineColumns.inserted(company, taken));
        ShareTable.insert(unit, company, taken);
    }

    public static void update(UnitOfWork unit, CompanyId company, Taken taken) {
        unit.update(LineColumns.UPDATE, LineColumns.updated(company, taken));
        ShareTable.replace(unit, company, taken);
    }

    /** Writes that the ledger took a pending booking; false if it is not pending under that attempt any more. */
    public static boolean booked(UnitOfWork unit, CompanyId company, Taken taken) {
        return unit.update(
                        "UPDATE line SET booking = 'BOOKED', problem = NULL, version = version + 1 WHERE company = ?"
                                + " AND id = ? AND booking = 'PENDING' AND attempt = ?",
                        company.value(),
                        taken.line.id(),
                        taken.attempt)
                == 1;
    }

    public static Optional<Taken> one(UnitOfWork unit, CompanyId company, String id) {
        return with(unit, company, " WHERE company = ? AND id = ?", company.value(), id).stream()
                .findFirst();
    }

    /** Those of some lines that were taken up, in no order. */
    public static List<Taken> several(UnitOfWork unit, CompanyId company, List<String> ids) {
        return with(unit, company, " WHERE (company, id) IN " + Keys.marks(ids), Keys.of(company, ids));
    }

    /** How many lines stand in each state, read off the index by state. */
    public static Map<State, Long> counts(UnitOfWork unit, CompanyId company) {
        Map<State, Long> counts = new EnumMap<>(State.class);
        for (State state : State.values()) {
            counts.put(state, 0L);
        }
        record Of(State state, long lines) {}
        unit.query(
                        "SELECT state, count(*) AS lines FROM line WHERE company = ? GROUP BY state",
                        row -> new Of(State.valueOf(row.text("state")), row.number("lines")),
                        company.value())
                .forEach(of -> counts.put(of.state(), of.lines()));
        return counts;
    }

    public static List<Taken> all(UnitOfWork unit, CompanyId company) {
        return with(unit, company, " WHERE company = ? ORDER BY sequence", company.value());
    }

    public static long count(UnitOfWork unit, CompanyId company) {
        return unit.one(
                        "SELECT count(*) AS lines FROM line WHERE company = ?",
                        row -> row.number("lines"),
                        company.value())
                .orElse(0L);
    }

    /** Those with a place in the order of arrival (or of their decisions: {@code column}) after one, up to another. */
    public static List<Taken> between(UnitOfWork unit, CompanyId company, String column, long after, long to) {
        return with(
                unit,
                company,
                " WHERE company = ? AND " + column + " > ? AND " + column + " <= ? ORDER BY " + column,
                company.value(),
                after,
                to);
    }

    /** What stands as no invoice by a rule. */
    public static List<TransactionId> settledBy(UnitOfWork unit, CompanyId company, String rule) {
        return unit.query(
                "SELECT id FROM line WHERE company = ? AND rule = ? AND state = 'NOT_AN_INVOICE' ORDER BY sequence",
                row -> TransactionId.parse(row.text("id")),
                company.value(),
                rule);
    }

    /** The newest lines that nobody decided and no person left open, in the order in which they came. */
    public static List<Taken> open(UnitOfWork unit, CompanyId company, int most) {
        List<Taken> open = new ArrayList<>();
        // a state at a time, so that the index by state gives the newest without sorting all
        for (State state : List.of(State.NONE, State.SUGGESTED)) {
            open.addAll(unit.query(
                    "SELECT * FROM line WHERE company = ? AND state = ? AND booking = 'NONE' AND NOT left_open"
                            + " AND NOT by_person ORDER BY sequence DESC LIMIT " + most,
                    LineColumns::read,
                    company.value(),
                    state));
        }
        open.sort(Comparator.comparingLong(taken -> taken.sequence));
        return open.subList(Math.max(0, open.size() - most), open.size());
    }

    /** What is on its way to the ledger, oldest first. */
    public static List<Taken> underWay(UnitOfWork unit, CompanyId company) {
        return with(
                unit,
                company,
                " WHERE company = ? AND booking IN ('PENDING', 'REVERSING') ORDER BY changed_sequence",
                company.value());
    }

    public static List<Taken> page(UnitOfWork unit, CompanyId company, DecisionQuery query) {
        StringBuilder where = new StringBuilder(" WHERE company = ?");
        List<Object> parameters = new ArrayList<>(List.of(company.value()));
        if (query.account() != null) {
            where.append(" AND account = ?");
            parameters.add(query.account().value());
        }
        if (!query.states().isEmpty()) {
            where.append(" AND state IN (")
                    .append("?, ".repeat(query.states().size() - 1))
                    .append("?)");
            query.states().stream().map(State::name).sorted().forEach(parameters::add);
        }
        if (query.after() != null) {
            where.append(" AND sequence > ?");
            parameters.add(Long.parseLong(query.after()));
        }
        where.append(" ORDER BY sequence LIMIT ").append(query.limit() + 1);
        return with(unit, company, where.toString(), parameters.toArray());
    }

    public static boolean linked(UnitOfWork unit, CompanyId company, String hostPayment) {
        return !unit.query(
                        "SELECT id FROM line WHERE company = ? AND host_payment = ?",
                        row -> row.text("id"),
                        company.value(),
                        hostPayment)
                .isEmpty();
    }

    public static int underWayCount(UnitOfWork unit, CompanyId company) {
        return unit.one(
                        "SELECT count(*) AS lines FROM line WHERE company = ? AND booking IN ('PENDING', 'REVERSING')",
                        row -> (int) row.number("lines"),
                        company.value())
                .orElse(0);
    }

    public static void forget(UnitOfWork unit, CompanyId company) {
        ExecutedTable.forget(unit, company);
        ShareTable.forget(unit, company);
        unit.update("DELETE FROM line WHERE company = ?", company.value());
    }

    private static List<Taken> with(UnitOfWork unit, CompanyId company, String where, Object... parameters) {
        List<Taken> lines = unit.query("SELECT * FROM line" + where, LineColumns::read, parameters);
        Map<String, List<Taken.Part>> parts = ShareTable.parts(unit, company, lines, where, parameters);
        lines.forEach(taken -> taken.parts = List.copyOf(parts.getOrDefault(taken.line.id(), List.of())));
        return lines;
    }
}
