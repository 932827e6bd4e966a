package org.bankfeed.store;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A handle on the secrets of one thing. Every change is a transaction of its own and durable when the call returns, so
 * that a rotated token is safe before it is used, whatever becomes of the work around it.
 *
 * <p>Safe for use by many threads and nodes. Names have 1 to 100 characters.
 */
@ProviderType
public interface Secrets {

    Optional<Secret> read(String name);

    /** Sets a secret, whatever stood there. */
    void write(String name, Secret value);

    /**
     * Sets a secret only if it still is what the caller saw.
     *
     * @param expected what the caller saw; {@code null} for none
     * @param value the new one; {@code null} removes it
     * @return whether it was set
     */
    boolean compareAndSet(String name, @Nullable Secret expected, @Nullable Secret value);

    /** Removes all secrets of this thing. */
    void forget();

    /**
     * Runs work while no other thread or node runs work on the secrets of the same thing; waits for its turn. The work
     * may use this handle; each of its changes is durable at once and stays, even if the work throws later.
     *
     * <p>A turn has no end of its own, but a node that the database hears nothing of for half a minute loses it. When it
     * wakes up, {@link #write} and {@link #forget} inside the turn throw {@link StoreException.TakenOver} if another had
     * the turn meanwhile. {@link #compareAndSet} throws it only where it would return {@code false}: what nobody changed
     * may be set still, and may be all that is left of a token that was rotated.
     *
     * @throws X what the work threw
     * @throws StoreException.Unavailable if the turn did not come within a minute
     */
    <T extends @Nullable Object, X extends Exception> T exclusively(Turn<T, X> work) throws X;

    /** What is done in one's turn. */
    @FunctionalInterface
    interface Turn<T extends @Nullable Object, X extends Exception> {
        T take() throws X;
    }
}
