package org.bankfeed.journal;

/**
 * One entry of the journal's log.
 *
 * @param sequence its place: grows, never reused; gaps mean nothing
 * @param kind what happened to the line
 * @param transaction the line as it is now; readable
 */
public record JournalEntry(long sequence, Kind kind, BankTransaction transaction) {

    /** What happened. */
    public enum Kind {
        /** The line is there for the first time. */
        NEW,
        /** The bank changed its texts. */
        CHANGED
    }
}
