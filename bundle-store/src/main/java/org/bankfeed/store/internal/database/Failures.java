package org.bankfeed.store.internal.database;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;
import org.bankfeed.store.StoreException;
import org.jspecify.annotations.Nullable;

/** Turns the database's errors into ours. Their messages may quote values, so they stay in the cause. */
public final class Failures {

    private static final String UNIQUE_VIOLATION = "23505";
    /** Connection lost, out of resources, being shut down, serialization or deadlock, lock not available. */
    private static final Set<String> PASSING = Set.of("08", "53", "57", "40", "55", "HY");

    /** PostgreSQL ended a transaction that it heard nothing of: this process was paused. */
    private static final String SILENT_FOR_TOO_LONG = "25P03";

    private static final Set<Integer> H2_PASSING = Set.of(
            90020 /* in use by another process */,
            90067 /* connection broken */,
            90098 /* closed */,
            90121 /* closing */,
            90131 /* concurrent update */);

    private Failures() {}

    /** @param doing what was being tried, such as {@code "insert into account …"} without values */
    public static StoreException of(String doing, Throwable failure) {
        SQLException sql = sql(failure);
        if (sql == null) {
            return new StoreException("The database failed at: " + doing, failure);
        }
        String what = " (SQL state " + sql.getSQLState() + ") at: " + doing;
        if (UNIQUE_VIOLATION.equals(sql.getSQLState())) {
            return new StoreException.Duplicate("A unique key stood already" + what, sql);
        }
        if (passes(sql)) {
            return new StoreException.Unavailable("The database cannot be reached or is too busy" + what, sql);
        }
        return new StoreException("The database refused" + what, sql);
    }

    /** What the driver says of a connection that did not come about; no value of ours is in it. */
    public static String said(SQLException failure) {
        String said = String.valueOf(failure.getMessage()).strip().replaceFirst("\\.$", "");
        return failure.getCause() instanceof UnknownHostException host
                ? said + ", the host " + host.getMessage() + " is unknown"
                : said;
    }

    public static boolean passes(SQLException failure) {
        if (failure instanceof SQLTransientException || failure instanceof SQLRecoverableException) {
            return true;
        }
        String state = failure.getSQLState();
        if (state == null || state.length() < 2) {
            return false;
        }
        return state.startsWith("90")
                ? H2_PASSING.contains(failure.getErrorCode())
                : PASSING.contains(state.substring(0, 2)) || state.equals(SILENT_FOR_TOO_LONG);
    }

    public static @Nullable SQLException sql(@Nullable Throwable failure) {
        for (Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
