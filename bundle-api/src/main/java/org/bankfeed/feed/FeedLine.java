package org.bankfeed.feed;

import org.bankfeed.words.Sentence;

/** One line of an account: read, or kept raw because it could not be read. */
public sealed interface FeedLine {

    /** The provider's id; for a line without any, an id made of its content. */
    String id();

    /** The provider's own JSON of this line, unaltered. */
    String raw();

    /** A line that was read. */
    record Readable(FeedTransaction transaction, String raw) implements FeedLine {
        @Override
        public String id() {
            return transaction.id();
        }

        /** Without the raw text. */
        @Override
        public String toString() {
            return "Readable[" + transaction + "]";
        }
    }

    /**
     * A line that could not be read; it is kept and read again after an update.
     *
     * @param why which field, what is wrong with it
     */
    record Unreadable(String id, String raw, Sentence why) implements FeedLine {

        /** In words that are said alike in every language. */
        public Unreadable(String id, String raw, String quoted) {
            this(id, raw, Sentence.quoted(quoted));
        }

        /** Without the raw text. */
        @Override
        public String toString() {
            return "Unreadable[%s: %s]".formatted(id, why);
        }
    }
}
