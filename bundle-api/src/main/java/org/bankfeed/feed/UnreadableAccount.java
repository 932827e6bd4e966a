package org.bankfeed.feed;

import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * An account that a link shares and that cannot be read, such as one in a currency that this Java does not know.
 *
 * @param id the provider's id
 * @param number by which the world knows it, or {@code null} if that is not told
 * @param description the bank's label, or {@code null}
 * @param why what is wrong with it
 */
public record UnreadableAccount(
        FeedAccountId id, @Nullable String number, @Nullable String description, Sentence why) {

    /** In words that are said alike in every language. */
    public UnreadableAccount(FeedAccountId id, @Nullable String number, @Nullable String description, String quoted) {
        this(id, number, description, Sentence.quoted(quoted));
    }

    /** Without number and label. */
    @Override
    public String toString() {
        return "UnreadableAccount[" + id + ": " + why + "]";
    }
}
