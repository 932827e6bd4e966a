package org.bankfeed.journal;

import java.time.Instant;
import java.util.List;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedUsage;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What a provider keeps of a link itself, laid beside what we know.
 *
 * @param connection of which link
 * @param usage what it counts of the link's organization in the month asked for
 * @param accounts those of the organization that it or we know, differences first
 * @param elsewhere how many accounts organizations share with the same application that no link of this installation goes
 *     to: of a link that was forgotten, or of another installation
 */
public record ProviderRecord(ConnectionId connection, FeedUsage usage, List<SharedAccount> accounts, long elsewhere) {

    public ProviderRecord {
        accounts = List.copyOf(accounts);
    }

    /** Those of which the provider's records and ours say something different. */
    public List<SharedAccount> differences() {
        return accounts.stream()
                .filter(account -> account.agreement() != Agreement.BOTH)
                .toList();
    }

    /** Who knows of an account that is shared. */
    public enum Agreement {
        /**
         * The provider has it on its list, and we do not read it: it was shared a moment ago and the next reading brings
         * it, or the link was ended here and not there.
         */
        PROVIDER_ONLY,
        /** The provider has it on its list, and did not show it to us when the link was last read. */
        NOT_SHOWN,
        /** It was shown to us when the link was last read, and the provider does not have it on its list. */
        HERE_ONLY,
        /** Both know it. */
        BOTH
    }

    /**
     * An account in the provider's records or in ours.
     *
     * @param feedAccount the provider's id of it
     * @param account which of ours it is, or {@code null} if we do not know it
     * @param agreement who knows of it
     * @param since when it was shared, as the provider has it; {@code null} if not told
     * @param lastAccessedAt when the provider last saw us read it; {@code null} if never or not told
     * @param sentence what that means, and what to do about a difference
     */
    public record SharedAccount(
            FeedAccountId feedAccount,
            @Nullable AccountId account,
            Agreement agreement,
            @Nullable Instant since,
            @Nullable Instant lastAccessedAt,
            Sentence sentence) {}
}
