package org.bankfeed.journal.internal.reading;

/** Counts what lines brought. For one thread. */
public final class Tally {

    public int added;
    public int changed;
    public int unreadable;

    public void add(Tally other) {
        added += other.added;
        changed += other.changed;
        unreadable += other.unreadable;
    }
}
