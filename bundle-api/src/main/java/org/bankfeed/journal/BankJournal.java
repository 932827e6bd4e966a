package org.bankfeed.journal;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.value.Money;
import org.bankfeed.value.Page;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Owns connections, accounts, balances, every bank line as it came, and notices; the one source of what the bank said.
 *
 * <p>Every method checks the caller's role and sees the caller's company only ({@link
 * org.bankfeed.access.AccessDeniedException}). Safe for use by many threads. What is returned was committed.
 */
@ProviderType
public interface BankJournal {

    /** The companies that ever connected; for jobs that go through them. */
    Set<CompanyId> companies();

    /** The names of the feeds through which one can connect now, in alphabetical order. */
    List<String> feeds();

    /**
     * What keeps a feed from working as it is configured now, or that it is not there, linked or not. Nobody on the network
     * is asked, so what only a reading finds is not among it; {@link #notices} tells of that.
     *
     * @param feed a name of {@link #feeds}, or of a link whose feed went away
     * @return one sentence for its operator, which names its configuration; empty if nothing is wrong
     */
    Optional<String> feedFault(String feed);

    /** Begins to connect somebody of whom nothing is known (administrator). */
    default ConnectStep connect(Caller caller, String feed, URI redirectUri, Locale language) throws JournalException {
        return connect(caller, feed, redirectUri, language, null);
    }

    /**
     * Begins to connect (administrator).
     *
     * @param feed a name of {@link #feeds}
     * @param redirectUri where the person comes back to; registered at the provider
     * @param newcomer what fills the provider's forms in advance, or {@code null}. Where they do not say otherwise, our
     *     reference is the company's id, and a company with one connection through this feed begins with its organization.
     *     It is handed on and not kept.
     * @throws JournalException no such feed; the provider cannot be reached; or it refuses
     */
    ConnectStep connect(
            Caller caller, String feed, URI redirectUri, Locale language, @Nullable OnboardingDetails newcomer)
            throws JournalException;

    /**
     * Completes a connection when the person is back (administrator, the same person of the same company). A known
     * organization renews its link: accounts and lines stay as they are. Another one than the company has connected
     * through this feed so far is {@link Connection.State#UNCONFIRMED} until somebody accepts it. The accounts are listed
     * at once; lines come with the next {@link #synchronize}.
     *
     * @throws JournalException with {@code DECLINED} if he backed out: nothing changed, a healthy link stays healthy;
     *     with {@code FOREIGN_STATE} if the state is unknown, used, older than a day, or another person's
     */
    Connection returned(Caller caller, ConnectReturn query) throws JournalException;

    /**
     * Says that another organization was meant (administrator): its link stands beside the one of before. To say that it
     * was not, {@link #disconnect} it; the link of before never changed.
     *
     * @return the link; one that stands already is returned as it is
     * @throws JournalException {@code NOT_FOUND}; {@code NOT_POSSIBLE} if there is nothing to accept any more
     */
    Connection accept(Caller caller, ConnectionId connection) throws JournalException;

    /**
     * Ends a connection here and at the provider (administrator). Accounts and lines stay readable. Here it ends in any
     * case; if the provider cannot be told now, the problem of the link says so, and every reading tries again for a month.
     *
     * @return the link as it is now
     * @throws JournalException {@code NOT_FOUND}
     */
    Connection disconnect(Caller caller, ConnectionId connection) throws JournalException;

    /**
     * What came of the last time that a connection returned (viewer): after it was renewed or linked anew, its accounts
     * came under other ids, or a consent that had ended was given again.
     *
     * @return empty if it never returned, or there is no such connection
     */
    default Optional<ReconnectReceipt> lastReconnect(Caller caller, ConnectionId connection) {
        return Optional.empty();
    }

    /**
     * What the provider keeps of a link itself: what it counts and bills, and which accounts it has on its list as shared
     * with us, beside those that we know (administrator). Asks the provider and changes nothing. A link that is refused or
     * blocked is told of as well.
     *
     * @param month of the usage; not one to come
     * @throws JournalException {@code NOT_FOUND}; {@code NOT_POSSIBLE} if the way by which it is linked has no such records,
     *     or if nobody has come back from the provider yet; or the provider cannot be reached or refuses
     */
    ProviderRecord providerRecord(Caller caller, ConnectionId connection, YearMonth month) throws JournalException;

    /** The company's connections, oldest first (viewer). */
    List<Connection> connections(Caller caller);

    /** The company's accounts, by label (viewer). */
    List<Account> accounts(Caller caller);

    /**
     * Changes what a person says of an account (administrator).
     *
     * @throws JournalException if there is no such account
     */
    Account configure(Caller caller, AccountId account, AccountSettings settings) throws JournalException;

    /**
     * Calls an account something else (administrator). It stays so, whatever the bank calls it.
     *
     * @param label at most 200 characters; blank for what the bank calls it
     * @throws JournalException if there is no such account
     * @throws IllegalArgumentException if the label is longer
     */
    Account rename(Caller caller, AccountId account, String label) throws JournalException;

    /**
     * Notes in the audit log that somebody has whole account numbers shown to him (bookkeeper or administrator). Doors mask
     * them; one that does not for once calls this before.
     *
     * @param what is shown, in a few words
     */
    void showInFull(Caller caller, String what);

    /**
     * Enters an account before any link shares it (administrator), so that what is said of it stands when its first line
     * comes. A link that shares an account of that number and currency later takes it over as it is.
     *
     * @throws JournalException {@code NOT_POSSIBLE} if the company has an account of that number and currency
     */
    Account enter(Caller caller, NewAccount account) throws JournalException;

    /**
     * Forgets an account that was entered by mistake (administrator).
     *
     * @throws JournalException {@code NOT_FOUND}; {@code NOT_POSSIBLE} if a link ever shared it: then its lines are part
     *     of the books, and it can only be switched off
     */
    void remove(Caller caller, AccountId account) throws JournalException;

    /**
     * The booked balance at the end of each day on which it changed (viewer), and of the first and the last day asked
     * for; in order of time. Reckoned back from the bank's present balance along the lines, so it is as good as the two
     * agree: balance and lines come from different jobs at the bank. Costs one pass over the account's lines since
     * {@code from}.
     *
     * @param from first day
     * @param to last day, not before {@code from}
     * @return empty if the bank gave no balance
     * @throws JournalException if there is no such account
     */
    List<DayBalance> balances(Caller caller, AccountId account, LocalDate from, LocalDate to) throws JournalException;

    /**
     * The page at the bank on which the holder renews his consent (administrator or bookkeeper).
     *
     * @param back where he comes back to
     * @throws JournalException if there is no such account, or the provider cannot be reached or refuses
     */
    URI renew(Caller caller, AccountId account, URI back) throws JournalException;

    /**
     * Reads accounts, balances and new lines of every connected link now (bookkeeper, administrator or job). Each page
     * is committed with its position; what fails is said in the receipt and goes on next time. One synchronization of a
     * company runs at a time; a second call waits for its turn.
     */
    SyncReceipt synchronize(Caller caller);

    /**
     * Has the provider ask the banks now, for a person who waits, then reads as {@link #synchronize} does (bookkeeper or
     * administrator, never a job). For each account the details are asked for first and the transactions after. A bank
     * that was asked a moment ago is as good as asked; one that takes longer than some minutes is left to be read later.
     *
     * @param accounts which ones; empty for all that are read
     * @param person the person's own public address, as the provider's terms want it
     * @param progress is told from the calling thread; quick, and does not throw
     * @throws JournalException {@code NOT_POSSIBLE} if the address is no public one, {@code NOT_FOUND} if one of the
     *     accounts is not there; in both cases before anything was asked
     */
    SyncReceipt synchronizeNow(
            Caller caller, Set<AccountId> accounts, InetAddress person, Consumer<SyncProgress> progress)
            throws JournalException;

    /** When the schedule reads this company next (viewer); empty if it never does by itself. */
    Optional<Instant> nextReading(Caller caller);

    /**
     * Takes a webhook. There is no caller: the provider's signature is the proof, and the organization in it says whose
     * it is. When this returns, the event is stored, and what it hints at is read soon after by itself; answer 2xx. Safe
     * to be called by the whole world: bounded in work and memory for what is not the provider's.
     *
     * @param feed the name of the feed whose door it came by
     * @param headers of the request; their names in any case
     * @param body its raw bytes, of bounded size
     * @throws FeedEventRefusedException if it is not the provider's word, not meant for us, too old, or a replay; answer
     *     400. It is counted.
     * @throws JournalException {@code NO_FEED}: answer 404; {@code UNAVAILABLE} if it cannot be proven or stored now:
     *     answer 503, so that it is delivered again
     */
    void receive(String feed, Map<String, List<String>> headers, byte[] body)
            throws FeedEventRefusedException, JournalException;

    /** Counts a webhook that was refused before it could be read, such as one that is too large. */
    void refused(String feed, Sentence why);

    /**
     * The webhooks of the company's links, newest first (viewer).
     *
     * @param limit 1 to 500
     */
    List<ReceivedEvent> events(Caller caller, int limit);

    /** What was refused (viewer): of the company, and of webhooks, which belong to nobody until they are believed. */
    List<Refusal> refusals(Caller caller);

    /** The lines that wait for a person to say whether they are known, oldest day first (viewer). */
    List<DoubtfulLine> doubts(Caller caller);

    /**
     * Says that a doubtful line is a new one (bookkeeper): it enters the log. Also takes back that it was said to be the
     * same as another.
     *
     * @throws JournalException {@code NOT_FOUND}; {@code NOT_POSSIBLE} if it was never in doubt
     */
    void isNew(Caller caller, TransactionId doubtful) throws JournalException;

    /**
     * Says that a doubtful line is one that is known (bookkeeper): it becomes another id of that line, and is shown no
     * more. What came is kept. Also takes back that it was said to be new: it leaves the log as if it had never been there.
     * The journal knows of no matching: whoever takes that back sets the line aside there before, and once more after, for
     * it may have been taken up meanwhile.
     *
     * @param known one of the candidates
     * @throws JournalException {@code NOT_FOUND}; {@code NOT_POSSIBLE} if it was said to be another already, or if the
     *     known line has been given to another one meanwhile
     */
    void isSame(Caller caller, TransactionId doubtful, TransactionId known) throws JournalException;

    /** The lines that were said to be new within 90 days and may be a known one still, oldest day first (viewer). */
    List<DoubtfulLine> saidNew(Caller caller);

    /**
     * Says the same of all lines of an account that wait (bookkeeper), as after a bank reworded them all. That they are
     * known ones is said of those only that leave no choice ({@link DoubtfulLine#clear}); the others go on waiting.
     *
     * @param seen of how many lines the person says so; if it is another number by now, nothing is done
     * @throws JournalException {@code NOT_FOUND}; {@code NOT_POSSIBLE} if it is another number, or if the account is still
     *     being read for the first time since it returned
     */
    void decideAll(Caller caller, AccountId account, DoubtfulLine.Decision decision, int seen) throws JournalException;

    /**
     * The lines whose amount the bank changed after they had come, oldest first, settled ones too (viewer). A line leaves
     * when the bank tells its first amount again.
     */
    List<ChangedAmount> changedAmounts(Caller caller);

    /**
     * Says that a changed amount was compared with the bank's statement and is settled (bookkeeper): it is noticed no more,
     * until the bank tells of yet another one. Amounts and bookings stay as they are. Said twice is as good as once.
     *
     * @param told the amount that the person saw ({@link ChangedAmount#told})
     * @throws JournalException {@code NOT_FOUND} if the amount of the line is not changed; {@code NOT_POSSIBLE} if the bank
     *     tells of another one by now
     */
    void settleAmount(Caller caller, TransactionId line, Money told) throws JournalException;

    /**
     * Takes back that a changed amount is settled (bookkeeper): it is noticed again. Twice is as good as once.
     *
     * @throws JournalException {@code NOT_FOUND} if the amount of the line is not changed
     */
    void reopenAmount(Caller caller, TransactionId line) throws JournalException;

    /** Lines of all accounts, newest executed first (viewer). Unreadable ones are among them, pending ones are not. */
    Page<BankTransaction> transactions(Caller caller, TransactionQuery query);

    /** One line (viewer); empty if this company has none of that id. */
    Optional<BankTransaction> transaction(Caller caller, TransactionId id);

    /** Several lines by identity (viewer), at most 500, in any order; those that this company does not have are left out. */
    List<BankTransaction> transactions(Caller caller, Collection<TransactionId> ids);

    /** What the banks know of but have not booked, as of the last reading (viewer). */
    List<BankTransaction> pending(Caller caller);

    /** What a person should know or do now, gravest first (viewer). */
    List<Notice> notices(Caller caller);

    /**
     * The company's log of readable lines for those who work on it (viewer or job): lines of active accounts whose
     * first load is complete, from their counting day on; those of a first load by bank day, later ones as they came.
     * An entry that once was in the log stays there, unless its line is said to be another one ({@link #isSame}).
     *
     * @param after the sequence of the last entry seen; 0 for the beginning
     * @param limit 1 to 1000
     * @return entries in ascending order; empty when there is nothing new
     */
    List<JournalEntry> log(Caller caller, long after, int limit);
}
