package org.bankfeed.ledger.internal.pain;

/** A text is no payment file, or not as the standard asks; the message is one sentence for the bookkeeper. */
public final class BrokenFileException extends Exception {

    BrokenFileException(String message) {
        super(message);
    }

    /** Of a place in the file. */
    BrokenFileException(int line, String what) {
        super("Line " + line + " of the file: " + what);
    }
}
