package org.bankfeed.journal.internal.table;

import java.time.Duration;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The journal's tables for who works under a lease: no transaction of his commits once another node took over. Working
 * on keeps the lease.
 */
public final class LeasedStage implements Stage {

    /** What the schedule reads under. A page of a slow provider takes less; a dead node stops the work no longer. */
    public static final Duration TERM = Duration.ofMinutes(2);

    private static final long RENEWED_EVERY = TERM.dividedBy(4).toNanos();

    private final Stage stage;
    private final Lease lease;
    private long renewed = System.nanoTime(); // leases live in real time

    public LeasedStage(Stage stage, Lease lease) {
        this.stage = stage;
        this.lease = lease;
    }

    @Override
    public <T extends @Nullable Object, X extends Exception> T inTransaction(Work<T, X> work) throws X {
        if (System.nanoTime() - renewed > RENEWED_EVERY) {
            lease.renew();
            renewed = System.nanoTime();
        }
        return stage.inTransaction(unit -> {
            lease.stillHeld(unit);
            return work.with(unit);
        });
    }
}
