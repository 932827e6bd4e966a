package org.bankfeed.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person should know or do about the bank link.
 *
 * @param kind what it is about
 * @param since when it began
 * @param sentence what happened, what it affects and who can mend it, in plain words
 * @param connection which link it is about, or {@code null}
 * @param account which account it is about, or {@code null}
 */
public record Notice(
        Kind kind,
        Instant since,
        String sentence,
        @Nullable ConnectionId connection,
        @Nullable AccountId account) {

    /** What a notice is about; each has one button. */
    public enum Kind {
        /** The link to the provider is refused: reconnect. */
        CONNECTION_BROKEN,
        /** Linked, but no account is shared: choose accounts at the provider. */
        NO_ACCOUNTS,
        /** An account is no longer shared: choose accounts at the provider. */
        ACCOUNT_NOT_SHARED,
        /** The holder's consent at the bank ends soon: renew at the bank. */
        AUTHORIZATION_ENDS,
        /** It has ended: renew at the bank. */
        AUTHORIZATION_ENDED,
        /** The bank is under maintenance: wait. */
        READ_ONLY,
        /** Lines that could not be read: update, or tell us. */
        UNREADABLE_LINES,
        /** The provider replaced its connection to the bank: the holder authorizes the replacement. */
        ACCOUNT_DEPRECATED,
        /** The bank changed the amount of a line that was known; the first amount was kept: a person looks. */
        AMOUNT_CHANGED
    }
}
