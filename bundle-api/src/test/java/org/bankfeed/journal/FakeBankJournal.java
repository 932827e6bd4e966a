package org.bankfeed.journal;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.value.InternetAddress;
import org.bankfeed.value.Money;
import org.bankfeed.value.Page;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A journal in memory, for one company: tests put accounts and lines into it, and what links, webhooks and notices would
 * bring. It has no link to any bank.
 */
public final class FakeBankJournal implements BankJournal {

    private final CompanyId company;
    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<TransactionId, BankTransaction> lines = new LinkedHashMap<>();
    private final List<JournalEntry> log = new ArrayList<>();
    private final List<BankTransaction> pending = new ArrayList<>();
    private volatile @Nullable Runnable onSynchronize;
    private volatile @Nullable Runnable onReceive;
    private final Map<ConnectionId, Connection> connections = new LinkedHashMap<>();
    private final Map<ConnectionId, ReconnectReceipt> receipts = new LinkedHashMap<>();
    private final Map<ConnectionId, ProviderRecord> records = new LinkedHashMap<>();
    private final List<Notice> notices = new ArrayList<>();
    private @Nullable Sentence noRenewal;
    private final TreeSet<String> feeds = new TreeSet<>();
    private final Map<String, String> feedFaults = new HashMap<>();
    private final List<Delivery> deliveries = new ArrayList<>();
    private final List<Exception> refuseNext = new ArrayList<>();
    private final List<ReceivedEvent> events = new ArrayList<>();
    private final Map<Refusal.Kind, Refusal> refusals = new EnumMap<>(Refusal.Kind.class);
    private final Map<TransactionId, ChangedAmount> changedAmounts = new LinkedHashMap<>();
    private final Map<TransactionId, DoubtfulLine> doubts = new LinkedHashMap<>();
    private final Map<TransactionId, DoubtfulLine> decided = new LinkedHashMap<>();
    private final List<String> shownInFull = new ArrayList<>();
    private final Map<TransactionId, DoubtfulLine> fresh = new LinkedHashMap<>();
    private final List<SyncProgress> steps = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private SyncReceipt receipt = new SyncReceipt(List.of(), List.of());
    private @Nullable Instant nextReading;

    /** A webhook that was taken. */
    public record Delivery(String feed, Map<String, List<String>> headers, byte[] body) {}

    /** A synchronization that a person ordered. */
    public record Order(Caller caller, Set<AccountId> accounts, InetAddress person) {}

    public FakeBankJournal(CompanyId company) {
        this.company = company;
    }

    public synchronized void put(Account account) {
        accounts.put(account.id(), account);
    }

    /** A line arrives, or its texts change; it enters the log. */
    public synchronized BankTransaction bring(AccountId account, FeedTransaction line) {
        TransactionId id = new TransactionId(account, line.id());
        JournalEntry.Kind kind = lines.containsKey(id) ? JournalEntry.Kind.CHANGED : JournalEntry.Kind.NEW;
        BankTransaction transaction = new BankTransaction(id, BankTransaction.State.BOOKED, line, Instant.EPOCH, null);
        lines.put(id, transaction);
        log.add(new JournalEntry(log.size() + 1L, kind, transaction));
        return transaction;
    }

    public synchronized void pend(AccountId account, FeedTransaction line) {
        pending.add(new BankTransaction(
                new TransactionId(account, line.id()), BankTransaction.State.PENDING, line, Instant.EPOCH, null));
    }

    public synchronized void nothingPending() {
        pending.clear();
    }

    public synchronized void put(Connection connection) {
        connections.put(connection.id(), connection);
    }

    /** What came of the last return of a connection. */
    public synchronized void put(ReconnectReceipt receipt) {
        receipts.put(receipt.connection(), receipt);
    }

    /** A feed through which one can connect, and by whose door webhooks come. */
    public synchronized void feed(String name) {
        feeds.add(name);
    }

    /** A feed whose configuration does not hold. */
    public synchronized void feedFault(String name, String sentence) {
        feedFaults.put(name, sentence);
    }

    /** No consent is renewed, and this is why. */
    public synchronized void renewNothing(Sentence why) {
        noRenewal = why;
    }

    /** A notice's words as a test puts them: in English, quoted in other languages. */
    public static List<Sentence> saying(String words) {
        return List.of(Sentence.of(SentenceCode.REPORTED, new Argument.Quote(words)));
    }

    public synchronized void tell(Notice notice) {
        notices.add(notice);
    }

    public synchronized void nothingToTell() {
        notices.clear();
    }

    /** A webhook came; the newest is told first. */
    public synchronized void arrive(ReceivedEvent event) {
        events.add(0, event);
    }

    public synchronized void put(Refusal refusal) {
        refusals.put(refusal.kind(), refusal);
    }

    /** The next webhook is refused so: a {@link FeedEventRefusedException}, {@link JournalException} or an unchecked one. */
    public synchronized void refuseNext(Exception failure) {
        refuseNext.add(failure);
    }

    /** What happens while a webhook is being taken; several may come at once. */
    public void onReceive(@Nullable Runnable act) {
        onReceive = act;
    }

    /** The webhooks that were taken, oldest first. */
    public synchronized List<Delivery> deliveries() {
        return List.copyOf(deliveries);
    }

    /** A line waits for a person's word; its candidates are known. */
    public synchronized void doubt(DoubtfulLine doubtful) {
        doubts.put(doubtful.line().id(), doubtful);
        lines.put(doubtful.line().id(), doubtful.line());
        doubtful.candidates().forEach(known -> lines.putIfAbsent(known.id(), known));
    }

    /** What a person who orders a synchronization is told on the way. */
    public synchronized void steps(SyncProgress... told) {
        steps.clear();
        steps.addAll(List.of(told));
    }

    /** What the next synchronizations bring. */
    public synchronized void receipt(SyncReceipt next) {
        receipt = next;
    }

    /** What persons ordered, oldest first. */
    public synchronized List<Order> orders() {
        return List.copyOf(orders);
    }

    public synchronized void nextReading(@Nullable Instant moment) {
        nextReading = moment;
    }

    /** What happens when somebody asks to synchronize. */
    public void onSynchronize(@Nullable Runnable act) {
        onSynchronize = act;
    }

    @Override
    public Set<CompanyId> companies() {
        return Set.of(company);
    }

    @Override
    public synchronized List<String> feeds() {
        return List.copyOf(feeds);
    }

    @Override
    public synchronized Optional<String> feedFault(String feed) {
        return Optional.ofNullable(feedFaults.get(feed));
    }

    @Override
    public ConnectStep connect(
            Caller caller, String feed, URI redirectUri, Locale language, @Nullable OnboardingDetails newcomer)
            throws JournalException {
        throw new JournalException(JournalException.Reason.NO_FEED, "there is no feed '" + feed + "' here");
    }

    @Override
    public Connection returned(Caller caller, ConnectReturn query) throws JournalException {
        throw new JournalException(JournalException.Reason.FOREIGN_STATE, "that state is not one of ours");
    }

    @Override
    public synchronized Connection disconnect(Caller caller, ConnectionId connection) throws JournalException {
        caller.require("disconnect a bank", Role.ADMINISTRATOR);
        return stands(connection, Connection.State.DISCONNECTED);
    }

    /** What was shown with whole account numbers. */
    public synchronized List<String> shownInFull() {
        return List.copyOf(shownInFull);
    }

    @Override
    public synchronized void showInFull(Caller caller, String what) {
        caller.require("see whole account numbers", Role.BOOKKEEPER, Role.ADMINISTRATOR);
        shownInFull.add(what);
    }

    @Override
    public synchronized Account rename(Caller caller, AccountId account, String label) throws JournalException {
        caller.require("change the settings of a bank account", Role.ADMINISTRATOR);
        Account a = accounts.get(account);
        if (a == null) {
            throw new JournalException(JournalException.Reason.NOT_FOUND, "there is no account " + account);
        }
        Account renamed = new Account(
                a.id(),
                a.connection(),
                a.reference(),
                a.currency(),
                label,
                a.holder(),
                a.institution(),
                a.active(),
                a.countFrom(),
                a.hostAccount(),
                a.current(),
                a.available(),
                a.loaded(),
                a.transactions(),
                a.unreadable(),
                a.lastReadAt(),
                a.synchronizedAt(),
                a.authorizationEnds(),
                a.problem());
        accounts.put(account, renamed);
        return renamed;
    }

    /** What a link's provider keeps of it; of others it keeps nothing. */
    public synchronized void put(ProviderRecord kept) {
        records.put(kept.connection(), kept);
    }

    @Override
    public synchronized ProviderRecord providerRecord(Caller caller, ConnectionId connection, YearMonth month)
            throws JournalException {
        caller.require("see what the provider keeps", Role.ADMINISTRATOR);
        ProviderRecord kept = records.get(connection);
        if (kept == null) {
            throw new JournalException(JournalException.Reason.NOT_POSSIBLE, "This way keeps no records.");
        }
        return kept;
    }

    @Override
    public synchronized Connection accept(Caller caller, ConnectionId connection) throws JournalException {
        caller.require("accept an organization", Role.ADMINISTRATOR);
        Connection known = connections.get(connection);
        if (known != null && known.state() == Connection.State.DISCONNECTED) {
            throw new JournalException(JournalException.Reason.NOT_POSSIBLE, "that link was ended meanwhile");
        }
        return stands(connection, Connection.State.CONNECTED);
    }

    private Connection stands(ConnectionId id, Connection.State state) throws JournalException {
        Connection c = connections.get(id);
        if (c == null) {
            throw new JournalException(JournalException.Reason.NOT_FOUND, "there is no connection " + id);
        }
        Connection now = new Connection(id, c.feed(), state, c.organization(), c.since(), c.lastReadAt(), null);
        connections.put(id, now);
        return now;
    }

    @Override
    public synchronized Optional<ReconnectReceipt> lastReconnect(Caller caller, ConnectionId connection) {
        return Optional.ofNullable(receipts.get(connection));
    }

    @Override
    public synchronized List<Connection> connections(Caller caller) {
        return ours(caller) ? List.copyOf(connections.values()) : List.of();
    }

    @Override
    public synchronized List<Account> accounts(Caller caller) {
        return ours(caller) ? List.copyOf(accounts.values()) : List.of();
    }

    @Override
    public synchronized Account configure(Caller caller, AccountId account, AccountSettings s) throws JournalException {
        Account a = accounts.get(account);
        if (a == null || !ours(caller)) {
            throw new JournalException(JournalException.Reason.NOT_FOUND, "there is no account " + account);
        }
        Account changed = new Account(
                a.id(),
                a.connection(),
                a.reference(),
                a.currency(),
                a.label(),
                a.holder(),
                a.institution(),
                s.active(),
                s.countFrom(),
                s.hostAccount(),
                a.current(),
                a.available(),
                a.loaded(),
                a.transactions(),
                a.unreadable(),
                a.lastReadAt(),
                a.synchronizedAt(),
                a.authorizationEnds(),
                a.problem());
        accounts.put(account, changed);
        return changed;
    }

    @Override
    public synchronized Account enter(Caller caller, NewAccount entered) throws JournalException {
        boolean known = accounts.values().stream()
                .anyMatch(a -> a.reference().equals(entered.reference())
                        && a.currency().equals(entered.currency()));
        if (known) {
            throw new JournalException(JournalException.Reason.NOT_POSSIBLE, "that account is known already");
        }
        Account account = new Account(
                new AccountId("entered-" + (accounts.size() + 1)),
                null,
                entered.reference(),
                entered.currency(),
                entered.label().isEmpty() ? entered.reference().value() : entered.label(),
                null,
                null,
                entered.settings().active(),
                entered.settings().countFrom(),
                entered.settings().hostAccount(),
                null,
                null,
                false,
                0,
                0,
                null,
                null,
                null,
                null);
        accounts.put(account.id(), account);
        return account;
    }

    @Override
    public synchronized void remove(Caller caller, AccountId account) throws JournalException {
        Account known = accounts.get(account);
        if (known == null || !ours(caller)) {
            throw new JournalException(JournalException.Reason.NOT_FOUND, "there is no account " + account);
        }
        if (known.connection() != null) {
            throw new JournalException(JournalException.Reason.NOT_POSSIBLE, "a link shares that account");
        }
        accounts.remove(account);
    }

    @Override
    public List<DayBalance> balances(Caller caller, AccountId account, LocalDate from, LocalDate to) {
        return List.of();
    }

    @Override
    public synchronized List<BankTransaction> transactions(Caller caller, Collection<TransactionId> ids) {
        return ids.stream().map(lines::get).filter(Objects::nonNull).toList();
    }

    @Override
    public synchronized URI renew(Caller caller, AccountId account, URI back) throws JournalException {
        throw noRenewal == null
                ? new JournalException(JournalException.Reason.NOT_FOUND, "there is no account " + account)
                : new JournalException(JournalException.Reason.REFUSED, noRenewal);
    }

    @Override
    public SyncReceipt synchronize(Caller caller) {
        Runnable meanwhile = onSynchronize;
        if (meanwhile != null) {
            meanwhile.run();
        }
        synchronized (this) {
            return receipt;
        }
    }

    @Override
    public SyncReceipt synchronizeNow(
            Caller caller, Set<AccountId> accounts, InetAddress person, Consumer<SyncProgress> progress)
            throws JournalException {
        caller.require("have the banks asked", Role.BOOKKEEPER, Role.ADMINISTRATOR);
        List<SyncProgress> told;
        synchronized (this) {
            if (!InternetAddress.of(person).isPublic()) {
                throw new JournalException(JournalException.Reason.NOT_POSSIBLE, "that is no public address");
            }
            for (AccountId account : accounts) {
                if (!this.accounts.containsKey(account)) {
                    throw new JournalException(JournalException.Reason.NOT_FOUND, "there is no account " + account);
                }
            }
            orders.add(new Order(caller, Set.copyOf(accounts), person));
            told = List.copyOf(steps);
        }
        told.forEach(progress);
        return synchronize(caller);
    }

    @Override
    public synchronized Optional<Instant> nextReading(Caller caller) {
        return Optional.ofNullable(nextReading);
    }

    @Override
    public void receive(String feed, Map<String, List<String>> headers, byte[] body)
            throws FeedEventRefusedException, JournalException {
        Runnable meanwhile = onReceive;
        if (meanwhile != null) {
            meanwhile.run();
        }
        take(feed, headers, body);
    }

    private synchronized void take(String feed, Map<String, List<String>> headers, byte[] body)
            throws FeedEventRefusedException, JournalException {
        if (!feeds.contains(feed)) {
            throw new JournalException(JournalException.Reason.NO_FEED, "there is no feed '" + feed + "' here");
        }
        Exception refusal = refuseNext.isEmpty() ? null : refuseNext.remove(0);
        if (refusal instanceof FeedEventRefusedException refused) {
            refused(feed, refused.sentence());
            throw refused;
        } else if (refusal instanceof JournalException failed) {
            throw failed;
        } else if (refusal instanceof RuntimeException failed) {
            throw failed;
        }
        deliveries.add(new Delivery(feed, Map.copyOf(headers), body.clone()));
    }

    @Override
    public synchronized void refused(String feed, Sentence why) {
        refusals.merge(
                Refusal.Kind.WEBHOOK,
                new Refusal(Refusal.Kind.WEBHOOK, 1, Instant.EPOCH, why),
                (before, now) -> new Refusal(before.kind(), before.count() + 1, now.lastAt(), now.lastSentence()));
    }

    @Override
    public synchronized List<ReceivedEvent> events(Caller caller, int limit) {
        return ours(caller) ? events.stream().limit(limit).toList() : List.of();
    }

    @Override
    public synchronized List<Refusal> refusals(Caller caller) {
        return List.copyOf(refusals.values());
    }

    /** The bank changed the amount of a line. */
    public synchronized void changeAmount(ChangedAmount changed) {
        changedAmounts.put(changed.line().id(), changed);
        lines.put(changed.line().id(), changed.line());
    }

    @Override
    public synchronized List<ChangedAmount> changedAmounts(Caller caller) {
        return ours(caller) ? List.copyOf(changedAmounts.values()) : List.of();
    }

    @Override
    public synchronized void settleAmount(Caller caller, TransactionId line, Money told) throws JournalException {
        caller.require("settle a changed amount", Role.BOOKKEEPER);
        if (!changed(line).told().equals(told)) {
            throw new JournalException(
                    JournalException.Reason.NOT_POSSIBLE, "The bank tells of yet another amount now");
        }
        settle(line, caller.name(), Instant.EPOCH);
    }

    @Override
    public synchronized void reopenAmount(Caller caller, TransactionId line) throws JournalException {
        caller.require("settle a changed amount", Role.BOOKKEEPER);
        settle(line, null, null);
    }

    private void settle(TransactionId line, @Nullable String by, @Nullable Instant at) throws JournalException {
        ChangedAmount before = changed(line);
        changedAmounts.put(line, new ChangedAmount(before.line(), before.told(), before.since(), by, at));
    }

    private ChangedAmount changed(TransactionId line) throws JournalException {
        ChangedAmount changed = changedAmounts.get(line);
        if (changed == null) {
            throw new JournalException(JournalException.Reason.NOT_FOUND, "The amount of " + line + " is not changed");
        }
        return changed;
    }

    @Override
    public synchronized List<DoubtfulLine> doubts(Caller caller) {
        return ours(caller) ? List.copyOf(doubts.values()) : List.of();
    }

    @Override
    public synchronized void isNew(Caller caller, TransactionId doubtful) throws JournalException {
        caller.require("decide a doubtful line", Role.BOOKKEEPER);
        DoubtfulLine waiting = doubts.remove(doubtful);
        DoubtfulLine known = waiting == null ? decided.get(doubtful) : waiting;
        BankTransaction line = decide(doubtful, known).line();
        fresh.put(doubtful, Objects.requireNonNull(known));
        BankTransaction booked =
                new BankTransaction(line.id(), BankTransaction.State.BOOKED, line.line(), line.arrivedAt(), null);
        lines.put(booked.id(), booked);
        log.add(new JournalEntry(log.size() + 1L, JournalEntry.Kind.NEW, booked));
    }

    @Override
    public synchronized void isSame(Caller caller, TransactionId doubtful, TransactionId known)
            throws JournalException {
        caller.require("decide a doubtful line", Role.BOOKKEEPER);
        DoubtfulLine doubt = doubts.containsKey(doubtful) ? doubts.get(doubtful) : fresh.remove(doubtful);
        if (doubt == null
                || doubt.candidates().stream().noneMatch(line -> line.id().equals(known))) {
            throw new JournalException(JournalException.Reason.NOT_POSSIBLE, doubtful + " is not in doubt any more");
        }
        decide(doubtful, doubt);
        doubts.remove(doubtful);
        lines.remove(doubtful);
    }

    @Override
    public synchronized List<DoubtfulLine> saidNew(Caller caller) {
        return List.copyOf(fresh.values());
    }

    @Override
    public synchronized void decideAll(Caller caller, AccountId account, DoubtfulLine.Decision decision, int seen)
            throws JournalException {
        List<DoubtfulLine> waiting = doubts(caller).stream()
                .filter(line -> line.line().id().account().equals(account))
                .toList();
        List<DoubtfulLine> meant = decision == DoubtfulLine.Decision.SAME ? DoubtfulLine.clear(waiting) : waiting;
        if (meant.size() != seen) {
            throw new JournalException(JournalException.Reason.NOT_POSSIBLE, "it is " + meant.size() + " lines now");
        }
        for (DoubtfulLine line : meant) {
            if (decision == DoubtfulLine.Decision.SAME) {
                isSame(caller, line.line().id(), line.candidates().get(0).id());
            } else {
                isNew(caller, line.line().id());
            }
        }
    }

    private DoubtfulLine decide(TransactionId id, @Nullable DoubtfulLine doubt) throws JournalException {
        if (doubt == null) {
            throw new JournalException(JournalException.Reason.NOT_POSSIBLE, id + " was never in doubt");
        }
        decided.put(id, doubt);
        return doubt;
    }

    @Override
    public synchronized Page<BankTransaction> transactions(Caller caller, TransactionQuery query) {
        List<BankTransaction> found = new ArrayList<>(ours(caller) ? lines.values() : List.of());
        found.removeIf(t -> query.account() != null && !query.account().equals(t.id().account())
                || query.from() != null && line(t).executionDate().isBefore(query.from())
                || query.to() != null && line(t).executionDate().isAfter(query.to())
                || query.text() != null && !words(line(t)).contains(query.text().toLowerCase(Locale.ROOT)));
        found.sort((a, b) -> line(b).executionDate().compareTo(line(a).executionDate()));
        int from = query.after() == null ? 0 : Integer.parseInt(query.after());
        int to = Math.min(found.size(), from + query.limit());
        return new Page<>(found.subList(from, to), to < found.size() ? Integer.toString(to) : null);
    }

    private static String words(FeedTransaction line) {
        return String.join(
                        "\n",
                        line.amount().decimal(),
                        String.valueOf(line.counterpartyName()),
                        String.valueOf(line.counterpartyAccount()),
                        String.valueOf(line.remittance()),
                        String.valueOf(line.description()))
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public synchronized Optional<BankTransaction> transaction(Caller caller, TransactionId id) {
        return ours(caller) ? Optional.ofNullable(lines.get(id)) : Optional.empty();
    }

    @Override
    public synchronized List<BankTransaction> pending(Caller caller) {
        return ours(caller) ? List.copyOf(pending) : List.of();
    }

    @Override
    public synchronized List<Notice> notices(Caller caller) {
        return ours(caller) ? List.copyOf(notices) : List.of();
    }

    @Override
    public synchronized List<JournalEntry> log(Caller caller, long after, int limit) {
        return ours(caller)
                ? log.stream().filter(e -> e.sequence() > after).limit(limit).toList()
                : List.of();
    }

    private boolean ours(Caller caller) {
        return caller.company().equals(company);
    }

    private static FeedTransaction line(BankTransaction transaction) {
        return Objects.requireNonNull(transaction.line());
    }
}
