package org.bankfeed.journal.internal;

import java.net.InetAddress;
import java.net.URI;
import java.text.Collator;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.feed.BankFeed;
import org.bankfeed.feed.FeedEventRefusedException;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.AccountSettings;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.ChangedAmount;
import org.bankfeed.journal.ConnectReturn;
import org.bankfeed.journal.ConnectStep;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.journal.DayBalance;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.JournalEntry;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.NewAccount;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.ProviderRecord;
import org.bankfeed.journal.ReceivedEvent;
import org.bankfeed.journal.ReconnectReceipt;
import org.bankfeed.journal.Refusal;
import org.bankfeed.journal.SyncProgress;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.journal.TransactionQuery;
import org.bankfeed.journal.internal.doubt.ChangedAmounts;
import org.bankfeed.journal.internal.doubt.Doubts;
import org.bankfeed.journal.internal.event.Refusals;
import org.bankfeed.journal.internal.event.Webhooks;
import org.bankfeed.journal.internal.link.Ending;
import org.bankfeed.journal.internal.link.EnteredAccounts;
import org.bankfeed.journal.internal.link.Linking;
import org.bankfeed.journal.internal.link.ProviderRecords;
import org.bankfeed.journal.internal.link.Reconnects;
import org.bankfeed.journal.internal.listing.BalanceReckoning;
import org.bankfeed.journal.internal.listing.TransactionListing;
import org.bankfeed.journal.internal.notice.FeedConfiguration;
import org.bankfeed.journal.internal.notice.Feeds;
import org.bankfeed.journal.internal.notice.NoticeBoard;
import org.bankfeed.journal.internal.notice.Sentences;
import org.bankfeed.journal.internal.notice.Standing;
import org.bankfeed.journal.internal.notice.Windows;
import org.bankfeed.journal.internal.reading.OrderedSynchronization;
import org.bankfeed.journal.internal.reading.Ordering;
import org.bankfeed.journal.internal.reading.Synchronization;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.CompanyTurn;
import org.bankfeed.journal.internal.table.ConnectionTable;
import org.bankfeed.journal.internal.table.LineTable;
import org.bankfeed.journal.internal.table.LinkRow;
import org.bankfeed.journal.internal.table.LogEntering;
import org.bankfeed.journal.internal.table.LogTable;
import org.bankfeed.journal.internal.table.PendingTable;
import org.bankfeed.journal.internal.table.ReadingRow;
import org.bankfeed.journal.internal.table.ReadingTable;
import org.bankfeed.journal.internal.table.Transactions;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.store.Vault;
import org.bankfeed.value.Money;
import org.bankfeed.value.Page;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The journal, kept in the store. Checks the caller's role, then leaves the work to who knows it. */
@Component(service = {BankJournal.class, StoreBankJournal.class})
public final class StoreBankJournal implements BankJournal {

    static final List<Migration> SCHEMA = List.of(
            Migration.of(StoreBankJournal.class, "V1__connections_accounts_lines_and_log.sql"),
            Migration.of(StoreBankJournal.class, "V2__entered_accounts_and_movements_by_day.sql"),
            Migration.of(StoreBankJournal.class, "V3__maintenance_and_reconnects.sql"),
            Migration.of(StoreBankJournal.class, "V4__webhooks_refusals_and_doubts.sql"),
            Migration.of(StoreBankJournal.class, "V5__readings_and_states.sql"),
            Migration.of(StoreBankJournal.class, "V6__synchronizations_of_webhooks.sql"),
            Migration.of(StoreBankJournal.class, "V7__webhooks_that_told_of_more.sql"),
            Migration.of(StoreBankJournal.class, "V8__changes_of_ordered_synchronizations.sql"),
            Migration.of(StoreBankJournal.class, "V9__owed_endings_faults_and_credentials.sql"),
            Migration.of(StoreBankJournal.class, "V10__internal_references.sql"),
            Migration.of(StoreBankJournal.class, "V11__settled_amounts.sql"),
            Migration.of(StoreBankJournal.class, "V12__unreadable_accounts.sql"),
            Migration.of(StoreBankJournal.class, "V13__search_by_end_to_end_id.sql"));

    private static final int MOST_LINES = 500;
    private static final int MOST_EVENTS = 500;

    private final Stage stage;
    private final Clock clock;
    private final Feeds feeds;
    private final Linking linking;
    private final Ending ending;
    private final ProviderRecords providerRecords;
    private final EnteredAccounts entered;
    private final Synchronization synchronization;
    private final OrderedSynchronization ordered;
    private final Refusals refusals;
    private final Webhooks webhooks;
    private final Doubts doubts;
    private final ChangedAmounts changedAmounts;
    private volatile @Nullable ReadingPlan plan;
    private volatile boolean closed;

    @Activate
    public StoreBankJournal(
            @Reference Store store,
            @Reference Vault vault,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Clock clock) {
        this(store, vault, clock, Pause.SLEEP);
    }

    StoreBankJournal(Store store, Vault vault, @Nullable Clock clock, Pause pause) {
        this.stage = store.stage("journal", SCHEMA);
        this.clock = clock == null ? Clock.systemUTC() : clock;
        this.feeds = new Feeds(this.clock);
        this.refusals = new Refusals(stage, this.clock);
        this.webhooks = new Webhooks(stage, feeds, refusals, this.clock);
        this.doubts = new Doubts(stage, this.clock);
        this.changedAmounts = new ChangedAmounts(stage, this.clock);
        this.linking = new Linking(stage, vault, feeds, refusals, this.clock);
        this.ending = new Ending(stage, vault, feeds, this.clock);
        this.providerRecords = new ProviderRecords(stage, vault, linking, this.clock);
        this.entered = new EnteredAccounts(stage, this.clock);
        this.synchronization = new Synchronization(stage, vault, feeds, ending, this.clock, () -> closed);
        this.ordered = new OrderedSynchronization(
                new Ordering.Means(stage, vault, feeds, this.clock, pause, () -> closed), synchronization);
    }

    /** A feed has come. */
    @Reference(
            service = BankFeed.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindFeed(BankFeed feed, Map<String, ?> properties) {
        Object name = properties.get(BankFeed.NAME);
        feeds.add(name == null ? feed.name() : name.toString(), feed, FeedConfiguration.of(properties));
    }

    /** A feed has gone; what runs through it fails and goes on when it is back. */
    public void unbindFeed(BankFeed feed) {
        feeds.remove(feed);
    }

    /** The plan of the readings is there; without one, nothing is read by itself. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void bindPlan(ReadingPlan configured) {
        plan = configured;
    }

    /** The plan has gone, or another one has come. */
    public void unbindPlan(ReadingPlan gone) {
        if (plan == gone) {
            plan = null;
        }
    }

    /** Running synchronizations end after the page that they are at. */
    @Deactivate
    public void close() {
        closed = true;
        refusals.write();
    }

    @Override
    public Set<CompanyId> companies() {
        return stage.inTransaction(CompanyTurn::linked);
    }

    @Override
    public List<String> feeds() {
        return feeds.names();
    }

    @Override
    public Optional<String> feedFault(String feed) {
        return feeds.fault(feed).map(fault -> feeds.said(feed, fault).stream()
                .map(sentence -> sentence.in(Locale.ENGLISH))
                .collect(Collectors.joining(" ")));
    }

    @Override
    public ConnectStep connect(
            Caller caller, String feed, URI redirectUri, Locale language, @Nullable OnboardingDetails newcomer)
            throws JournalException {
        caller.require("connect a bank", Role.ADMINISTRATOR);
        return linking.connect(caller, feed, redirectUri, language, newcomer);
    }

    @Override
    public Connection returned(Caller caller, ConnectReturn query) throws JournalException {
        caller.require("connect a bank", Role.ADMINISTRATOR);
        return linking.returned(caller, query);
    }

    @Override
    public Connection disconnect(Caller caller, ConnectionId connection) throws JournalException {
        caller.require("disconnect a bank", Role.ADMINISTRATOR);
        return ending.end(caller, connection);
    }

    @Override
    public ProviderRecord providerRecord(Caller caller, ConnectionId connection, YearMonth month)
            throws JournalException {
        caller.require("see what the provider keeps", Role.ADMINISTRATOR);
        return providerRecords.of(caller.company(), connection, month);
    }

    @Override
    public List<Connection> connections(Caller caller) {
        caller.require("see the bank connections", Role.VIEWER);
        return stage.inTransaction(unit -> ConnectionTable.all(unit, caller.company())).stream()
                .map(LinkRow::connection)
                .toList();
    }

    @Override
    public Optional<ReconnectReceipt> lastReconnect(Caller caller, ConnectionId connection) {
        caller.require("see the bank connections", Role.VIEWER);
        return stage.inTransaction(unit -> Reconnects.last(unit, caller.company(), connection.value()));
    }

    @Override
    public List<Account> accounts(Caller caller) {
        caller.require("see the bank accounts", Role.VIEWER);
        Collator alphabet = Collator.getInstance(Locale.ROOT);
        return stage.inTransaction(unit -> AccountTable.all(unit, caller.company())).stream()
                .map(AccountRow::account)
                .sorted(Comparator.comparing(Account::label, alphabet)
                        .thenComparing(account -> account.reference().value())
                        .thenComparing(account -> account.currency().getCurrencyCode()))
                .toList();
    }

    @Override
    public Account configure(Caller caller, AccountId account, AccountSettings settings) throws JournalException {
        caller.require("change the settings of a bank account", Role.ADMINISTRATOR);
        return stage.inTransaction(unit -> configure(unit, caller, account, settings));
    }

    private Account configure(UnitOfWork unit, Caller caller, AccountId account, AccountSettings settings)
            throws JournalException {
        CompanyId company = caller.company();
        String id = account.value();
        if (AccountTable.find(unit, company, id).isEmpty()) {
            throw Linking.noAccount(account);
        }
        CompanyTurn.take(unit, company);
        AccountRow before = AccountTable.find(unit, company, id).orElseThrow();
        AccountTable.configure(unit, company, id, settings);
        if (!settings.active()) {
            PendingTable.removeOfAccount(unit, company, id);
        } else if (before.account().loaded()) {
            AccountTable.entryDue(unit, company, id);
            LogEntering.enter(unit, company, clock.instant());
        }
        unit.audit(caller, "configure", id, Sentences.settings(settings));
        return AccountTable.find(unit, company, id).orElseThrow().account();
    }

    @Override
    public Account enter(Caller caller, NewAccount account) throws JournalException {
        caller.require("enter a bank account", Role.ADMINISTRATOR);
        return entered.enter(caller, account);
    }

    @Override
    public Account rename(Caller caller, AccountId account, String label) throws JournalException {
        caller.require("change the settings of a bank account", Role.ADMINISTRATOR);
        return entered.rename(caller, account, label);
    }

    @Override
    public void showInFull(Caller caller, String what) {
        caller.require("see whole account numbers", Role.BOOKKEEPER, Role.ADMINISTRATOR);
        Transactions.run(stage, unit -> {
            unit.audit(caller, "show in full", "account numbers", "Had whole account numbers shown: " + what + ".");
        });
    }

    @Override
    public void remove(Caller caller, AccountId account) throws JournalException {
        caller.require("remove a bank account", Role.ADMINISTRATOR);
        entered.remove(caller, account);
    }

    @Override
    public List<DayBalance> balances(Caller caller, AccountId account, LocalDate from, LocalDate to)
            throws JournalException {
        caller.require("see the balances of a bank account", Role.VIEWER);
        if (to.isBefore(from)) {
            throw new IllegalArgumentException("the last day, " + to + ", is before the first, " + from);
        }
        return stage.inTransaction(unit -> {
            AccountRow row = AccountTable.find(unit, caller.company(), account.value())
                    .orElseThrow(() -> Linking.noAccount(account));
            return BalanceReckoning.between(unit, caller.company(), row, from, to);
        });
    }

    @Override
    public URI renew(Caller caller, AccountId account, URI back) throws JournalException {
        caller.require("renew a consent", Role.ADMINISTRATOR, Role.BOOKKEEPER);
        return linking.renew(caller, account, back);
    }

    @Override
    public SyncReceipt synchronize(Caller caller) {
        caller.require("read the banks", Role.BOOKKEEPER, Role.ADMINISTRATOR, Role.JOB);
        return synchronization.run(caller);
    }

    @Override
    public SyncReceipt synchronizeNow(
            Caller caller, Set<AccountId> accounts, InetAddress person, Consumer<SyncProgress> progress)
            throws JournalException {
        caller.require("have the banks asked", Role.BOOKKEEPER, Role.ADMINISTRATOR);
        return ordered.run(caller, accounts, person, progress);
    }

    /**
     * Reads for the schedule while nobody else does.
     *
     * @throws org.bankfeed.store.StoreException.TakenOver if another node took the lease over
     */
    SyncReceipt synchronize(Caller job, Lease lease) {
        job.require("read the banks", Role.JOB);
        return synchronization.run(job, lease);
    }

    @Override
    public Optional<Instant> nextReading(Caller caller) {
        caller.require("see when the banks are read", Role.VIEWER);
        ReadingPlan known = plan;
        if (known == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        return stage.inTransaction(unit -> ReadingTable.find(unit, caller.company()))
                .flatMap(known::next)
                .map(moment -> moment.isBefore(now) ? now : moment);
    }

    /** The companies whose turn to be read has come. */
    List<CompanyId> due(ReadingPlan by) {
        Instant now = clock.instant();
        return stage.inTransaction(ReadingTable::all).stream()
                .filter(row -> by.isDue(row, now))
                .map(ReadingRow::company)
                .toList();
    }

    /** Whether a company's turn has come still. */
    boolean isDue(ReadingPlan by, CompanyId company) {
        return stage.inTransaction(unit -> ReadingTable.find(unit, company))
                .filter(row -> by.isDue(row, clock.instant()))
                .isPresent();
    }

    @Override
    public List<DoubtfulLine> saidNew(Caller caller) {
        caller.require("see bank transactions", Role.VIEWER);
        return doubts.saidNew(caller.company());
    }

    @Override
    public void decideAll(Caller caller, AccountId account, DoubtfulLine.Decision decision, int seen)
            throws JournalException {
        caller.require("decide a doubtful line", Role.BOOKKEEPER);
        doubts.all(caller, account, decision, seen);
    }

    @Override
    public List<ChangedAmount> changedAmounts(Caller caller) {
        caller.require("see changed amounts", Role.VIEWER);
        return changedAmounts.all(caller.company());
    }

    @Override
    public void settleAmount(Caller caller, TransactionId line, Money told) throws JournalException {
        caller.require("settle a changed amount", Role.BOOKKEEPER);
        changedAmounts.settle(caller, line, told);
    }

    @Override
    public void reopenAmount(Caller caller, TransactionId line) throws JournalException {
        caller.require("settle a changed amount", Role.BOOKKEEPER);
        changedAmounts.reopen(caller, line);
    }

    @Override
    public Page<BankTransaction> transactions(Caller caller, TransactionQuery query) {
        caller.require("see bank transactions", Role.VIEWER);
        return stage.inTransaction(unit -> TransactionListing.page(unit, caller.company(), query));
    }

    @Override
    public Optional<BankTransaction> transaction(Caller caller, TransactionId id) {
        caller.require("see bank transactions", Role.VIEWER);
        return stage.inTransaction(
                unit -> LineTable.find(unit, caller.company(), id.account().value(), id.feedId()));
    }

    @Override
    public List<BankTransaction> transactions(Caller caller, Collection<TransactionId> ids) {
        caller.require("see bank transactions", Role.VIEWER);
        if (ids.size() > MOST_LINES) {
            throw new IllegalArgumentException(
                    ids.size() + " lines are asked for at once, and " + MOST_LINES + " are the most");
        }
        return stage.inTransaction(unit -> LineTable.find(unit, caller.company(), ids));
    }

    @Override
    public List<BankTransaction> pending(Caller caller) {
        caller.require("see bank transactions", Role.VIEWER);
        return stage.inTransaction(unit -> PendingTable.all(unit, caller.company()));
    }

    @Override
    public List<Notice> notices(Caller caller) {
        caller.require("see notices", Role.VIEWER);
        return stage.inTransaction(
                unit -> NoticeBoard.of(Standing.of(unit, caller.company(), clock.instant(), feeds, windows())));
    }

    /** The provider's windows as configured; those known of Ponto where nothing is read by itself. */
    private Windows windows() {
        ReadingPlan known = plan;
        return known == null || known.windows().starts().isEmpty() ? Windows.PONTO : known.windows();
    }

    @Override
    public List<JournalEntry> log(Caller caller, long after, int limit) {
        caller.require("read the journal's log", Role.VIEWER, Role.JOB);
        if (limit < 1 || limit > 1000) {
            throw new IllegalArgumentException("limit " + limit + " is not between 1 and 1000");
        }
        return stage.inTransaction(unit -> LogTable.read(unit, caller.company(), after, limit));
    }

    @Override
    public Connection accept(Caller caller, ConnectionId connection) throws JournalException {
        caller.require("accept another organization", Role.ADMINISTRATOR);
        return linking.accept(caller, connection);
    }

    @Override
    public void receive(String feed, Map<String, List<String>> headers, byte[] body)
            throws FeedEventRefusedException, JournalException {
        webhooks.receive(feed, headers, body);
    }

    @Override
    public void refused(String feed, Sentence why) {
        refusals.webhook(why);
    }

    @Override
    public List<ReceivedEvent> events(Caller caller, int limit) {
        caller.require("see the webhooks", Role.VIEWER);
        if (limit < 1 || limit > MOST_EVENTS) {
            throw new IllegalArgumentException("limit " + limit + " is not between 1 and " + MOST_EVENTS);
        }
        return webhooks.newest(caller.company(), limit);
    }

    @Override
    public List<Refusal> refusals(Caller caller) {
        caller.require("see what was refused", Role.VIEWER);
        return refusals.of(caller.company());
    }

    /** Writes what was only counted in memory, and forgets what is past its time. Quick; for each look of a schedule. */
    void tidy() {
        refusals.write();
        webhooks.forget();
    }

    @Override
    public List<DoubtfulLine> doubts(Caller caller) {
        caller.require("see doubtful lines", Role.VIEWER);
        return doubts.waiting(caller.company());
    }

    @Override
    public void isNew(Caller caller, TransactionId doubtful) throws JournalException {
        caller.require("say what a doubtful line is", Role.BOOKKEEPER);
        doubts.isNew(caller, doubtful);
    }

    @Override
    public void isSame(Caller caller, TransactionId doubtful, TransactionId known) throws JournalException {
        caller.require("say what a doubtful line is", Role.BOOKKEEPER);
        doubts.isSame(caller, doubtful, known);
    }
}
