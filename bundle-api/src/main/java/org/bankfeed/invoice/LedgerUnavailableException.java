package org.bankfeed.invoice;

import org.jspecify.annotations.Nullable;

/**
 * The ledger did not answer. What was asked may or may not have been done: ask {@link InvoiceLedger#booking}, or repeat
 * the call with the same key; never guess.
 */
public final class LedgerUnavailableException extends Exception {
    public LedgerUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
