package org.bankfeed.store.internal.stage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.store.Row;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.store.internal.audit.AuditEntry;
import org.bankfeed.store.internal.audit.AuditLog;
import org.bankfeed.store.internal.database.Database;
import org.bankfeed.store.internal.database.Failures;
import org.bankfeed.store.internal.database.Parameters;
import org.bankfeed.store.internal.database.ResultRow;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * A transaction in progress.
 *
 * <p>After a statement that failed, PostgreSQL answers nothing more in that transaction while H2 goes on. We hold both to
 * the stricter rule, so that what passes on one passes on the other: who wants to survive a failure runs the statement in
 * a nested transaction.
 */
public final class OpenUnit implements UnitOfWork {

    private final Handle handle;
    private final Database database;
    private final List<AuditEntry> audited = new ArrayList<>();
    private @Nullable StoreException failure;
    private @Nullable StoreException doom;
    private boolean wrote;
    private boolean over;
    private int depth;

    OpenUnit(Handle handle, Database database) {
        this.handle = handle;
        this.database = database;
    }

    @Override
    public int update(String sql, @Nullable Object... parameters) {
        wrote = true;
        return attempt(sql, () -> {
            try (PreparedStatement update = prepared(sql)) {
                bind(update, parameters);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public int updateAll(String sql, List<? extends @Nullable Object[]> parameters) {
        if (parameters.isEmpty()) {
            return 0;
        }
        wrote = true;
        return attempt(sql, () -> {
            try (PreparedStatement batch = prepared(sql)) {
                for (@Nullable Object[] set : parameters) {
                    bind(batch, set);
                    batch.addBatch();
                }
                int rows = 0;
                for (int count : batch.executeBatch()) {
                    rows += Math.max(count, 0);
                }
                return rows;
            }
        });
    }

    @Override
    public <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        wrote |= !sql.stripLeading().regionMatches(true, 0, "select", 0, 6);
        return attempt(sql, () -> {
            try (PreparedStatement query = prepared(sql)) {
                bind(query, parameters);
                query.execute();
                return rows(query, reader);
            }
        });
    }

    @Override
    public <T> Optional<T> one(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        List<T> rows = query(sql, reader, parameters);
        if (rows.size() > 1) {
            throw new StoreException(
                    "At most one row was expected, but there are " + rows.size() + " at: " + sql, null);
        }
        return rows.stream().findFirst();
    }

    @Override
    public void audit(Caller caller, String act, String subject, String sentence) {
        checkUsable();
        wrote = true;
        audited.add(AuditEntry.of(caller, act, subject, sentence));
    }

    /** Runs a transaction inside this one: what it did is taken back if it throws, and only that. */
    <T extends @Nullable Object, X extends Exception> T nested(Work<T, X> work) throws X {
        checkUsable();
        String savepoint = "nested" + ++depth;
        int auditedBefore = audited.size();
        handle.savepoint(savepoint);
        boolean done = false;
        try {
            T result = work.run();
            checkUsable();
            done = true;
            return result;
        } finally {
            depth--;
            if (done) {
                handle.releaseSavepoint(savepoint);
            } else {
                takeBackTo(savepoint, auditedBefore);
            }
        }
    }

    private void takeBackTo(String savepoint, int auditedBefore) {
        audited.subList(auditedBefore, audited.size()).clear();
        try {
            handle.rollbackToSavepoint(savepoint);
            failure = null;
        } catch (JdbiException e) {
            failure = Failures.of("taking back a nested transaction", e);
        }
    }

    /** Writes the audit entries last, so that a company's log is locked as shortly as can be and after all else. */
    void commit() {
        checkUsable();
        attempt("the audit log", () -> {
            AuditLog.append(handle, audited);
            return 0;
        });
        attempt("commit", handle::commit);
        over = true;
        if (wrote) {
            writeOut();
        }
    }

    private void writeOut() {
        String statement = database.dialect().writeOut();
        if (statement != null) {
            try {
                handle.execute(statement);
            } catch (JdbiException e) {
                throw Failures.of("writing out what was committed", e);
            }
        }
        database.written();
    }

    /** Never throws: what matters then is why. */
    void rollback() {
        over = true;
        try {
            handle.rollback();
        } catch (JdbiException e) {
            // the connection is gone, and with it the transaction
        }
    }

    /** Lets the transaction never commit, whoever catches this. */
    public void refuse(StoreException why) {
        doom = why;
        throw why;
    }

    private void checkUsable() {
        if (over) {
            throw new IllegalStateException("this transaction is over");
        }
        if (doom != null) {
            throw doom;
        }
        if (failure != null) {
            throw new StoreException(
                    "The transaction cannot go on after a statement in it failed; run what may fail in a nested one",
                    failure);
        }
    }

    private <R> R attempt(String sql, Statement<R> statement) {
        checkUsable();
        try {
            return statement.run();
        } catch (SQLException | JdbiException e) {
            failure = Failures.of(sql, e);
            throw failure;
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        return handle.getConnection().prepareStatement(sql);
    }

    private static void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Parameters.set(statement, i + 1, parameters[i]);
        }
    }

    private static <T> List<T> rows(PreparedStatement query, RowReader<T> reader) throws SQLException {
        try (ResultSet result = query.getResultSet()) {
            Row row = new ResultRow(result);
            List<T> rows = new ArrayList<>();
            while (result.next()) {
                rows.add(reader.read(row));
            }
            return rows;
        }
    }

    /** What asks the database something. */
    @FunctionalInterface
    private interface Statement<R> {
        R run() throws SQLException;
    }

    /** What a nested transaction does. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object, X extends Exception> {
        T run() throws X;
    }
}
