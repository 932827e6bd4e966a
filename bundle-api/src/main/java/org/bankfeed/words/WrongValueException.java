package org.bankfeed.words;

/** Something that a person typed cannot be what it should be; says why for any language. */
public final class WrongValueException extends IllegalArgumentException implements Explained {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public WrongValueException(Code code, Argument... about) {
        this(Sentence.of(code, about));
    }

    private WrongValueException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
