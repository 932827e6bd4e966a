package org.bankfeed.store.internal.key;

import org.bankfeed.store.StoreException;

/** An encrypted value that is not what some key of ours wrote into that row. */
public final class DoesNotOpenException extends StoreException {

    DoesNotOpenException(Throwable cause) {
        super("A secret does not open: it was changed, or moved from another row", cause);
    }
}
