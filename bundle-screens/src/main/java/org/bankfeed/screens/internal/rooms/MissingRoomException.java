package org.bankfeed.screens.internal.rooms;

/** A service that a page needs is not there now; the message says which and what to do. */
public final class MissingRoomException extends RuntimeException {

    public MissingRoomException(String message) {
        super(message);
    }
}
