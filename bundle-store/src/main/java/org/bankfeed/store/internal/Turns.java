package org.bankfeed.store.internal;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.StoreException;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * One at a time: among this process's threads by a fair lock, among nodes by a locked row. The row's lock is held by a
 * transaction that changes nothing, on a pool of its own, so that the work's own transactions always find a connection.
 */
final class Turns {

    static final long WAIT_MILLIS = TimeUnit.MINUTES.toMillis(1);

    private final Jdbi pool;
    private final ConcurrentMap<Thing, ReentrantLock> locks = new ConcurrentHashMap<>();

    Turns(Jdbi pool) {
        this.pool = pool;
    }

    <T extends @Nullable Object, X extends Exception> T inTurn(Thing thing, Secrets.Turn<T, X> work) throws X {
        ReentrantLock lock = locks.computeIfAbsent(thing, t -> new ReentrantLock(true));
        if (lock.isHeldByCurrentThread()) {
            return work.take();
        }
        await(lock);
        try (Handle handle = lockedRow(thing)) {
            try {
                return work.take();
            } finally {
                release(handle);
            }
        } finally {
            lock.unlock();
        }
    }

    private static void await(ReentrantLock lock) {
        try {
            if (!lock.tryLock(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw notOurTurn(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notOurTurn(e);
        }
    }

    private Handle lockedRow(Thing thing) {
        Handle handle = null;
        try {
            handle = pool.open();
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
            return handle;
        } catch (JdbiException e) {
            if (handle != null) {
                release(handle);
                handle.close();
            }
            if (e instanceof ConnectionException) {
                throw notOurTurn(Failures.sql(e));
            }
            throw Failures.of("waiting for one's turn at secrets", e);
        }
    }

    private static void release(Handle handle) {
        try {
            if (handle.isInTransaction()) {
                handle.rollback();
            }
        } catch (JdbiException e) {
            // the connection is gone, and with it the lock
        }
    }

    private static StoreException.Unavailable notOurTurn(@Nullable Throwable cause) {
        return new StoreException.Unavailable(
                "Another thread or node worked on the same secrets for longer than a minute", cause);
    }
}
