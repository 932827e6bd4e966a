package org.bankfeed.journal;

import java.util.Locale;
import org.bankfeed.words.Explained;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What a person asked of the journal was not done; the message says why and what to do. Nothing changed. */
public final class JournalException extends Exception implements Explained {

    private final Reason reason;
    private final transient Sentence sentence;

    public JournalException(Reason reason, Sentence sentence) {
        this(reason, sentence, null);
    }

    public JournalException(Reason reason, Sentence sentence, @Nullable Throwable cause) {
        super(sentence.in(Locale.ENGLISH), cause);
        this.reason = reason;
        this.sentence = sentence;
    }

    /** In words that are said alike in every language, such as those of a feed. */
    public JournalException(Reason reason, String quoted) {
        this(reason, Sentence.quoted(quoted));
    }

    @Override
    public Sentence sentence() {
        return sentence;
    }

    public Reason reason() {
        return reason;
    }

    /** Why it was not done. */
    public enum Reason {
        /** No such connection, account or transaction in this company. */
        NOT_FOUND,
        /** The person backed out at the provider. */
        DECLINED,
        /** The state that came back is not one of ours, was used, or belongs to somebody else. */
        FOREIGN_STATE,
        /** No feed of that name is there (yet). */
        NO_FEED,
        /** The provider cannot be reached now. */
        UNAVAILABLE,
        /** It is not possible as things stand: the account is known already, or its lines are part of the books. */
        NOT_POSSIBLE,
        /** The provider refused. */
        REFUSED
    }
}
