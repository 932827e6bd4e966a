package org.bankfeed.journal.internal.event;

import org.bankfeed.feed.FeedEvent.Kind;
import org.jspecify.annotations.Nullable;

/** What is said of a webhook: what it asks for when it comes, and what came of it when that was done. */
public final class EventSentences {

    private EventSentences() {}

    /** What the reading that it makes due looks for. */
    public static String asks(Kind kind, String provider, @Nullable Integer count) {
        return switch (kind) {
            case TRANSACTIONS_CREATED -> "New lines" + of(count) + " can be read; they are read next.";
            case TRANSACTIONS_UPDATED -> "Lines" + of(count) + " changed; they are read again next.";
            case PENDING_TRANSACTIONS_CREATED, PENDING_TRANSACTIONS_UPDATED ->
                "What the bank has not booked yet changed; it is read next.";
            case SYNCHRONIZED_WITHOUT_CHANGE ->
                provider + " asked the bank and found nothing new; that it asked is read next.";
            case SYNCHRONIZATION_FAILED -> provider + " could not ask the bank; why, is read next.";
            case ACCOUNT_DETAILS_UPDATED -> "Balances or details of an account changed; the accounts are read next.";
            case ACCOUNT_REAUTHORIZED -> "The holder renewed his consent; the account is read next.";
            case ACCOUNT_SHARED -> "An account was shared; the accounts are read next.";
            case ACCOUNT_UNSHARED -> "An account is no longer shared; the accounts are read next.";
            case LINK_CREATED -> "The organization connected; its accounts are read next.";
            case LINK_REVOKED ->
                "The organization ended the connection at " + provider
                        + "; the next reading shows whether it still stands.";
            case ORGANIZATION_BLOCKED -> provider + " blocked the organization; the next reading looks at it.";
            case ORGANIZATION_UNBLOCKED ->
                provider + " no longer blocks the organization; the next reading looks at it.";
            case PAYMENT_REQUEST_CLOSED -> "A payment request was closed. Bankfeed makes none: nothing to be done.";
            case UNKNOWN -> "This version does not know the word; it reads the accounts to be sure.";
        };
    }

    private static String of(@Nullable Integer count) {
        return count == null ? "" : " (" + count + ")";
    }

    /** Whether there is anything to be read because of it. */
    public static boolean asksForReading(Kind kind) {
        return kind != Kind.PAYMENT_REQUEST_CLOSED;
    }

    public static String nobodys() {
        return "No company here is linked to that organization: nothing to be read. If it connects, all is read then.";
    }

    public static String notRead() {
        return "Its connection is not read as it stands; once it stands again, everything is read.";
    }

    public static String notShared(String provider) {
        return provider + " shares no account with that id any more, or not with this company; the accounts were read.";
    }

    public static String readElsewhere(String account) {
        return "Account " + account + " is read through another connection of this company.";
    }

    public static String switchedOff(String account) {
        return "Account " + account + " is switched off here, so its lines are not read.";
    }

    public static String read(String at) {
        return "Read at " + at + ".";
    }

    /** Of new lines that it told of, once the account was read to its end. */
    public static String compared(int told, int missing, String at) {
        String came = told - missing == 0 ? "none" : Integer.toString(told - missing);
        return missing == 0
                ? "Read at " + at + ": what it told of came (" + lines(told) + ")."
                : "Read at " + at + ": it told of " + lines(told) + ", and " + came
                        + " came so far. Each further reading looks for the rest.";
    }

    public static String lines(int count) {
        return count == 1 ? "one new line" : count + " new lines";
    }

    public static String refused() {
        return "Read, and the provider refused: the connection is broken, and its notice says why.";
    }
}
