package org.bankfeed.feed;

/**
 * What was delivered is not the provider's word, or not to us: nothing is believed of it, and it is never answered with
 * success. The message is one sentence for an operator; it quotes nothing of what was delivered.
 */
public final class FeedEventRefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    public FeedEventRefusedException(String message) {
        super(message);
    }
}
