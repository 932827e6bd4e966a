package org.bankfeed.store.internal.vault;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/** A turn's row, locked by a transaction until it is closed or the server hears nothing of it any more. */
final class LockedRow implements AutoCloseable {

    private final Handle handle;
    private @Nullable Future<?> beats;
    private boolean closed;

    private LockedRow(Handle handle) {
        this.handle = handle;
    }

    /** Waits for the row. */
    static LockedRow of(Jdbi pool, Thing thing) {
        LockedRow row = new LockedRow(pool.open());
        boolean locked = false;
        try {
            row.lock(thing);
            locked = true;
            return row;
        } finally {
            if (!locked) {
                row.close();
            }
        }
    }

    private void lock(Thing thing) {
        handle.execute(
                "insert into turn (company, owner) values (?, ?) on conflict do nothing",
                thing.company(),
                thing.owner());
        handle.begin();
        handle.select(
                        "select owner from turn where company = ? and owner = ? for update",
                        thing.company(),
                        thing.owner())
                .mapTo(String.class)
                .one();
    }

    /** Lets the server hear of us as long as this process runs. */
    synchronized void beatOn(ScheduledExecutorService heart, long everyMillis) {
        try {
            beats = heart.scheduleWithFixedDelay(this::beat, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            // the store is being closed
        }
    }

    private synchronized void beat() {
        if (!closed) {
            handle.execute("select 1"); // if it fails, the lock is gone, and there is nothing to keep any more
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (beats != null) {
            beats.cancel(false);
        }
        try (handle) {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException e) {
            // the connection is gone, and with it the lock
        }
    }
}
