package org.bankfeed.rehearsal.internal;

/** The rehearsal cannot go on. The message is one sentence for the user. */
final class RehearsalException extends Exception {

    private static final long serialVersionUID = 1L;

    RehearsalException(String sentence) {
        super(sentence);
    }

    RehearsalException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
