package org.bankfeed.feed;

import org.bankfeed.words.Explained;
import org.bankfeed.words.Sentence;

/**
 * What was delivered is not the provider's word, or not to us: nothing is believed of it, and it is never answered with
 * success. The message is one sentence for an operator; it quotes nothing of what was delivered.
 */
public final class FeedEventRefusedException extends Exception implements Explained {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public FeedEventRefusedException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    /** In words that are said alike in every language. */
    public FeedEventRefusedException(String quoted) {
        this(Sentence.quoted(quoted));
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }
}
