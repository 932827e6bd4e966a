package org.bankfeed.matching.internal.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.CompanyId;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Payments of ours as the host announced them, each with its places in the order of arrival: where it came, and went. */
public final class AnnouncedTable {

    /** The columns of a payment, here and among those that were carried out. */
    static final String PAYMENT = "payment, end_to_end_id, batch, file_id, amount, currency, expected, documents";

    private static final String INSERT =
            "INSERT INTO announced (company, came, " + PAYMENT + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private AnnouncedTable() {}

    /** One that came, or one that went. */
    public record Told(long place, Announced payment) {}

    /** Writes what is told now beside what was told before; what is told no more comes back. */
    public static List<Announced> tell(UnitOfWork unit, CompanyRow row, Collection<Announced> now) {
        Map<String, Announced> before = new LinkedHashMap<>();
        standing(unit, row.company).forEach(one -> before.put(one.id(), one));
        List<@Nullable Object[]> came = new ArrayList<>();
        for (Announced one : now) {
            if (one.equals(before.get(one.id()))) {
                before.remove(one.id());
            } else {
                came.add(written(one, row.company.value(), row.next()));
            }
        }
        List<@Nullable Object[]> went = new ArrayList<>(before.size());
        before.keySet().forEach(id -> went.add(new @Nullable Object[] {row.next(), row.company.value(), id}));
        if (!went.isEmpty()) {
            unit.updateAll("UPDATE announced SET gone = ? WHERE company = ? AND payment = ? AND gone IS NULL", went);
        }
        if (!came.isEmpty()) {
            unit.updateAll(INSERT, came);
        }
        return List.copyOf(before.values());
    }

    /** What is told now. */
    public static List<Announced> standing(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT * FROM announced WHERE company = ? AND gone IS NULL ORDER BY came",
                AnnouncedTable::read,
                company.value());
    }

    /** What came after a place, and is still told. */
    public static List<Announced> cameSince(UnitOfWork unit, CompanyId company, long place) {
        return unit.query(
                "SELECT * FROM announced WHERE company = ? AND came > ? AND gone IS NULL ORDER BY came",
                AnnouncedTable::read,
                company.value(),
                place);
    }

    /** Those that came, or went ({@code column}), at places after one, up to another. */
    public static List<Told> between(UnitOfWork unit, CompanyId company, String column, long after, long to) {
        return unit.query(
                "SELECT * FROM announced WHERE company = ? AND " + column + " > ? AND " + column + " <= ? ORDER BY "
                        + column,
                row -> new Told(row.number(column), read(row)),
                company.value(),
                after,
                to);
    }

    public static void forget(UnitOfWork unit, CompanyId company) {
        unit.update("DELETE FROM announced WHERE company = ?", company.value());
    }

    /** The parameters for {@link #PAYMENT}, after those that say whose it is. */
    static @Nullable Object[] written(Announced one, Object... whose) {
        List<@Nullable Object> parameters = new ArrayList<>(List.of(whose));
        parameters.add(one.id());
        parameters.add(one.endToEndId());
        parameters.add(one.batch());
        parameters.add(one.file());
        parameters.add(one.amount());
        parameters.add(one.currency());
        parameters.add(one.expected());
        parameters.add(String.join("\n", one.documents()));
        return parameters.toArray();
    }

    static Announced read(Row row) {
        String documents = row.text("documents");
        return new Announced(
                row.text("payment"),
                row.text("end_to_end_id"),
                row.textOrNull("batch"),
                row.textOrNull("file_id"),
                row.number("amount"),
                row.text("currency"),
                row.date("expected"),
                documents.isEmpty() ? List.of() : List.of(documents.split("\n")));
    }
}
