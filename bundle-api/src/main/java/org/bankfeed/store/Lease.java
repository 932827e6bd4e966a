package org.bankfeed.store;

import org.bankfeed.access.CompanyId;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The right to work on a company alone, for a while.
 *
 * <p>A holder that was paused cannot know whether his time ran out. So what counts is {@link #stillHeld}: each
 * transaction whose writing needs the lease asks it, and cannot commit once somebody else took over.
 *
 * <pre>{@code
 * try (Lease lease = leases.acquire("reading", company, Duration.ofMinutes(1)).orElse(null)) {
 *     if (lease != null) {
 *         stage.inTransaction(unit -> {
 *             lease.stillHeld(unit);
 *             …
 *         });
 *     }
 * }
 * }</pre>
 *
 * <p>Safe for use by many threads.
 */
@ProviderType
public interface Lease extends AutoCloseable {

    String job();

    CompanyId company();

    /** Grows with each holder of this job for this company, also over restarts. */
    long token();

    /**
     * Lets it last once more as long as it was taken for, counted from now. It may be late: a lease that ended, and that
     * nobody took meanwhile, goes on.
     *
     * @return whether it is held; when not, it never will be again
     * @throws StoreException.Unavailable if the database cannot be reached
     */
    boolean renew();

    /** Ends it, so that the next one need not wait. Does nothing if it was taken over or ended before. */
    void release();

    /**
     * Passes if nobody took over, and keeps it so until the transaction ends. Call it first in the transaction, and do
     * not let the transaction wait for others: on PostgreSQL the server ends it when nothing is heard of it for as long
     * as the lease was taken for, so that a paused holder stops nobody.
     *
     * @param unit a transaction of any stage
     * @throws StoreException.TakenOver if a newer token exists; the transaction cannot commit any more, even if this is
     *     caught
     */
    void stillHeld(UnitOfWork unit);

    /** Same as {@link #release}. */
    @Override
    default void close() {
        release();
    }
}
