package org.bankfeed.store;

import org.osgi.annotation.versioning.ProviderType;

/** A room's own schema. Safe for use by many threads. */
@ProviderType
public interface Stage {

    /**
     * Runs work in one transaction: all of it is committed when the work returns, nothing when it throws. The commit is
     * durable: it survives the process being killed.
     *
     * <p>A transaction inside a transaction of the same stage and thread joins the outer one. Isolation is read
     * committed; take a row with {@code SELECT … FOR UPDATE} where two may meet.
     *
     * @return what the work returned
     * @throws X what the work threw, after rolling back
     * @throws StoreException if the database failed; {@link StoreException.Duplicate} if a unique key stood already
     */
    <T extends @org.jspecify.annotations.Nullable Object, X extends Exception> T inTransaction(Work<T, X> work)
            throws X;

    /** What is done inside one transaction. */
    @FunctionalInterface
    interface Work<T extends @org.jspecify.annotations.Nullable Object, X extends Exception> {
        T with(UnitOfWork unit) throws X;
    }
}
