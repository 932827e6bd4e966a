package org.bankfeed.matching.internal.table;

import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Row;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** A company's positions and numbers. Who took the row alone decides, over all nodes, until the transaction ends. */
public final class CompanyRow {

    private static final String ENTER = "INSERT INTO company (company, ledger, tied, ledger_position, journal_position,"
            + " last_sequence, judged_sequence, revision) VALUES (?, NULL, FALSE, '', 0, 0, 0, 0) ON CONFLICT DO NOTHING";
    private static final String TAKE = "SELECT * FROM company WHERE company = ? FOR UPDATE";
    private static final String TAKE_IF_FREE = TAKE + " SKIP LOCKED";
    private static final String SAVE = "UPDATE company SET ledger = ?, tied = ?, ledger_position = ?,"
            + " journal_position = ?, last_sequence = ?, judged_sequence = ?, revision = ? WHERE company = ?";

    public final CompanyId company;

    @Nullable
    public String ledger;

    public boolean tied;
    public String ledgerPosition;
    public long journalPosition;
    public long lastSequence;

    /** Up to which document the open lines were judged. */
    public long judgedSequence;

    public long revision;

    private CompanyRow(
            CompanyId company,
            @Nullable String ledger,
            boolean tied,
            String ledgerPosition,
            long journalPosition,
            long lastSequence,
            long judgedSequence,
            long revision) {
        this.company = company;
        this.ledger = ledger;
        this.tied = tied;
        this.ledgerPosition = ledgerPosition;
        this.journalPosition = journalPosition;
        this.lastSequence = lastSequence;
        this.judgedSequence = judgedSequence;
        this.revision = revision;
    }

    public static CompanyRow take(UnitOfWork unit, CompanyId company) {
        unit.update(ENTER, company.value());
        return unit.one(TAKE, row -> read(row, company), company.value())
                .orElseThrow(() -> new StoreException("company " + company + " has no row in the matching", null));
    }

    /** Takes the row unless somebody has it, or there is none yet; never waits. */
    public static Optional<CompanyRow> takeIfFree(UnitOfWork unit, CompanyId company) {
        return unit.one(TAKE_IF_FREE, row -> read(row, company), company.value());
    }

    private static CompanyRow read(Row row, CompanyId company) {
        return new CompanyRow(
                company,
                row.textOrNull("ledger"),
                row.flag("tied"),
                row.text("ledger_position"),
                row.number("journal_position"),
                row.number("last_sequence"),
                row.number("judged_sequence"),
                row.number("revision"));
    }

    public long next() {
        return ++lastSequence;
    }

    public void save(UnitOfWork unit) {
        revision++;
        unit.update(
                SAVE,
                ledger,
                tied,
                ledgerPosition,
                journalPosition,
                lastSequence,
                judgedSequence,
                revision,
                company.value());
    }
}
