package org.bankfeed.journal.internal;

/** Counts what lines brought. For one thread. */
final class Tally {

    int added;
    int changed;
    int unreadable;

    void add(Tally other) {
        added += other.added;
        changed += other.changed;
        unreadable += other.unreadable;
    }
}
