package org.bankfeed.ponto.internal;

/** Why a line cannot be read: one sentence that names the field. */
final class LineFault extends Exception {

    private static final long serialVersionUID = 1L;

    LineFault(String sentence) {
        super(sentence);
    }
}
