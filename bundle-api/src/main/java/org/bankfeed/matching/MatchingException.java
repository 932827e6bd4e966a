package org.bankfeed.matching;

import java.util.Locale;
import org.bankfeed.words.Explained;
import org.bankfeed.words.Sentence;

/** What a person asked of the matching was not done; the message says why and what to do. Nothing changed. */
public final class MatchingException extends Exception implements Explained {

    private final Reason reason;
    private final transient Sentence sentence;

    public MatchingException(Reason reason, Sentence sentence) {
        super(sentence.in(Locale.ENGLISH));
        this.reason = reason;
        this.sentence = sentence;
    }

    /** In words that are said alike in every language, such as those of a host's ledger. */
    public MatchingException(Reason reason, String quoted) {
        this(reason, Sentence.quoted(quoted));
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }

    public Reason reason() {
        return reason;
    }

    /** Why it was not done. */
    public enum Reason {
        /** No such line or document in this company. */
        NOT_FOUND,
        /** Somebody or something changed the decision since the caller saw it: look again. */
        CHANGED_MEANWHILE,
        /** It is not possible: the document is not open, the amount does not fit, a later line took it back. */
        NOT_POSSIBLE,
        /** The invoice ledger is not there or did not answer: later. */
        LEDGER_AWAY
    }
}
