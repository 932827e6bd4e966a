package org.bankfeed.invoice;

/**
 * How far a ledger's changes have been read: opaque to everybody but the ledger that made it.
 *
 * @param value the ledger's own words, at most 200 characters; empty for the very beginning
 */
public record LedgerPosition(String value) {

    /** Nothing was read yet. */
    public static final LedgerPosition START = new LedgerPosition("");
}
