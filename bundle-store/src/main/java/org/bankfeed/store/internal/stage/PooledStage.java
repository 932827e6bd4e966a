package org.bankfeed.store.internal.stage;

import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.internal.database.Database;
import org.bankfeed.store.internal.database.Failures;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** A stage over its own pool; a thread's open transaction is found again by the thread. */
final class PooledStage implements Stage {

    private final Jdbi pool;
    private final Database database;
    private final ThreadLocal<@Nullable OpenUnit> open = new ThreadLocal<>();

    PooledStage(Jdbi pool, Database database) {
        this.pool = pool;
        this.database = database;
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T inTransaction(Work<T, X> work) throws X {
        OpenUnit outer = open.get();
        return outer == null ? begin(work) : outer.nested(() -> work.with(outer));
    }

    private <T extends @Nullable Object, X extends Exception> T begin(Work<T, X> work) throws X {
        try (Handle handle = connect()) {
            OpenUnit unit = new OpenUnit(handle, database);
            open.set(unit);
            boolean done = false;
            try {
                T result = work.with(unit);
                unit.commit();
                done = true;
                return result;
            } finally {
                open.remove();
                if (!done) {
                    unit.rollback();
                }
            }
        }
    }

    private Handle connect() {
        try {
            Handle handle = pool.open();
            handle.begin();
            return handle;
        } catch (ConnectionException e) {
            throw new StoreException.Unavailable(
                    "The database does not answer: look whether its server runs and can be reached", Failures.sql(e));
        }
    }
}
