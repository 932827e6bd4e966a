package org.bankfeed.history;

import java.io.IOException;

/**
 * A history that cannot be played. The message is one sentence for the user: file and line, what is wrong, what to do.
 */
public final class BrokenHistoryException extends IOException {

    private static final long serialVersionUID = 1L;

    private final long line;

    BrokenHistoryException(String file, long line, String whatIsWrong) {
        super(file + ":" + line + ": " + whatIsWrong);
        this.line = line;
    }

    BrokenHistoryException(String sentence) {
        super(sentence);
        this.line = 0;
    }

    /** The line, counted from 1; 0 if the whole file is meant. */
    public long line() {
        return line;
    }
}
