package org.bankfeed.simulator.internal.bank;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bankfeed.history.History;
import org.bankfeed.history.HistoryAccount;
import org.bankfeed.history.HistoryDay;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.simulator.SimulatorOptions.Clocks;
import org.bankfeed.simulator.SimulatorOptions.Synchronizations;
import org.bankfeed.simulator.internal.bank.BankAccount.Arrival;
import org.bankfeed.simulator.internal.bank.Synchronization.Status;
import org.bankfeed.simulator.internal.bank.Synchronization.Subtype;
import org.bankfeed.simulator.internal.state.StateFile;

/**
 * All accounts of the one organization, and Ponto's synchronizations of them. Nothing runs by itself: what was due is
 * made good at the next question. Safe for use by many threads.
 */
public final class Bank {

    private static final String SECTION = "accounts";
    private static final int REMEMBERED = 5000;

    private final Organization organization;
    private final Clock clock;
    private final Clock realClock;
    private final Synchronizations timing;
    private final StateFile stateFile;
    private final Institutions institutions = new Institutions();
    private final Map<String, BankAccount> accounts = new LinkedHashMap<>();
    private final Map<String, Synchronization> synchronizations = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Synchronization> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Map<String, Instant> underWay = new LinkedHashMap<>();
    private final Map<String, Instant> lastAsked = new HashMap<>();

    /** The same was asked for a moment ago. */
    public static final class RecentlySynchronizedException extends Exception {
        private static final long serialVersionUID = 1L;

        RecentlySynchronizedException() {
            super(null, null, false, false);
        }
    }

    /**
     * A bank with the accounts and lines of {@code history}.
     *
     * @param tellsPending whether the lines of the next days show as pending
     * @throws IOException if the state is damaged
     */
    public Bank(
            Organization organization,
            History history,
            boolean tellsPending,
            Clocks clocks,
            Synchronizations timing,
            StateFile stateFile)
            throws IOException {
        this.organization = organization;
        this.clock = clocks.world();
        this.realClock = clocks.real();
        this.timing = timing;
        this.stateFile = stateFile;
        Map<String, List<Arrival>> arrivals = arrivals(history);
        for (HistoryAccount each : history.accounts()) {
            BankAccount account = new BankAccount(
                    each,
                    institutions.of(each),
                    organization.name(),
                    arrivals.getOrDefault(key(each.reference(), each.currency()), List.of()),
                    tellsPending);
            accounts.put(account.id(), account);
        }
        restore();
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

    public Organization organization() {
        return organization;
    }

    public Collection<Institution> institutions() {
        return institutions.all();
    }

    /** The moment in the simulated world. */
    public Instant now() {
        return clock.instant();
    }

    // ---- accounts

    public synchronized List<AccountView> accounts() {
        settle();
        return accounts.values().stream().map(BankAccount::view).toList();
    }

    public synchronized Optional<AccountView> account(String id) {
        settle();
        return Optional.ofNullable(accounts.get(id)).map(BankAccount::view);
    }

    /** The holder gave his authorization at the bank: for half a year from now, and Ponto looks at once. */
    public synchronized void authorize(Collection<String> ids) {
        Instant now = clock.instant();
        settle();
        for (String id : ids) {
            BankAccount account = accounts.get(id);
            if (account != null) {
                account.authorize(now);
                run(account, now);
            }
        }
        save();
    }

    /** Authorizes what nobody has authorized yet, as the owner of a custom integration did in his dashboard. */
    public synchronized void authorizeTheRest() {
        List<String> rest = accounts.values().stream()
                .filter(account -> !account.isLinked())
                .map(BankAccount::id)
                .toList();
        if (!rest.isEmpty()) {
            authorize(rest);
        }
    }

    // ---- lines

    public synchronized Page<BankLine> lines(String account, Page.Wish wish) {
        settle();
        return known(account).shown().page(wish);
    }

    public synchronized Optional<BankLine> line(String account, String id) {
        settle();
        return known(account).shown().find(id);
    }

    public synchronized Page<BankLine> pendingLines(String account, Page.Wish wish) {
        settle();
        return known(account).pending().page(wish);
    }

    public synchronized Optional<BankLine> pendingLine(String account, String id) {
        settle();
        return known(account).pending().find(id);
    }

    // ---- the bank's side, as the sandbox shows it

    public synchronized List<BankLine> linesAtBank(String account) {
        settle();
        return known(account).linesAtBank(clock.instant());
    }

    public synchronized Optional<BankLine> lineAtBank(String account, String id) {
        settle();
        return known(account).atBank(id, clock.instant());
    }

    public synchronized void enter(String account, BankLine line) {
        known(account).enter(line);
        save();
    }

    public synchronized void change(String account, String line, Map<String, String> texts) {
        known(account).change(line, texts);
        save();
    }

    // ---- synchronizations

    /**
     * Starts a synchronization that the user asked for.
     *
     * @throws RecentlySynchronizedException if the same was asked for within the window
     */
    public synchronized Synchronization synchronize(String account, Subtype subtype)
            throws RecentlySynchronizedException {
        settle();
        Instant now = clock.instant();
        String key = account + subtype;
        Instant before = lastAsked.get(key);
        if (before != null
                && !before.isAfter(now)
                && Duration.between(before, now).compareTo(timing.window()) < 0) {
            throw new RecentlySynchronizedException();
        }
        lastAsked.put(key, now);
        Synchronization begun = begin(known(account), subtype, now);
        underWay.put(begun.id(), realClock.instant());
        return begun;
    }

    public synchronized Optional<Synchronization> synchronization(String id) {
        settle();
        return Optional.ofNullable(synchronizations.get(id));
    }

    /** Makes good what was due: the user's synchronizations whose time is over, and Ponto's own. */
    private void settle() {
        Instant now = clock.instant();
        for (BankAccount account : accounts.values()) {
            boolean handwork = account.hasHandwork();
            List<Instant> due = account.dueRuns(now);
            due.forEach(at -> run(account, at));
            if (handwork && !due.isEmpty()) {
                save();
            }
        }
        if (!underWay.isEmpty()) {
            List.copyOf(underWay.keySet()).forEach(id -> advance(id, now));
        }
    }

    private void advance(String id, Instant now) {
        Synchronization current = synchronizations.get(id);
        Instant started = underWay.get(id);
        if (current == null || started == null) {
            underWay.remove(id);
            return;
        }
        Duration passed = Duration.between(started, realClock.instant());
        if (passed.compareTo(timing.time()) >= 0) {
            underWay.remove(id);
            finish(current, known(current.accountId()), now);
            save();
        } else if (passed.multipliedBy(3).compareTo(timing.time()) >= 0) {
            synchronizations.put(id, current.now(Status.RUNNING, now));
        }
    }

    private void run(BankAccount account, Instant at) {
        finish(begin(account, Subtype.ACCOUNT_DETAILS, at), account, at);
        finish(begin(account, Subtype.TRANSACTIONS_WITH_UNSETTLED, at), account, at);
    }

    private Synchronization begin(BankAccount account, Subtype subtype, Instant at) {
        Synchronization begun = Synchronization.begun(UUID.randomUUID().toString(), account.id(), subtype, at);
        synchronizations.put(begun.id(), begun);
        return begun;
    }

    private void finish(Synchronization begun, BankAccount account, Instant at) {
        synchronizations.put(begun.id(), account.ask(begun, at));
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
        accounts.forEach((id, account) -> states.put(id, account.state()));
        stateFile.write(SECTION, new SavedAccounts(states));
    }

    private void restore() throws IOException {
        Optional<SavedAccounts> saved = stateFile.read(SECTION, SavedAccounts.class);
        if (saved.isEmpty()) {
            return;
        }
        saved.get().byId().forEach((id, state) -> {
            BankAccount account = accounts.get(id);
            if (account != null) {
                account.restore(state);
                remember(state);
            }
        });
    }

    private void remember(AccountState state) {
        for (Synchronization last : new Synchronization[] {state.lastDetails(), state.lastTransactions()}) {
            if (last != null) {
                synchronizations.put(last.id(), last);
            }
        }
    }
}
