package org.bankfeed.store.internal.vault;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.bankfeed.store.Secrets;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.store.internal.database.Dialect;
import org.bankfeed.store.internal.database.Failures;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;

/**
 * One at a time: among this process's threads by a fair lock, among nodes by a locked row. The row's lock is held by a
 * transaction that changes nothing, on a pool of its own, so that the work's own transactions always find a connection.
 *
 * <p>While a turn lasts, a sign of life goes over its connection now and then. A holder that is paused gives none, so
 * the server ends the transaction and the next one has the turn. Each turn has a higher token than the one before; a
 * holder that wakes up writes only if his is still the highest.
 */
final class Turns implements AutoCloseable {

    private final Jdbi pool;
    private final Stage stage;
    private final Dialect dialect;
    private final long beatMillis;
    private final ConcurrentMap<Thing, ReentrantLock> locks = new ConcurrentHashMap<>();
    private final ConcurrentMap<Thing, Long> tokens = new ConcurrentHashMap<>();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "bankfeed-store-turns");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param pool connections that the server takes back when they are silent in a transaction
     * @param silentMillis after how long it does so
     */
    Turns(Jdbi pool, Stage stage, Dialect dialect, long silentMillis) {
        this.pool = pool;
        this.stage = stage;
        this.dialect = dialect;
        this.beatMillis = Math.max(1, silentMillis / 3);
    }

    <T extends @Nullable Object, X extends Exception> T inTurn(Thing thing, Secrets.Turn<T, X> work) throws X {
        ReentrantLock lock = locks.computeIfAbsent(thing, t -> new ReentrantLock(true));
        if (lock.isHeldByCurrentThread()) {
            return work.take();
        }
        await(lock);
        try (LockedRow row = lockedRow(thing)) {
            row.beatOn(heart, beatMillis);
            tokens.put(thing, nextToken(thing));
            return work.take();
        } finally {
            tokens.remove(thing);
            lock.unlock();
        }
    }

    /**
     * Passes outside a turn, and in one unless another had it meanwhile; and keeps it so until the unit ends.
     *
     * @throws StoreException.TakenOver if another had it
     */
    void checkTurn(UnitOfWork unit, Thing thing) {
        ReentrantLock lock = locks.get(thing);
        Long ours = tokens.get(thing);
        if (ours == null || lock == null || !lock.isHeldByCurrentThread()) {
            return;
        }
        long newest = unit.one(
                        "select token from turn_fence where company = ? and owner = ?" + dialect.forShare(),
                        row -> row.number("token"),
                        thing.company(),
                        thing.owner())
                .orElse(0L);
        if (newest != ours) {
            throw new StoreException.TakenOver("Another node worked on the same secrets meanwhile, because this one was"
                    + " silent for too long; what it wanted to write was not written");
        }
    }

    private long nextToken(Thing thing) {
        return stage.<Long, RuntimeException>inTransaction(unit -> {
            unit.update(
                    "insert into turn_fence (company, owner, token) values (?, ?, 0) on conflict do nothing",
                    thing.company(),
                    thing.owner());
            unit.update(
                    "update turn_fence set token = token + 1 where company = ? and owner = ?",
                    thing.company(),
                    thing.owner());
            return unit.one(
                            "select token from turn_fence where company = ? and owner = ?",
                            row -> row.number("token"),
                            thing.company(),
                            thing.owner())
                    .orElseThrow();
        });
    }

    private static void await(ReentrantLock lock) {
        try {
            if (!lock.tryLock(DatabaseVault.WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                throw notOurTurn(null);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw notOurTurn(e);
        }
    }

    private LockedRow lockedRow(Thing thing) {
        try {
            return LockedRow.of(pool, thing);
        } catch (ConnectionException e) {
            throw notOurTurn(Failures.sql(e));
        } catch (JdbiException e) {
            throw Failures.of("waiting for one's turn at secrets", e);
        }
    }

    private static StoreException.Unavailable notOurTurn(@Nullable Throwable cause) {
        return new StoreException.Unavailable(
                "Another thread or node worked on the same secrets for longer than a minute", cause);
    }

    @Override
    public void close() {
        heart.shutdownNow();
    }
}
