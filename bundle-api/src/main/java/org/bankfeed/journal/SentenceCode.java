package org.bankfeed.journal;

import java.util.List;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Day;
import org.bankfeed.words.Argument.Moment;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Argument.Quote;
import org.bankfeed.words.Argument.Text;
import org.bankfeed.words.Code;
import org.bankfeed.words.Sentence;

/**
 * What the journal can say to a person, with what each speaks of, in the order of the comment. A new one needs a text in
 * every {@code sentences*.properties} beside this class. Hosts that say it their own way know these names: add, never rename
 * or reorder parameters.
 */
public enum SentenceCode implements Code {

    /** What another part said. */
    REPORTED(Quote.class),

    // ---- the connection to the provider
    /** Provider, organization. */
    LINK_BROKEN(Name.class, Name.class),
    /** Provider. */
    LINK_BROKEN_HELP(Name.class),
    /** Provider, its id of the call. */
    LINK_BROKEN_HELP_ID(Name.class, Name.class),
    /** The organization that was connected since. */
    ANOTHER_CONNECTED(Name.class),
    /** Provider, organization. */
    LINK_REVOKED(Name.class, Name.class),
    /** Provider, organization. */
    BLOCKED(Name.class, Name.class),
    /** Provider. */
    BLOCKED_WHY(Name.class),
    /** Provider, its id of the call. */
    BLOCKED_WHY_ID(Name.class, Name.class),
    BLOCKED_HEALS,
    /** Organization, provider. */
    ONBOARDING(Name.class, Name.class),
    /** Until when, provider. */
    ONBOARDING_UNTIL(Moment.class, Name.class),
    /** Until when it was, provider. */
    ONBOARDING_OVER(Moment.class, Name.class),
    /** Provider, the organization that came back. */
    OTHER_ORGANIZATION(Name.class, Name.class),
    /** Provider, organization. */
    LINK_NOT_READ(Name.class, Name.class),
    /** Provider. */
    LINK_NOT_READ_WHY(Name.class),

    // ---- our own means
    /** Feed. */
    FEED_AWAY(Name.class),
    /** Feed, what it says. */
    FEED_SAYS(Name.class, Quote.class),
    /** File or id of the configuration. */
    CONFIGURED_IN(Name.class),
    /** Purpose, provider, feed, key, subject, end, whole days until then. */
    CERTIFICATE_ENDS(Name.class, Name.class, Name.class, Name.class, Name.class, Moment.class, Count.class),
    /** Purpose, provider, feed, key, subject. */
    CERTIFICATE_ENDED(Name.class, Name.class, Name.class, Name.class, Name.class),

    // ---- which accounts are shared
    /** Provider, organization. */
    NO_ACCOUNTS(Name.class, Name.class),
    /** Account, provider. */
    ACCOUNT_NOT_SHARED(Name.class, Name.class),
    /** Account, why. */
    ACCOUNT_UNREADABLE(Name.class, Sentence.class),
    /** Account, the link that shares it too, the link that reads it. */
    LINKED_TWICE(Name.class, Name.class, Name.class),

    // ---- the consent of an account's holder
    /** Provider, account, last day, days until then: more than seven. */
    CONSENT_ENDS(Name.class, Name.class, Day.class, Count.class),
    /** Provider, account, last day, days until then: at most seven. */
    CONSENT_ENDS_SOON(Name.class, Name.class, Day.class, Count.class),
    /** Provider, account, days since then. */
    CONSENT_ENDED(Name.class, Name.class, Count.class),
    /** Provider, account. */
    CONSENT_REFUSED(Name.class, Name.class),
    CONSENT_NEEDED,

    // ---- why no consent can be renewed now
    RENEWAL_UNLINKED,
    RENEWAL_NOT_SHARED,
    /** Provider, organization, since when. */
    RENEWAL_BLOCKED(Name.class, Name.class, Moment.class),
    /** Link, since when. */
    RENEWAL_BROKEN(Name.class, Moment.class),
    /** Organization. */
    RENEWAL_UNCONFIRMED(Name.class),
    /** Link, when it was ended. */
    RENEWAL_ENDED(Name.class, Moment.class),

    // ---- the bank of an account
    /** Account. */
    MAINTENANCE_BANK(Name.class),
    /** Account, until when. */
    MAINTENANCE_BANK_UNTIL(Name.class, Moment.class),
    /** Provider, account. */
    MAINTENANCE_PROVIDER(Name.class, Name.class),
    /** Provider, account, until when. */
    MAINTENANCE_PROVIDER_UNTIL(Name.class, Name.class, Moment.class),
    /** Account, provider: at either. */
    MAINTENANCE(Name.class, Name.class),
    /** Account, provider, until when. */
    MAINTENANCE_UNTIL(Name.class, Name.class, Moment.class),
    /** Provider, account. */
    ACCOUNT_REPLACED(Name.class, Name.class),
    /** Provider, account. */
    BANK_NOT_ASKED(Name.class, Name.class),
    /** Provider. */
    BANK_NOT_ASKED_HELP(Name.class),
    /** Provider, account, the provider's code of the failure. */
    BANK_FAILS(Name.class, Name.class, Name.class),
    /** Provider. */
    BANK_FAILS_HELP(Name.class),
    /** Account, provider. */
    ACCOUNT_NOT_READ(Name.class, Name.class),
    /** Provider. */
    ACCOUNT_NOT_READ_HELP(Name.class),

    // ---- the lines of an account
    /** How many in the 30 days before that. */
    LINES_BEFORE_THAT(Count.class),
    /** How many in the 30 days before today. */
    LINES_BEFORE_TODAY(Count.class),
    /** Its day. */
    LAST_LINE(Day.class),
    NO_LINE,
    /** How many, account, why. */
    LINES_UNREADABLE(Count.class, Name.class, Sentence.class),
    /** Account, the amount that was kept, the one that the bank tells now. */
    AMOUNT_CHANGED(Name.class, Amount.class, Amount.class),
    /** How many, account: more than one. */
    AMOUNTS_CHANGED(Count.class, Name.class),
    /** How many, account. */
    LINES_DOUBTFUL(Count.class, Name.class),
    /** Account, how many. */
    LINES_MISSING(Name.class, Count.class),

    // ---- why something was not done to a link
    NO_CONNECTION(Name.class),
    NO_FEED(Name.class),
    /** Feed, those that are there. */
    NO_FEED_AMONG(Name.class, Name.class),
    CONNECT_DECLINED,
    CAME_BACK_WITHOUT_CODE,
    /** The provider’s code of the error. */
    CAME_BACK_WITH_ERROR(Text.class),
    FOREIGN_RETURN,
    NOBODY_CAME_BACK,
    ACCEPTED_AND_BROKEN,
    CONNECTION_ENDED,
    NOTHING_TO_ACCEPT,
    /** Provider. */
    NOTHING_KEPT_THERE(Name.class),
    /** Month. */
    MONTH_TO_COME(Name.class),
    /** Feed, provider. */
    NO_USAGE_KEPT(Name.class, Name.class),

    // ---- why something was not done to an account or a line
    NO_ACCOUNT(Name.class),
    /** Account. */
    ACCOUNT_WAS_SHARED(Name.class),
    /** Account, currency. */
    ACCOUNT_KNOWN(Name.class, Name.class),
    /** Internet address. */
    ADDRESS_NOT_PUBLIC(Name.class),
    AMOUNT_CHANGED_AGAIN(Amount.class),
    /** Line. */
    AMOUNT_NOT_CHANGED(Name.class),
    /** Line. */
    SAID_SAME_ALREADY(Name.class),
    SAID_NEW_MEANWHILE,
    /** How many now, how many were seen. */
    DOUBTS_CHANGED(Count.class, Count.class),
    /** Line. */
    NOT_IN_DOUBT(Name.class),
    NO_LINE_OF_ID(Name.class),
    NO_LINE_IN_ACCOUNT(Name.class),
    STILL_READ_ANEW,
    /** Line. */
    NO_CANDIDATE(Name.class),

    // ---- why a webhook was not taken
    WEBHOOKS_TOO_MANY,
    /** Why. */
    WEBHOOK_NOT_PROVEN(Quote.class),
    WEBHOOK_NOT_STORED,

    // ---- what is wrong with a link or an account since it was last read, and what came of a reading
    UNSHARED,
    /** What the provider says. */
    UNSHARED_WHY(Quote.class),
    /** The provider’s code of the failure. */
    LAST_SYNCHRONIZATION_FAILED(Name.class),
    /** What the provider says. */
    PENDING_NOT_READ(Quote.class),
    CONNECTION_REFUSED,
    /** What the provider says. */
    CONNECTION_REFUSED_WHY(Quote.class),
    READING_FAILED,
    /** Link. */
    READING_OF_LINK_FAILED(Name.class),
    SOME_ACCOUNTS_NOT_READ,
    /** Link, what the provider says. */
    LINK_COULD_NOT_BE_READ(Name.class, Quote.class),
    /** Link, what the provider says. */
    LINK_IS_BROKEN(Name.class, Quote.class),
    /** Link, what the provider says. */
    LINK_IS_BLOCKED(Name.class, Quote.class),
    /** Link, since when. */
    LINK_BROKEN_SINCE(Name.class, Moment.class),
    /** Link, provider, since when. */
    LINK_REVOKED_SINCE(Name.class, Name.class, Moment.class),
    STOPPED,
    STOPPED_BEFORE_ITS_TURN,
    ACCOUNT_SWITCHED_OFF,
    NO_LINK_SHARES,
    BANK_TAKES_LONG,
    ASKING_FAILED,
    /** Organization, the one of before. */
    CAME_BACK_AS_ANOTHER(Name.class, Name.class),
    /** Provider, why. */
    ENDED_NOT_TOLD(Name.class, Quote.class),
    /** Provider, days, why. */
    ENDED_NEVER_TOLD(Name.class, Count.class, Quote.class),

    // ---- how far a synchronization is
    /** Bank, account. */
    ASKS_FOR_BALANCE(Name.class, Name.class),
    /** Account, whose bank is not known by name. */
    ASKS_BANK_FOR_BALANCE(Name.class),
    /** Bank, account. */
    ASKS_FOR_LINES(Name.class, Name.class),
    /** Account, whose bank is not known by name. */
    ASKS_BANK_FOR_LINES(Name.class),
    /** Account. */
    READS_WHAT_CAME(Name.class),

    // ---- what a webhook asks for when it comes
    EVENT_NEW_LINES,
    /** How many. */
    EVENT_SO_MANY_NEW_LINES(Count.class),
    EVENT_CHANGED_LINES,
    /** How many. */
    EVENT_SO_MANY_CHANGED_LINES(Count.class),
    EVENT_PENDING_LINES,
    /** Provider. */
    EVENT_NOTHING_NEW(Name.class),
    /** Provider. */
    EVENT_BANK_NOT_ASKED(Name.class),
    EVENT_ACCOUNT_DETAILS,
    EVENT_CONSENT_RENEWED,
    EVENT_ACCOUNT_SHARED,
    EVENT_ACCOUNT_UNSHARED,
    EVENT_CONNECTED,
    /** Provider. */
    EVENT_ENDED(Name.class),
    /** Provider. */
    EVENT_BLOCKED(Name.class),
    /** Provider. */
    EVENT_UNBLOCKED(Name.class),
    EVENT_PAYMENT_REQUEST,
    EVENT_UNKNOWN,

    // ---- what came of a webhook
    EVENT_OF_NOBODY,
    EVENT_LINK_NOT_READ,
    /** Provider. */
    EVENT_NOT_SHARED(Name.class),
    /** Account. */
    EVENT_READ_ELSEWHERE(Name.class),
    /** Account. */
    EVENT_SWITCHED_OFF(Name.class),
    EVENT_READ(Moment.class),
    /** When it was read, how many lines it told of, which all came. */
    EVENT_ALL_CAME(Moment.class, Count.class),
    /** When it was read, how many lines it told of, how many came. */
    EVENT_SOME_MISSING(Moment.class, Count.class, Count.class),
    EVENT_REFUSED,

    // ---- what was refused
    /** Account, why its line cannot be read. */
    LINE_UNREADABLE(Name.class, Sentence.class),
    /** Where somebody came back from the provider. */
    RETURN_FOREIGN,

    // ---- what the provider keeps of an account, laid beside what we know
    /** Provider. */
    RECORD_AGREES(Name.class),
    /** Provider. */
    RECORD_AFTER_END(Name.class),
    /** Provider. */
    RECORD_NOT_SEEN_YET(Name.class),
    /** Provider. */
    RECORD_NOT_SHOWN(Name.class),
    /** Provider. */
    RECORD_HERE_ONLY(Name.class);

    private final List<Class<? extends Argument>> parameters;

    @SafeVarargs
    SentenceCode(Class<? extends Argument>... parameters) {
        this.parameters = List.of(parameters);
    }

    @Override
    public List<Class<? extends Argument>> parameters() {
        return parameters;
    }
}
