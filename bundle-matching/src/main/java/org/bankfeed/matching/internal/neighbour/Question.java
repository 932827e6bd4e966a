package org.bankfeed.matching.internal.neighbour;

import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;

/** A question to the host or its ledger. */
@FunctionalInterface
public interface Question<T> {

    T ask() throws LedgerUnavailableException;

    /** The answer. A ledger that leaves in the middle of a call, or fails in it, is one that did not answer. */
    static <T> T asked(Question<T> question) throws LedgerUnavailableException {
        try {
            return question.ask();
        } catch (RuntimeException e) {
            Name kind = new Name(e.getClass().getSimpleName());
            throw new LedgerUnavailableException(Sentence.of(RefusalCode.LEDGER_FAILED, kind), e);
        }
    }
}
