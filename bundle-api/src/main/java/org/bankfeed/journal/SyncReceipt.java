package org.bankfeed.journal;

import java.util.List;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * What a synchronization brought.
 *
 * @param accounts one part for each account that was to be read
 * @param problems what went wrong with whole connections, a sentence each
 */
public record SyncReceipt(List<AccountPart> accounts, List<Sentence> problems) {

    public SyncReceipt {
        accounts = List.copyOf(accounts);
        problems = List.copyOf(problems);
    }

    /**
     * What one account brought.
     *
     * @param account which
     * @param added lines that were not known before
     * @param changed lines known before whose content is another now
     * @param unreadable lines among the added ones that could not be read
     * @param complete whether everything that there was has been read
     * @param problem what went wrong, in one sentence, or {@code null}
     */
    public record AccountPart(
            AccountId account,
            int added,
            int changed,
            int unreadable,
            boolean complete,
            @Nullable Sentence problem) {}

    /** Lines added over all accounts. */
    public int added() {
        return accounts.stream().mapToInt(AccountPart::added).sum();
    }
}
