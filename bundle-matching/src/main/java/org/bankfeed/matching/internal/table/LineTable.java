package org.bankfeed.matching.internal.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** The lines that were taken up, what was decided of each, and what they settle. */
public final class LineTable {

    private static final String INSERT = "INSERT INTO line (sequence, account, own_account, host_account, bank_day,"
            + " amount, currency, name, counterpart, remittance, structured, code, end_to_end_id, mandate, creditor,"
            + " more, state, booking, confidence, words, attempt, version, decided_by, decided_at, problem, by_person,"
            + " left_open, settled_item, host_payment, rule, counter_entry, changed_sequence, company, id) VALUES (?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE line SET name = ?, counterpart = ?, remittance = ?, structured = ?,"
            + " code = ?, end_to_end_id = ?, mandate = ?, creditor = ?, more = ?, state = ?, booking = ?,"
            + " confidence = ?, words = ?, attempt = ?, version = ?, decided_by = ?, decided_at = ?, problem = ?,"
            + " by_person = ?, left_open = ?, settled_item = ?, host_payment = ?, rule = ?, counter_entry = ?,"
            + " changed_sequence = ?"
            + " WHERE company = ? AND id = ?";
    private static final String SHARE = "INSERT INTO share (company, line, place, document, amount, write_off,"
            + " takes_back, takes_back_attempt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String STANDING = "SELECT DISTINCT s.document, l.id, l.sequence FROM share s JOIN line l"
            + " ON l.company = s.company AND l.id = s.line WHERE (s.company, s.document) IN (%s)"
            + " AND l.booking = 'BOOKED' ORDER BY l.sequence";

    /** So many lines are named one by one in a statement. */
    private static final int MOST_BY_ID = 500;

    /** So many characters the column of problems has. */
    private static final int MOST_PROBLEM = 4000;

    private LineTable() {}

    public static void insert(UnitOfWork unit, CompanyId company, Taken taken) {
        Line line = taken.line;
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(taken.sequence);
        parameters.add(TransactionId.parse(line.id()).account().value());
        parameters.add(line.account());
        parameters.add(taken.hostAccount);
        parameters.add(line.day());
        parameters.add(line.amount());
        parameters.add(line.currency());
        add(parameters, company, taken);
        unit.update(INSERT, parameters.toArray());
        shares(unit, company, taken);
    }

    public static void update(UnitOfWork unit, CompanyId company, Taken taken) {
        List<@Nullable Object> parameters = new ArrayList<>();
        add(parameters, company, taken);
        unit.update(UPDATE, parameters.toArray());
        unit.update("DELETE FROM share WHERE company = ? AND line = ?", company.value(), taken.line.id());
        shares(unit, company, taken);
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

    private static void add(List<@Nullable Object> parameters, CompanyId company, Taken taken) {
        Line line = taken.line;
        parameters.add(line.name());
        parameters.add(line.counterpart());
        parameters.add(line.text());
        parameters.add(line.structured());
        parameters.add(line.code());
        parameters.add(line.endToEndId());
        parameters.add(line.mandate());
        parameters.add(line.creditor());
        parameters.add(line.more());
        parameters.add(taken.state);
        parameters.add(taken.booking);
        parameters.add(Double.toString(taken.confidence));
        parameters.add(taken.words.written());
        parameters.add(taken.attempt);
        parameters.add(taken.version);
        parameters.add(taken.decidedBy);
        parameters.add(taken.decidedAt);
        parameters.add(taken.problem == null ? null : taken.problem.kept(MOST_PROBLEM, RefusalCode.class));
        parameters.add(taken.byPerson);
        parameters.add(taken.leftOpen);
        parameters.add(taken.settledItem);
        parameters.add(taken.hostPayment);
        parameters.add(taken.rule);
        parameters.add(taken.counterEntry);
        parameters.add(taken.changedSequence);
        parameters.add(company.value());
        parameters.add(line.id());
    }

    private static void shares(UnitOfWork unit, CompanyId company, Taken taken) {
        List<@Nullable Object[]> rows = new ArrayList<>(taken.parts.size());
        for (int i = 0; i < taken.parts.size(); i++) {
            Taken.Part part = taken.parts.get(i);
            Share share = part.share();
            rows.add(new @Nullable Object[] {
                company.value(),
                taken.line.id(),
                i,
                share.document(),
                share.amount(),
                share.writeOff(),
                share.takesBack(),
                share.takesBack() == null ? null : part.takesBackAttempt()
            });
        }
        if (!rows.isEmpty()) {
            unit.updateAll(SHARE, rows);
        }
    }

    public static Optional<Taken> one(UnitOfWork unit, CompanyId company, String id) {
        return with(unit, company, " WHERE company = ? AND id = ?", company.value(), id).stream()
                .findFirst();
    }

    /** Those of some lines that were taken up, in no order. Whole keys, because H2 looks a list up in an index only so. */
    public static List<Taken> several(UnitOfWork unit, CompanyId company, List<String> ids) {
        List<Object> keys = new ArrayList<>(2 * ids.size());
        ids.forEach(id -> keys.addAll(List.of(company.value(), id)));
        return with(unit, company, " WHERE (company, id) IN (" + pairs(ids.size()) + ")", keys.toArray());
    }

    static String pairs(int count) {
        return String.join(", ", Collections.nCopies(count, "(?, ?)"));
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
                    LineTable::read,
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

    /** For each of some documents the lines whose standing bookings touch it, oldest first. */
    public static Map<String, List<TransactionId>> paying(UnitOfWork unit, CompanyId company, List<String> documents) {
        Map<String, List<TransactionId>> paying = new HashMap<>();
        if (documents.isEmpty()) {
            return paying;
        }
        record Pays(String document, TransactionId line) {}
        List<Object> parameters = new ArrayList<>(2 * documents.size());
        documents.forEach(document -> parameters.addAll(List.of(company.value(), document)));
        unit.query(
                        STANDING.formatted(pairs(documents.size())),
                        row -> new Pays(row.text("document"), TransactionId.parse(row.text("id"))),
                        parameters.toArray())
                .forEach(pays -> paying.computeIfAbsent(pays.document(), document -> new ArrayList<>(1))
                        .add(pays.line()));
        return paying;
    }

    /** A later line that takes back what this one settled. */
    public static Optional<String> takenBackBy(UnitOfWork unit, CompanyId company, String line) {
        return unit
                .query(
                        "SELECT line FROM share WHERE company = ? AND takes_back = ? ORDER BY line",
                        row -> row.text("line"),
                        company.value(),
                        line)
                .stream()
                .findFirst();
    }

    public static boolean linked(UnitOfWork unit, CompanyId company, String hostPayment) {
        return !unit.query(
                        "SELECT id FROM line WHERE company = ? AND host_payment = ?",
                        row -> row.text("id"),
                        company.value(),
                        hostPayment)
                .isEmpty();
    }

    /** What the lines settle of a document, taken together, in minor units. */
    public static long settled(UnitOfWork unit, CompanyId company, String document) {
        return unit
                .query(
                        "SELECT amount + write_off AS settles FROM share WHERE company = ? AND document = ?",
                        row -> row.number("settles"),
                        company.value(),
                        document)
                .stream()
                .mapToLong(Long::longValue)
                .sum();
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
        unit.update("DELETE FROM share WHERE company = ?", company.value());
        unit.update("DELETE FROM line WHERE company = ?", company.value());
    }

    private static List<Taken> with(UnitOfWork unit, CompanyId company, String where, Object... parameters) {
        List<Taken> lines = unit.query("SELECT * FROM line" + where, LineTable::read, parameters);
        Map<String, List<Taken.Part>> parts = lines.isEmpty()
                ? Map.of()
                : lines.size() <= MOST_BY_ID
                        ? partsOfFew(unit, company, lines)
                        : partsOfMany(unit, company, where, parameters);
        lines.forEach(taken -> taken.parts = List.copyOf(parts.getOrDefault(taken.line.id(), List.of())));
        return lines;
    }

    /**
     * Their ids as a table that the shares are looked up for: an IN, or a join with the lines' own query, H2 answers by
     * going through every share of the company.
     */
    private static Map<String, List<Taken.Part>> partsOfFew(UnitOfWork unit, CompanyId company, List<Taken> lines) {
        List<@Nullable Object> parameters = new ArrayList<>(lines.size() + 1);
        lines.forEach(taken -> parameters.add(taken.line.id()));
        parameters.add(company.value());
        String ids = String.join(", ", Collections.nCopies(lines.size(), "(CAST(? AS varchar(300)))"));
        return parts(
                unit,
                " FROM (VALUES " + ids + ") l(id) JOIN share s ON s.company = ? AND s.line = l.id"
                        + " ORDER BY s.line, s.place",
                parameters.toArray());
    }

    private static Map<String, List<Taken.Part>> partsOfMany(
            UnitOfWork unit, CompanyId company, String where, Object... parameters) {
        List<@Nullable Object> again = new ArrayList<>(List.of(parameters));
        again.add(company.value());
        return parts(
                unit,
                " FROM (SELECT id FROM line" + where + ") l JOIN share s ON s.company = ? AND s.line = l.id"
                        + " ORDER BY s.line, s.place",
                again.toArray());
    }

    private static Map<String, List<Taken.Part>> parts(UnitOfWork unit, String from, @Nullable Object... parameters) {
        Map<String, List<Taken.Part>> parts = new HashMap<>();
        record Of(String line, Taken.Part part) {}
        unit.query(
                        "SELECT s.line, s.document, s.amount, s.write_off, s.takes_back,"
                                + " coalesce(s.takes_back_attempt, 0) AS attempt" + from,
                        row -> new Of(
                                row.text("line"),
                                new Taken.Part(
                                        new Share(
                                                row.text("document"),
                                                row.number("amount"),
                                                row.number("write_off"),
                                                row.textOrNull("takes_back")),
                                        row.integer("attempt"))),
                        parameters)
                .forEach(of -> parts.computeIfAbsent(of.line(), line -> new ArrayList<>(1))
                        .add(of.part()));
        return parts;
    }

    private static Taken read(Row row) {
        Line line = new Line(
                row.text("id"),
                row.text("own_account"),
                row.date("bank_day"),
                row.number("amount"),
                row.text("currency"),
                row.text("name"),
                row.text("counterpart"),
                row.text("remittance"),
                row.flag("structured"),
                row.text("code"),
                row.text("end_to_end_id"),
                row.text("mandate"),
                row.text("creditor"),
                row.text("more"));
        Taken taken = new Taken(line, row.number("sequence"), row.textOrNull("host_account"));
        taken.state = State.valueOf(row.text("state"));
        taken.booking = BookingStatus.valueOf(row.text("booking"));
        taken.confidence = Double.parseDouble(row.text("confidence"));
        taken.words = Words.read(row.text("words"));
        taken.attempt = row.integer("attempt");
        taken.version = row.number("version");
        taken.decidedBy = row.textOrNull("decided_by");
        taken.decidedAt = row.instant("decided_at");
        String problem = row.textOrNull("problem");
        taken.problem = problem == null ? null : Sentence.ofKept(problem, RefusalCode.class);
        taken.byPerson = row.flag("by_person");
        taken.leftOpen = row.flag("left_open");
        taken.settledItem = row.textOrNull("settled_item");
        taken.hostPayment = row.textOrNull("host_payment");
        taken.rule = row.textOrNull("rule");
        taken.counterEntry = row.dateOrNull("counter_entry");
        taken.changedSequence = row.number("changed_sequence");
        return taken;
    }
}
