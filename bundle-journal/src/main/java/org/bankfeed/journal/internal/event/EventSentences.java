package org.bankfeed.journal.internal.event;

import static org.bankfeed.words.Sentence.of;

import java.time.Instant;
import org.bankfeed.feed.FeedEvent.Kind;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.notice.Provider;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Moment;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What is said of a webhook: what it asks for when it comes, and what came of it when that was done. */
public final class EventSentences {

    private EventSentences() {}

    /** What the reading that it makes due looks for. */
    public static Sentence asks(Kind kind, String feed, @Nullable Integer count) {
        Name provider = provider(feed);
        return switch (kind) {
            case TRANSACTIONS_CREATED ->
                counted(SentenceCode.EVENT_NEW_LINES, SentenceCode.EVENT_SO_MANY_NEW_LINES, count);
            case TRANSACTIONS_UPDATED ->
                counted(SentenceCode.EVENT_CHANGED_LINES, SentenceCode.EVENT_SO_MANY_CHANGED_LINES, count);
            case PENDING_TRANSACTIONS_CREATED, PENDING_TRANSACTIONS_UPDATED -> of(SentenceCode.EVENT_PENDING_LINES);
            case SYNCHRONIZED_WITHOUT_CHANGE -> of(SentenceCode.EVENT_NOTHING_NEW, provider);
            case SYNCHRONIZATION_FAILED -> of(SentenceCode.EVENT_BANK_NOT_ASKED, provider);
            case ACCOUNT_DETAILS_UPDATED -> of(SentenceCode.EVENT_ACCOUNT_DETAILS);
            case ACCOUNT_REAUTHORIZED -> of(SentenceCode.EVENT_CONSENT_RENEWED);
            case ACCOUNT_SHARED -> of(SentenceCode.EVENT_ACCOUNT_SHARED);
            case ACCOUNT_UNSHARED -> of(SentenceCode.EVENT_ACCOUNT_UNSHARED);
            case LINK_CREATED -> of(SentenceCode.EVENT_CONNECTED);
            case LINK_REVOKED -> of(SentenceCode.EVENT_ENDED, provider);
            case ORGANIZATION_BLOCKED -> of(SentenceCode.EVENT_BLOCKED, provider);
            case ORGANIZATION_UNBLOCKED -> of(SentenceCode.EVENT_UNBLOCKED, provider);
            case PAYMENT_REQUEST_CLOSED -> of(SentenceCode.EVENT_PAYMENT_REQUEST);
            case UNKNOWN -> of(SentenceCode.EVENT_UNKNOWN);
        };
    }

    private static Sentence counted(SentenceCode without, SentenceCode with, @Nullable Integer count) {
        return count == null || count < 1 ? of(without) : of(with, new Count(count));
    }

    /** Whether there is anything to be read because of it. */
    public static boolean asksForReading(Kind kind) {
        return kind != Kind.PAYMENT_REQUEST_CLOSED;
    }

    public static Sentence notShared(String feed) {
        return of(SentenceCode.EVENT_NOT_SHARED, provider(feed));
    }

    public static Sentence readElsewhere(AccountRow account) {
        return of(SentenceCode.EVENT_READ_ELSEWHERE, new Name(account.called()));
    }

    public static Sentence switchedOff(AccountRow account) {
        return of(SentenceCode.EVENT_SWITCHED_OFF, new Name(account.called()));
    }

    public static Sentence read(Instant at) {
        return of(SentenceCode.EVENT_READ, moment(at));
    }

    /** Of new lines that it told of, once the account was read to its end. */
    public static Sentence compared(int told, int missing, Instant at) {
        return missing == 0
                ? of(SentenceCode.EVENT_ALL_CAME, moment(at), new Count(told))
                : of(SentenceCode.EVENT_SOME_MISSING, moment(at), new Count(told), new Count(told - missing));
    }

    private static Name provider(String feed) {
        return new Name(Provider.of(feed));
    }

    private static Moment moment(Instant at) {
        return new Moment(at, Provider.ZONE);
    }
}
