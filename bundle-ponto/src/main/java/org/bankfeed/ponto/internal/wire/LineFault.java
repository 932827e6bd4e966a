package org.bankfeed.ponto.internal.wire;

/** Why a line cannot be read: one sentence that names the field. */
public final class LineFault extends Exception {

    private static final long serialVersionUID = 1L;

    public LineFault(String sentence) {
        super(sentence);
    }
}
