package org.bankfeed.matching;

/** What a person asked of the matching was not done; the message says why and what to do. Nothing changed. */
public final class MatchingException extends Exception {

    private final Reason reason;

    public MatchingException(Reason reason, String message) {
        super(message);
        this.reason = reason;
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
