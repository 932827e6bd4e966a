package org.bankfeed.journal;

import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** A journal in memory, for one company: tests put accounts and lines into it. It has no link to any bank. */
public final class FakeBankJournal implements BankJournal {

    private final CompanyId company;
    private final Map<AccountId, Account> accounts = new LinkedHashMap<>();
    private final Map<TransactionId, BankTransaction> lines = new LinkedHashMap<>();
    private final List<JournalEntry> log = new ArrayList<>();
    private final List<BankTransaction> pending = new ArrayList<>();
    private @Nullable Runnable onSynchronize;

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

    /** What happens when somebody asks to synchronize. */
    public synchronized void onSynchronize(Runnable act) {
        onSynchronize = act;
    }

    @Override
    public Set<CompanyId> companies() {
        return Set.of(company);
    }

    @Override
    public List<String> feeds() {
        return List.of();
    }

    @Override
    public ConnectStep connect(Caller caller, String feed, URI redirectUri, Locale language) throws JournalException {
        throw new JournalException(JournalException.Reason.NO_FEED, "there is no feed '" + feed + "' here");
    }

    @Override
    public Connection returned(Caller caller, ConnectReturn query) throws JournalException {
        throw new JournalException(JournalException.Reason.FOREIGN_STATE, "that state is not one of ours");
    }

    @Override
    public void disconnect(Caller caller, ConnectionId connection) throws JournalException {
        throw new JournalException(JournalException.Reason.NOT_FOUND, "there is no connection " + connection);
    }

    @Override
    public Connection accept(Caller caller, ConnectionId connection) throws JournalException {
        throw new JournalException(JournalException.Reason.NOT_FOUND, "there is no connection " + connection);
    }

    @Override
    public List<Connection> connections(Caller caller) {
        return List.of();
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
    public URI renew(Caller caller, AccountId account, URI back) throws JournalException {
        throw new JournalException(JournalException.Reason.NOT_FOUND, "there is no account " + account);
    }

    @Override
    public synchronized SyncReceipt synchronize(Caller caller) {
        if (onSynchronize != null) {
            onSynchronize.run();
        }
        return new SyncReceipt(List.of(), List.of());
    }

    @Override
    public SyncReceipt synchronizeNow(
            Caller caller, Set<AccountId> accounts, InetAddress person, Consumer<SyncProgress> progress) {
        return synchronize(caller);
    }

    @Override
    public Optional<Instant> nextReading(Caller caller) {
        return Optional.empty();
    }

    @Override
    public void receive(String feed, Map<String, List<String>> headers, byte[] body) throws JournalException {
        throw new JournalException(JournalException.Reason.NO_FEED, "there is no feed '" + feed + "' here");
    }

    @Override
    public void refused(String feed, String sentence) {}

    @Override
    public List<ReceivedEvent> events(Caller caller, int limit) {
        return List.of();
    }

    @Override
    public List<Refusal> refusals(Caller caller) {
        return List.of();
    }

    @Override
    public List<DoubtfulLine> doubts(Caller caller) {
        return List.of();
    }

    @Override
    public void isNew(Caller caller, TransactionId doubtful) throws JournalException {
        throw new JournalException(JournalException.Reason.NOT_POSSIBLE, doubtful + " was never in doubt");
    }

    @Override
    public void isSame(Caller caller, TransactionId doubtful, TransactionId known) throws JournalException {
        throw new JournalException(JournalException.Reason.NOT_POSSIBLE, doubtful + " was never in doubt");
    }

    @Override
    public synchronized Page<BankTransaction> transactions(Caller caller, TransactionQuery query) {
        List<BankTransaction> found = new ArrayList<>(ours(caller) ? lines.values() : List.of());
        found.removeIf(t -> query.account() != null && !query.account().equals(t.id().account())
                || query.from() != null && line(t).executionDate().isBefore(query.from())
                || query.to() != null && line(t).executionDate().isAfter(query.to())
                || query.text() != null
                        && !line(t).toString()
                                .toLowerCase(Locale.ROOT)
                                .contains(query.text().toLowerCase(Locale.ROOT)));
        found.sort((a, b) -> line(b).executionDate().compareTo(line(a).executionDate()));
        int from = query.after() == null ? 0 : Integer.parseInt(query.after());
        int to = Math.min(found.size(), from + query.limit());
        return new Page<>(found.subList(from, to), to < found.size() ? Integer.toString(to) : null);
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
    public List<Notice> notices(Caller caller) {
        return List.of();
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
