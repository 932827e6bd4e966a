package org.bankfeed.matching.internal.neighbour;

import org.bankfeed.invoice.LedgerUnavailableException;

/** A question to the host or its ledger. */
@FunctionalInterface
public interface Question<T> {

    T ask() throws LedgerUnavailableException;

    /** The answer. A ledger that leaves in the middle of a call, or fails in it, is one that did not answer. */
    static <T> T asked(Question<T> question) throws LedgerUnavailableException {
        try {
            return question.ask();
        } catch (RuntimeException e) {
            throw new LedgerUnavailableException("it failed (" + e.getClass().getSimpleName() + ")", e);
        }
    }
}
