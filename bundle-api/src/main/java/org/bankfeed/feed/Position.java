package org.bankfeed.feed;

/**
 * How far an account has been read: opaque to everybody but the feed that made it. It survives restarts and updates.
 *
 * @param value the feed's own words; empty for the very beginning
 */
public record Position(String value) {

    /** Nothing was read yet. */
    public static final Position START = new Position("");
}
