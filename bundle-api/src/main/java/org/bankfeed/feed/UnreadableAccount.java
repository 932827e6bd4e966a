package org.bankfeed.feed;

import org.jspecify.annotations.Nullable;

/**
 * An account that a link shares and that cannot be read, such as one in a currency that this Java does not know.
 *
 * @param id the provider's id
 * @param number by which the world knows it, or {@code null} if that is not told
 * @param description the bank's label, or {@code null}
 * @param why what is wrong with it, as the rest of a sentence: {@code it is kept in 'XYZ', which …}
 */
public record UnreadableAccount(
        FeedAccountId id, @Nullable String number, @Nullable String description, String why) {

    /** Without number and label. */
    @Override
    public String toString() {
        return "UnreadableAccount[" + id + ": " + why + "]";
    }
}
