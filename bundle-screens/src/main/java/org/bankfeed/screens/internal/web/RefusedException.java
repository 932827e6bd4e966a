package org.bankfeed.screens.internal.web;

/** A request that cannot be followed; the message says why and what to do, in one sentence. Nothing was done. */
public final class RefusedException extends RuntimeException {

    private final int status;

    public RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Something in the address or a field is not as it must be. */
    public static RefusedException malformed(String message) {
        return new RefusedException(400, message);
    }

    /** What was asked for does not exist in this company. */
    public static RefusedException notFound(String message) {
        return new RefusedException(404, message);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }
}
