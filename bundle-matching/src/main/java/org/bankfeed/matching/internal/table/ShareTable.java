package org.bankfeed.matching.internal.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What the lines settle, document by document. */
public final class ShareTable {

    private static final String INSERT = "INSERT INTO share (company, line, place, document, amount, write_off,"
            + " takes_back, takes_back_attempt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String STANDING = "SELECT DISTINCT s.document, l.id, l.sequence FROM share s JOIN line l"
            + " ON l.company = s.company AND l.id = s.line WHERE (s.company, s.document) IN %s"
            + " AND l.booking = 'BOOKED' ORDER BY l.sequence";

    private static final String GIVEN_BACK = "SELECT s.takes_back AS earlier, l.id, l.sequence FROM share s JOIN line l"
            + " ON l.company = s.company AND l.id = s.line WHERE (s.company, s.takes_back) IN %s"
            + " UNION SELECT gives_back AS earlier, id, sequence FROM line WHERE (company, gives_back) IN %s"
            + " ORDER BY sequence";

    /** So many lines are named one by one in a statement. */
    private static final int MOST_BY_ID = 500;

    private ShareTable() {}

    static void insert(UnitOfWork unit, CompanyId company, Taken taken) {
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
            unit.updateAll(INSERT, rows);
        }
    }

    /** In the place of what it settled before. */
    static void replace(UnitOfWork unit, CompanyId company, Taken taken) {
        unit.update("DELETE FROM share WHERE company = ? AND line = ?", company.value(), taken.line.id());
        insert(unit, company, taken);
    }

    /** For each of some documents the lines whose standing bookings touch it, oldest first. */
    public static Map<String, List<TransactionId>> paying(UnitOfWork unit, CompanyId company, List<String> documents) {
        Map<String, List<TransactionId>> paying = new HashMap<>();
        if (documents.isEmpty()) {
            return paying;
        }
        record Pays(String document, TransactionId line) {}
        unit.query(
                        STANDING.formatted(Keys.marks(documents)),
                        row -> new Pays(row.text("document"), TransactionId.parse(row.text("id"))),
                        Keys.of(company, documents))
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

    /** For each of some lines the later ones that take back what it settles, or give its money back; oldest first. */
    public static Map<TransactionId, List<TransactionId>> givenBackBy(
            UnitOfWork unit, CompanyId company, List<String> lines) {
        Map<TransactionId, List<TransactionId>> givenBack = new HashMap<>();
        if (lines.isEmpty()) {
            return givenBack;
        }
        record Back(TransactionId earlier, TransactionId line) {}
        String marks = Keys.marks(lines);
        List<Object> keys = new ArrayList<>(List.of(Keys.of(company, lines)));
        keys.addAll(List.of(Keys.of(company, lines)));
        unit.query(
                        GIVEN_BACK.formatted(marks, marks),
                        row -> new Back(TransactionId.parse(row.text("earlier")), TransactionId.parse(row.text("id"))),
                        keys.toArray())
                .forEach(back -> givenBack
                        .computeIfAbsent(back.earlier(), line -> new ArrayList<>(1))
                        .add(back.line()));
        return givenBack;
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

    static void forget(UnitOfWork unit, CompanyId company) {
        unit.update("DELETE FROM share WHERE company = ?", company.value());
    }

    /** What some lines settle, by line; {@code where}: by which they were found, with its parameters. */
    static Map<String, List<Taken.Part>> parts(
            UnitOfWork unit, CompanyId company, List<Taken> lines, String where, Object... parameters) {
        if (lines.isEmpty()) {
            return Map.of();
        }
        return lines.size() <= MOST_BY_ID
                ? partsOfFew(unit, company, lines)
                : partsOfMany(unit, company, where, parameters);
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
}
