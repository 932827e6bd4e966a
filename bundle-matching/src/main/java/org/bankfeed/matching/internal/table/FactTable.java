package org.bankfeed.matching.internal.table;

import java.time.Instant;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** What persons said of facts. Facts themselves are made of the lines that taught them. */
public final class FactTable {

    private static final String INSERT = "INSERT INTO fact_said (company, sequence, fact_key, party_id, corrected,"
            + " said_by, said_at) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private FactTable() {}

    /**
     * What a person said.
     *
     * @param corrected as he reads the key, or {@code null} if he said that it is to be forgotten
     */
    public record Said(
            long sequence,
            String key,
            String party,
            @Nullable String corrected,
            String by,
            Instant at) {

        public void tell(Book book) {
            if (corrected == null) {
                book.forget(key, party);
            } else {
                book.correct(key, party, corrected);
            }
        }
    }

    public static void insert(UnitOfWork unit, CompanyId company, Said said) {
        unit.update(INSERT, company.value(), said.sequence, said.key, said.party, said.corrected, said.by, said.at);
    }

    public static List<Said> all(UnitOfWork unit, CompanyId company) {
        return between(unit, company, 0, Long.MAX_VALUE);
    }

    /** Those with a place in the order of arrival after one, up to another. */
    public static List<Said> between(UnitOfWork unit, CompanyId company, long after, long to) {
        return unit.query(
                "SELECT * FROM fact_said WHERE company = ? AND sequence > ? AND sequence <= ? ORDER BY sequence",
                row -> new Said(
                        row.number("sequence"),
                        row.text("fact_key"),
                        row.text("party_id"),
                        row.textOrNull("corrected"),
                        row.text("said_by"),
                        row.instant("said_at")),
                company.value(),
                after,
                to);
    }

    public static void forget(UnitOfWork unit, CompanyId company) {
        unit.update("DELETE FROM fact_said WHERE company = ?", company.value());
    }
}
