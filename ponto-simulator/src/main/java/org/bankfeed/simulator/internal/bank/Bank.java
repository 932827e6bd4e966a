package org.bankfeed.simulator.internal.bank;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryAccount;
import org.bankfeed.history.HistoryDay;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.simulator.SimulatorOptions.Clocks;
import org.bankfeed.simulator.SimulatorOptions.Synchronizations;
import org.bankfeed.simulator.internal.bank.AccountLines.Arrival;
import org.bankfeed.simulator.internal.bank.Synchronization.Subtype;
import org.bankfeed.simulator.internal.state.StateFile;
import org.jspecify.annotations.Nullable;

/**
 * All accounts of the organizations, and Ponto's synchronizations of them. Nothing runs by itself: what was due is
 * made good at the next question. Safe for use by many threads.
 */
public final class Bank {

    private static final String SECTION = "accounts";

    private final List<Organization> organizations;
    private final Clock clock;
    private final Clock realClock;
    private final Synchronizer synchronizer;
    private final StateFile stateFile;
    private final Institutions institutions = new Institutions();
    private final Map<String, BankAccount> accounts = new LinkedHashMap<>();
    private final Map<String, Maintenance> maintenance = new HashMap<>();
    private Consumer<Event> events = event -> {};
    private Agenda agenda = Agenda.EMPTY;
    private final Map<String, String> origins = new HashMap<>();
    private final Map<String, Instant> failing = new HashMap<>();
    private final Set<String> blocked = new HashSet<>();
    private final Set<String> incomplete = new HashSet<>();
    private @Nullable Instant moment;
    private boolean newIdsAtNextLinking;

    /** The same was asked for a moment ago. */
    public static final class RecentlySynchronizedException extends Exception {
        private static final long serialVersionUID = 1L;

        RecentlySynchronizedException() {
            super(null, null, false, false);
        }
    }

    /** An organization and what its banks book. */
    public record Company(Organization organization, History history) {}

    /**
     * Banks with the accounts and lines of some companies.
     *
     * @param companies at least one; the first is the one that is meant where none is named
     * @param tellsPending whether the lines of the next days show as pending
     * @throws IOException if the state is damaged
     */
    public Bank(
            List<Company> companies, boolean tellsPending, Clocks clocks, Synchronizations timing, StateFile stateFile)
            throws IOException {
        this.organizations = companies.stream().map(Company::organization).toList();
        this.clock = clocks.world();
        this.realClock = clocks.real();
        this.synchronizer = new Synchronizer(timing, event -> events.accept(event));
        this.stateFile = stateFile;
        companies.forEach(company -> open(company, tellsPending));
        restore();
    }

    private void open(Company company, boolean tellsPending) {
        Map<String, List<Arrival>> arrivals = arrivals(company.history());
        for (HistoryAccount each : company.history().accounts()) {
            BankAccount account = new BankAccount(
                    each,
                    institutions.of(each),
                    company.organization(),
                    company.organization().equals(organization()),
                    arrivals.getOrDefault(key(each.reference(), each.currency()), List.of()),
                    tellsPending);
            accounts.put(account.id(), account);
        }
    }

    private static Map<String, List<Arrival>> arrivals(History history) {
        Map<String, List<Arrival>> arrivals = new HashMap<>();
        for (HistoryDay day : history.days()) {
            int ordinal = 0;
            for (HistoryTransaction line : day.transactions()) {
                BankLine noted = BankLine.of(line, BankAccount.notedAt(day.date(), ordinal++));
                arrivals.computeIfAbsent(key(line.account(), line.currency()), account -> new ArrayList<>())
                        .add(new Arrival(day.date(), noted));
            }
        }
        return arrivals;
    }

    private static String key(String reference, String currency) {
        return reference + " " + currency;
    }

    /** The first one. */
    public Organization organization() {
        return organizations.get(0);
    }

    public List<Organization> organizations() {
        return organizations;
    }

    public Optional<Organization> organization(String id) {
        return organizations.stream().filter(known -> known.id().equals(id)).findFirst();
    }

    /** All known ones, and those that replaced one of them. */
    public synchronized Collection<Institution> institutions() {
        Set<Institution> all = new LinkedHashSet<>(institutions.all());
        accounts.values().forEach(account -> all.add(account.institution()));
        return List.copyOf(all);
    }

    /** Who is told what happens; called with the bank's lock held. */
    public synchronized void tell(Consumer<Event> listener) {
        events = listener;
    }

    /** What happens by itself from now on. */
    public synchronized void follow(Agenda next) {
        agenda = next;
    }

    /** The moment in the simulated world: that of what happens now, or the clock's. */
    public synchronized Instant now() {
        return moment == null ? clock.instant() : moment;
    }

    // ---- accounts

    public synchronized List<AccountView> accounts() {
        settle();
        return accounts.values().stream().map(this::view).toList();
    }

    public synchronized Optional<AccountView> account(String id) {
        settle();
        return Optional.ofNullable(accounts.get(id)).map(this::view);
    }

    private AccountView view(BankAccount account) {
        return account.view(maintenanceOf(account, now()).orElse(null));
    }

    private Optional<Maintenance> maintenanceOf(BankAccount account, Instant at) {
        return maintenance(account.institution().id()).filter(known -> known.covers(at));
    }

    /** The holder gave his authorization at the bank: for half a year from now, and Ponto looks at once. */
    public synchronized void authorize(Collection<String> ids) {
        Instant now = now();
        settle();
        for (String id : ids) {
            BankAccount account = accounts.get(id);
            if (account != null) {
                boolean again = account.isLinked();
                account.authorize(now);
                if (again) {
                    events.accept(Event.ofAccount("account.reauthorized", account.organization(), id));
                }
                endThoseReplacedBy(account, now);
                run(account, now);
            }
        }
        save();
    }

    private void endThoseReplacedBy(BankAccount account, Instant now) {
        accounts.values().stream()
                .filter(other -> other.isDeprecated() && other.isSameAs(account) && !account.isDeprecated())
                .forEach(other -> other.lapse(now));
    }

    /** Authorizes what nobody has authorized yet, as the owner of a custom integration did in his dashboard. */
    public synchronized void authorizeTheRest(Organization owner) {
        List<String> rest = accounts.values().stream()
                .filter(account -> account.organization().equals(owner.id()) && !account.isLinked())
                .map(BankAccount::id)
                .toList();
        if (!rest.isEmpty()) {
            authorize(rest);
        }
    }

    // ---- lines

    public synchronized Page<BankLine> lines(String account, Page.Wish wish) {
        settle();
        return known(account).lines().shown().page(wish);
    }

    public synchronized Optional<BankLine> line(String account, String id) {
        settle();
        return known(account).lines().shown().find(id);
    }

    public synchronized Page<BankLine> pendingLines(String account, Page.Wish wish) {
        settle();
        return known(account).lines().pending().page(wish);
    }

    public synchronized Optional<BankLine> pendingLine(String account, String id) {
        settle();
        return known(account).lines().pending().find(id);
    }

    // ---- the bank's side, as the sandbox shows it

    public synchronized List<BankLine> linesAtBank(String account) {
        settle();
        return known(account).lines().linesAtBank(now());
    }

    public synchronized Optional<BankLine> lineAtBank(String account, String id) {
        settle();
        return known(account).lines().atBank(id, now());
    }

    public synchronized void enter(String account, BankLine line) {
        known(account).lines().enter(line);
        save();
    }

    public synchronized void change(String account, String line, Map<String, String> texts) {
        known(account).lines().change(line, texts);
        save();
    }

    // ---- what goes wrong

    /** Everything that was due until now has happened when this returns. */
    public synchronized void settleNow() {
        settle();
    }

    /** Ponto asks the bank now, without anybody's wish. */
    public synchronized void runNow(String account) {
        settle();
        run(known(account), now());
        save();
    }

    public synchronized void lapse(String account) {
        settle();
        known(account).lapse(now());
        save();
    }

    public synchronized Optional<Maintenance> maintenance(String institution) {
        return Optional.ofNullable(maintenance.get(institution));
    }

    public synchronized void maintain(String institution, Maintenance work) {
        settle();
        maintenance.put(institution, work);
    }

    public synchronized boolean isBlocked(String organization) {
        return blocked.contains(organization);
    }

    /** Ponto blocks an organization, or lets it go on. */
    public synchronized void block(String organization, boolean block) {
        settle();
        boolean changed = block ? blocked.add(organization) : blocked.remove(organization);
        if (changed) {
            events.accept(
                    Event.ofOrganization(block ? "organization.blocked" : "organization.unblocked", organization));
        }
    }

    /** Whether an organization has given Ponto all that it must. */
    public synchronized boolean isOnboarded(String organization) {
        return !incomplete.contains(organization);
    }

    public synchronized void onboard(String organization, boolean complete) {
        settle();
        if (complete) {
            incomplete.remove(organization);
        } else {
            incomplete.add(organization);
        }
    }

    /** The bank's machines fail until then: synchronizations end in an error that is nobody's consent. */
    public synchronized void fail(String institution, Instant until) {
        settle();
        failing.put(institution, until);
    }

    private boolean isFailing(BankAccount account, Instant at) {
        return at.isBefore(failing.getOrDefault(account.institution().id(), Instant.MIN));
    }

    public synchronized boolean newIdsAtNextLinking() {
        return newIdsAtNextLinking;
    }

    public synchronized void giveNewIdsAtNextLinking() {
        newIdsAtNextLinking = true;
    }

    /** The accounts are about to be linked: gives the ids that they will have. */
    public synchronized List<String> linking(Collection<String> ids) {
        settle();
        if (!newIdsAtNextLinking) {
            return List.copyOf(ids);
        }
        newIdsAtNextLinking = false;
        List<String> linked = ids.stream().map(this::reissue).toList();
        save();
        return linked;
    }

    private String reissue(String id) {
        BankAccount old = known(id);
        if (!old.isLinked()) {
            return id;
        }
        BankAccount next = old.reissued();
        noteOrigins(next);
        replace(id, next);
        return next.id();
    }

    private void noteOrigins(BankAccount account) {
        account.lines().all().forEach(line -> origins.put(line.id(), line.origin()));
    }

    private void replace(String id, BankAccount next) {
        List<BankAccount> all = new ArrayList<>(accounts.values());
        accounts.clear();
        for (BankAccount account : all) {
            BankAccount kept = account.id().equals(id) ? next : account;
            accounts.put(kept.id(), kept);
        }
    }

    /** Ponto has another connection to this account's bank; gives the account's id over there. */
    public synchronized String deprecate(String id) {
        settle();
        BankAccount account = known(id);
        BankAccount next = account.replacement();
        noteOrigins(next);
        account.deprecate();
        accounts.putIfAbsent(next.id(), next);
        save();
        return next.id();
    }

    /**
     * What the banks have told, over whatever ids: of each account the lines of its present connection, and those that
     * only a replaced one has told yet, because its consent was renewed and that of its replacement has lapsed.
     */
    public synchronized Map<AccountView, List<BankLine>> booked() {
        settle();
        Map<AccountView, List<BankLine>> booked = new LinkedHashMap<>();
        for (BankAccount account : accounts.values()) {
            List<BankAccount> same = accounts.values().stream()
                    .filter(other -> other != account && other.isSameAs(account) && other.isLinked())
                    .toList();
            boolean replaced = account.isDeprecated() && same.stream().anyMatch(other -> !other.isDeprecated());
            if (account.isLinked() && !replaced) {
                booked.put(view(account), toldByAny(account, same));
            }
        }
        return booked;
    }

    private static List<BankLine> toldByAny(BankAccount account, List<BankAccount> same) {
        Map<String, BankLine> byOrigin = new LinkedHashMap<>();
        account.lines().shown().oldestFirst().forEach(line -> byOrigin.put(line.origin(), line));
        same.forEach(other ->
                other.lines().shown().oldestFirst().forEach(line -> byOrigin.putIfAbsent(line.origin(), line)));
        return List.copyOf(byOrigin.values());
    }

    // ---- synchronizations

    /** The account's bank cannot be asked now. */
    public static final class ReadOnlyException extends Exception {
        private static final long serialVersionUID = 1L;

        ReadOnlyException() {
            super(null, null, false, false);
        }
    }

    /**
     * Starts a synchronization that the user asked for.
     *
     * @throws RecentlySynchronizedException if the same was asked for within the window
     * @throws ReadOnlyException while the bank is under maintenance
     */
    public synchronized Synchronization synchronize(String account, Subtype subtype)
            throws RecentlySynchronizedException, ReadOnlyException {
        settle();
        if (maintenanceOf(known(account), now()).isPresent()) {
            throw new ReadOnlyException();
        }
        if (synchronizer.isTooEarly(known(account), subtype, now())) {
            throw new RecentlySynchronizedException();
        }
        return synchronizer.start(known(account), subtype, now(), realClock.instant());
    }

    public synchronized Optional<Synchronization> synchronization(String id) {
        settle();
        return synchronizer.find(id);
    }

    /** Makes good what was due: the user's synchronizations whose time is over, and Ponto's own. */
    private void settle() {
        if (moment != null) {
            return; // what happens now asks in its turn
        }
        Instant until = clock.instant();
        try {
            Optional<Agenda.Due> due = agenda.next(until);
            while (due.isPresent()) {
                moment = due.get().at();
                settleRuns(moment);
                due.get().act().run();
                due = agenda.next(until);
            }
        } finally {
            moment = null;
        }
        settleRuns(until);
    }

    private void settleRuns(Instant now) {
        for (BankAccount account : accounts.values()) {
            boolean handwork = account.lines().hasHandwork();
            List<Instant> due = account.dueRuns(now);
            due.stream().filter(at -> maintenanceOf(account, at).isEmpty()).forEach(at -> run(account, at));
            if (handwork && !due.isEmpty()) {
                save();
            }
        }
        synchronizer.underWay().forEach(current -> advance(current, now));
    }

    private void advance(Synchronization current, Instant now) {
        BankAccount account = accounts.get(current.accountId());
        if (account == null) {
            synchronizer.drop(current);
        } else if (synchronizer.advance(current, account, now, realClock.instant(), isFailing(account, now))) {
            save();
        }
    }

    private void run(BankAccount account, Instant at) {
        synchronizer.run(account, at, isFailing(account, at));
    }

    /** The id under which a line was first told, by any id that it had since; the id itself if nobody knows it. */
    public synchronized String origin(String line) {
        return origins.getOrDefault(line, line);
    }

    private BankAccount known(String id) {
        BankAccount account = accounts.get(id);
        if (account == null) {
            throw new IllegalArgumentException("There is no account " + id);
        }
        return account;
    }

    // ---- restart

    private record SavedAccounts(Map<String, AccountState> byId) {}

    private void save() {
        Map<String, AccountState> states = new LinkedHashMap<>();
        accounts.values().forEach(account -> states.put(account.slot(), account.state()));
        stateFile.write(SECTION, new SavedAccounts(states));
    }

    private void restore() throws IOException {
        Optional<SavedAccounts> saved = stateFile.read(SECTION, SavedAccounts.class);
        if (saved.isEmpty()) {
            return;
        }
        saved.get().byId().forEach((slot, state) -> {
            BankAccount account = accounts.get(slot);
            if (account != null) {
                BankAccount restored = state.generation() > 0 ? account.reissued(state.generation()) : account;
                restored.restore(state);
                replace(slot, restored);
                if (state.deprecated()) {
                    BankAccount replacement = restored.replacement();
                    accounts.put(replacement.id(), replacement); // its own state comes later in the file
                }
                synchronizer.remember(state.lastDetails());
                synchronizer.remember(state.lastTransactions());
            }
        });
    }
}
