package org.bankfeed.journal;

import org.bankfeed.words.Sentence;

/**
 * How far a synchronization is that somebody waits for.
 *
 * @param account which account is at work
 * @param step what is done for it now
 * @param done accounts that are done with
 * @param total accounts that there are
 * @param sentence the same for a person
 */
public record SyncProgress(AccountId account, Step step, int done, int total, Sentence sentence) {

    /** What is done for an account. */
    public enum Step {
        /** The provider asks the bank for balances and details. */
        DETAILS,
        /** The provider asks the bank for transactions. */
        TRANSACTIONS,
        /** We read what the provider has. */
        READING
    }
}
