package org.bankfeed.store;

import org.jspecify.annotations.Nullable;

/** The database could not do what was asked; the transaction is rolled back. */
public class StoreException extends RuntimeException {

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /** A unique key stood already. */
    public static final class Duplicate extends StoreException {
        public Duplicate(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The database cannot be reached or is too busy: wait, then try again. */
    public static final class Unavailable extends StoreException {
        public Unavailable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** Who asked had been silent for too long, and another took over: what he wanted to write was not written. */
    public static final class TakenOver extends StoreException {
        public TakenOver(String message) {
            super(message, null);
        }
    }
}
