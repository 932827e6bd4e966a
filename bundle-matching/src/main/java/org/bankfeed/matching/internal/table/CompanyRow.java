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

    private @Nullable String ledger;
    private boolean tied;
    private String ledgerPosition;
    private long journalPosition;
    private long lastSequence;
    private long judgedSequence;
    private long revision;

    private CompanyRow(Row row, CompanyId company) {
        this.company = company;
        this.ledger = row.textOrNull("ledger");
        this.tied = row.flag("tied");
        this.ledgerPosition = row.text("ledger_position");
        this.journalPosition = row.number("journal_position");
        this.lastSequence = row.number("last_sequence");
        this.judgedSequence = row.number("judged_sequence");
        this.revision = row.number("revision");
    }

    public static CompanyRow take(UnitOfWork unit, CompanyId company) {
        unit.update(ENTER, company.value());
        return unit.one(TAKE, row -> new CompanyRow(row, company), company.value())
                .orElseThrow(() -> new StoreException("company " + company + " has no row in the matching", null));
    }

    /** Takes the row unless somebody has it, or there is none yet; never waits. */
    public static Optional<CompanyRow> takeIfFree(UnitOfWork unit, CompanyId company) {
        return unit.one(TAKE_IF_FREE, row -> new CompanyRow(row, company), company.value());
    }

    /** The ledger that its books are in, or {@code null} before the first reading. */
    public @Nullable String ledger() {
        return ledger;
    }

    /** Whether that ledger has bookings of ours, so that no other one may take its place. */
    public boolean isTied() {
        return tied;
    }

    /** The ledger gets a booking of ours. */
    public void tie() {
        tied = true;
    }

    /**
     * Its books are in this ledger.
     *
     * @return whether they were in another one, so that all that was read is of other books and is to be forgotten
     */
    public boolean belongsTo(String now) {
        boolean other = ledger != null && !ledger.equals(now);
        if (other) {
            journalPosition = 0;
            ledgerPosition = "";
            revision++; // what this node holds in memory is of the other books
        }
        ledger = now;
        return other;
    }

    public String ledgerPosition() {
        return ledgerPosition;
    }

    public void ledgerReadTo(String position) {
        ledgerPosition = position;
    }

    public long journalPosition() {
        return journalPosition;
    }

    public void journalReadTo(long position) {
        journalPosition = position;
    }

    /** Up to which place the open lines were judged by what came. */
    public long judgedSequence() {
        return judgedSequence;
    }

    /** The open lines were judged by all that came. */
    public void judgedAll() {
        judgedSequence = lastSequence;
    }

    /** Another one for each change: whether a book in memory is what is written. */
    public long revision() {
        return revision;
    }

    /** The next place in the order of arrival. */
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
