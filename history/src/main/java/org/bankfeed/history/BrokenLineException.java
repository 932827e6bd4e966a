package org.bankfeed.history;

/** What is wrong with a line and what to do, as the end of a sentence; the reader adds file and line. */
final class BrokenLineException extends Exception {

    private static final long serialVersionUID = 1L;

    BrokenLineException(String whatIsWrong) {
        super(whatIsWrong);
    }
}
