package org.bankfeed.journal.internal.table;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;

/**
 * A company's turn to write lines and log. It holds the company's row until the transaction ends, over all nodes, so
 * that numbers are committed in the order in which they are given.
 */
public final class CompanyTurn {

    private static final String ENTER =
            "INSERT INTO company (company, last_sequence, last_arrival) VALUES (?, 0, 0) " + "ON CONFLICT DO NOTHING";
    private static final String TAKE = "SELECT last_sequence, last_arrival FROM company WHERE company = ? FOR UPDATE";
    private static final String SAVE = "UPDATE company SET last_sequence = ?, last_arrival = ? WHERE company = ?";
    private static final String LINKED =
            "SELECT DISTINCT company FROM connection WHERE organization IS NOT NULL ORDER BY company";

    private final CompanyId company;
    private long lastSequence;
    private long lastArrival;

    private CompanyTurn(CompanyId company, long lastSequence, long lastArrival) {
        this.company = company;
        this.lastSequence = lastSequence;
        this.lastArrival = lastArrival;
    }

    /** Makes the company's row if there is none yet. */
    public static void enter(UnitOfWork unit, CompanyId company) {
        unit.update(ENTER, company.value());
    }

    public static CompanyTurn take(UnitOfWork unit, CompanyId company) {
        return unit.one(
                        TAKE,
                        row -> new CompanyTurn(company, row.number("last_sequence"), row.number("last_arrival")),
                        company.value())
                .orElseThrow(() -> new StoreException("company " + company + " has no row in the journal", null));
    }

    /** The companies that ever linked; the one query that looks over all of them. */
    public static Set<CompanyId> linked(UnitOfWork unit) {
        return unit.query(LINKED, row -> row.text("company")).stream()
                .map(CompanyId::new)
                .collect(
                        Collectors.toCollection(() -> new TreeSet<>(java.util.Comparator.comparing(CompanyId::value))));
    }

    public CompanyId company() {
        return company;
    }

    public long lastSequence() {
        return lastSequence;
    }

    public long nextSequence() {
        return ++lastSequence;
    }

    public void skipSequences(int count) {
        lastSequence += count;
    }

    public long nextArrival() {
        return ++lastArrival;
    }

    /** Keeps the numbers that were given. */
    public void save(UnitOfWork unit) {
        unit.update(SAVE, lastSequence, lastArrival, company.value());
    }
}
