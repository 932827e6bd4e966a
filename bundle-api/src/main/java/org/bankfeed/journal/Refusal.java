package org.bankfeed.journal;

import java.time.Instant;
import org.bankfeed.words.Sentence;

/**
 * Bad input of one kind, how often it came and what the last was. Nothing of it was believed, and nothing was lost.
 *
 * @param kind what was refused
 * @param count how often since Bankfeed was installed
 * @param lastAt when last
 * @param lastSentence what was wrong with the last one; holds no secret and quotes nothing of it; what a feed
 *     said or an older version stored is a quotation
 */
public record Refusal(Kind kind, long count, Instant lastAt, Sentence lastSentence) {

    /** What can be refused. */
    public enum Kind {
        /** A webhook: its signature, audience, age or digest, a replay, or its size. */
        WEBHOOK,
        /** A return from the provider with a foreign, used or old state. */
        RETURN,
        /** A code that the provider did not take. */
        CODE,
        /** Our certificate, client or secret, refused by the provider, be it without a word, or not usable. */
        CREDENTIALS,
        /** An answer that cannot be understood: cut JSON, a link to another host, a list without end. */
        ANSWER,
        /** A line whose amount, currency or day cannot be read; it is kept raw. */
        LINE
    }
}
