package org.bankfeed.invoice;

import org.bankfeed.words.Explained;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * The ledger did not answer. What was asked may or may not have been done: ask {@link InvoiceLedger#booking}, or repeat
 * the call with the same key; never guess.
 */
public final class LedgerUnavailableException extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public LedgerUnavailableException(Sentence sentence, @Nullable Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    /** In words that are said alike in every language. */
    public LedgerUnavailableException(String quoted, @Nullable Throwable cause) {
        this(Sentence.quoted(quoted), cause);
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
