package org.bankfeed.store;

import java.util.List;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * One transaction in progress. For one thread, and only until the work returns.
 *
 * <p>Statements mark parameters with {@code ?}, in order. Parameters may be {@code null}, {@link String}, enums (stored
 * by name), {@link Integer}, {@link Long}, {@link Boolean}, {@link java.math.BigDecimal}, {@link java.time.LocalDate},
 * {@link java.time.Instant} (column type {@code timestamp with time zone}; microseconds are kept), {@code byte[]}, and
 * collections of texts: one parameter however many they are, written {@code unnest(cast(? as varchar array))}.
 */
@ProviderType
public interface UnitOfWork {

    /** Runs an insert, update or delete; returns the number of rows. */
    int update(String sql, @Nullable Object... parameters);

    /** Runs one insert, update or delete for each set of parameters, in order; returns the number of rows in all. */
    int updateAll(String sql, List<? extends @Nullable Object[]> parameters);

    /** Runs a query and reads every row, in the query's order. */
    <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters);

    /** Runs a query of at most one row; {@link StoreException} if there are more. */
    <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... parameters);

    /**
     * Adds an entry to the audit log; it commits or vanishes with the transaction. The log is chained: an entry that is
     * changed or removed later is noticed.
     *
     * @param caller who acted, for which company, by which door
     * @param act what was done, in one or two words: {@code "connect"}, {@code "book"}
     * @param subject the id of what it was done to
     * @param sentence what happened, for people; no secret, no full account number
     */
    void audit(Caller caller, String act, String subject, String sentence);

    /** Turns the current row into a value; it must not keep the row. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(Row row);
    }
}
