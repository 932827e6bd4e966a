package org.bankfeed.ponto.internal.wire;

import org.bankfeed.feed.FaultCode;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Explained;
import org.bankfeed.words.Sentence;

/** Why a line cannot be read; names the field. */
public final class LineFault extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public LineFault(FaultCode code, Argument... about) {
        this(Sentence.of(code, about));
    }

    private LineFault(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    public static LineFault missing(String field) {
        return new LineFault(FaultCode.FIELD_MISSING, new Argument.Name(field));
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
