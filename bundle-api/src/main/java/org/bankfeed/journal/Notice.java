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
 * @param gravity how much it presses now; of one kind it may grow from day to day
 */
public record Notice(
        Kind kind,
        Instant since,
        String sentence,
        @Nullable ConnectionId connection,
        @Nullable AccountId account,
        Gravity gravity) {

    /** A notice that presses as its kind does by nature. */
    public Notice(
            Kind kind, Instant since, String sentence, @Nullable ConnectionId connection, @Nullable AccountId account) {
        this(kind, since, sentence, connection, account, Gravity.of(kind));
    }

    /** How much a notice presses, the gravest first. */
    public enum Gravity {
        /** Lines have stopped, and only a person can make them come again. */
        STOPPED,
        /** Lines stop within a week. */
        URGENT,
        /** Somebody should look, in his own time. */
        WARNING,
        /** Nothing to do but wait. */
        CALM;

        static Gravity of(Kind kind) {
            return switch (kind) {
                case CONNECTION_BROKEN, NO_ACCOUNTS, ACCOUNT_NOT_SHARED, AUTHORIZATION_ENDED -> STOPPED;
                case READ_ONLY -> CALM;
                default -> WARNING;
            };
        }
    }

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
        AMOUNT_CHANGED,
        /** Nothing came for two of the provider's windows, though nothing is reported broken: the operator looks. */
        SILENT
    }
}
