package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** When each company was read, and whether something asks for a reading at once; the same for all nodes. */
public final class ReadingTable {

    /** A blocked link is tried again: it heals by itself. What is owed to a provider is done by a reading too. */
    private static final String READABLE = "SELECT company FROM connection"
            + " WHERE state = 'CONNECTED' OR (state = 'BROKEN' AND cause = 'BLOCKED')"
            + " UNION SELECT company FROM owed_ending";

    private static final String SELECT = "SELECT c.company, r.read_at, r.again_at, COALESCE(r.hints, 0) AS hints,"
            + " COALESCE(r.answered, 0) AS answered FROM (" + READABLE
            + ") c LEFT JOIN reading r ON r.company = c.company";

    private ReadingTable() {}

    /**
     * Something came that is worth a reading at once. The next look of a schedule, on whatever node, begins it; one that
     * runs already does not count.
     */
    public static void dueNow(UnitOfWork unit, CompanyId company) {
        enter(unit, company);
        unit.update("UPDATE reading SET hints = hints + 1 WHERE company = ?", company.value());
    }

    /** A link came: what it brings is read as if nothing had been read before. */
    public static void beginAnew(UnitOfWork unit, CompanyId company) {
        unit.update("UPDATE reading SET read_at = NULL, again_at = NULL WHERE company = ?", company.value());
    }

    /** Something will be there then; what is due earlier stays so. */
    public static void dueBy(UnitOfWork unit, CompanyId company, Instant moment) {
        enter(unit, company);
        unit.update(
                "UPDATE reading SET again_at = ? WHERE company = ? AND (again_at IS NULL OR again_at > ?)",
                moment,
                company.value(),
                moment);
    }

    /** Every company with a link that can be read, or with one whose end is owed; looks over all of them. */
    public static List<ReadingRow> all(UnitOfWork unit) {
        return unit.query(SELECT + " ORDER BY c.company", ReadingTable::read);
    }

    /** Empty if the company has no link that can be read. */
    public static Optional<ReadingRow> find(UnitOfWork unit, CompanyId company) {
        return unit.one(SELECT + " WHERE c.company = ?", ReadingTable::read, company.value());
    }

    /**
     * A reading came to its end.
     *
     * @param before how things stood when it began
     * @param begun when it began
     * @param again when to try again what failed, or {@code null}
     */
    public static void wasRead(UnitOfWork unit, ReadingRow before, Instant begun, @Nullable Instant again) {
        enter(unit, before.company());
        unit.update(
                "UPDATE reading SET read_at = ?, again_at = ?, answered = GREATEST(answered, CAST(? AS bigint))"
                        + " WHERE company = ?",
                begun,
                again,
                before.hints(),
                before.company().value());
    }

    private static void enter(UnitOfWork unit, CompanyId company) {
        unit.update(
                "INSERT INTO reading (company, hints, answered) VALUES (?, 0, 0) ON CONFLICT DO NOTHING",
                company.value());
    }

    private static ReadingRow read(Row row) {
        return new ReadingRow(
                new CompanyId(row.text("company")),
                row.instantOrNull("read_at"),
                row.instantOrNull("again_at"),
                row.number("hints"),
                row.number("answered"));
    }
}
