package org.bankfeed.simulator.internal.bank;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.bankfeed.history.HistoryAccount;
import org.bankfeed.simulator.internal.bank.AccountState.Changed;
import org.bankfeed.simulator.internal.bank.AccountState.Entered;
import org.jspecify.annotations.Nullable;

/**
 * An account: what its bank has booked, and how much of that Ponto has seen. Not safe for threads; {@link Bank} guards
 * it.
 */
final class BankAccount {

    static final Duration AUTHORIZATION = Duration.ofDays(180);

    private static final BigDecimal CREDIT_LINE = new BigDecimal("2500");
    private static final int DAYS_PENDING = 2;

    private final String id;
    private final String bankId;
    private final String slot;
    private final String slotPlace;
    private final int generation;
    private final HistoryAccount account;
    private final Institution institution;
    private final Organization organization;
    private final List<Arrival> arrivals;
    private final boolean tellsPending;

    private final LineList shown = new LineList();
    private LineList pending = new LineList();
    private int arrivalsShown;
    private BigDecimal balance;

    private @Nullable Instant authorizedAt;
    private @Nullable Instant expiresAt;
    private @Nullable Instant lapsedAt;
    private boolean deprecated;
    private @Nullable BigDecimal balanceTold;
    private @Nullable Instant lastRun;
    private @Nullable Instant linesAt;
    private @Nullable Instant balanceChangedAt;
    private @Nullable Synchronization lastDetails;
    private @Nullable Synchronization lastTransactions;
    private @Nullable Instant detailsAt;

    private final List<Entered> entered = new ArrayList<>();
    private final List<BankLine> waiting = new ArrayList<>();
    private final Map<String, Changed> changed = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> changing = new LinkedHashMap<>();

    /** A line of the history and the day on which the bank has it. */
    record Arrival(LocalDate day, BankLine line) {}

    /** @param first whether the organization is the first; accounts of others have ids of their own */
    BankAccount(
            HistoryAccount account,
            Institution institution,
            Organization organization,
            boolean first,
            List<Arrival> arrivals,
            boolean tellsPending) {
        this(account, institution, organization, arrivals, tellsPending, first ? "" : " of " + organization.id(), 0);
    }

    private BankAccount(
            HistoryAccount account,
            Institution institution,
            Organization organization,
            List<Arrival> arrivals,
            boolean tellsPending,
            String place,
            int generation) {
        String key = account.reference() + " " + account.currency() + place;
        this.slotPlace = place;
        this.slot = id("account", key);
        this.generation = generation;
        this.id = generation == 0 ? slot : id("account", key + "#" + generation);
        this.bankId = id("account at the bank", key);
        this.account = account;
        this.institution = institution;
        this.organization = organization;
        this.arrivals = arrivals;
        this.tellsPending = tellsPending;
        this.balance = account.openingBalance();
    }

    /** This account with new ids of its own and of its lines, as after it was linked anew: not asked for yet. */
    BankAccount reissued() {
        return reissued(generation + 1);
    }

    BankAccount reissued(int next) {
        return successor(institution, place(), next);
    }

    /** This account over another connection to its bank. Nobody has authorized it yet. */
    BankAccount replacement() {
        return successor(institution.replacement(), place() + " replacement", 0);
    }

    private String place() {
        return slotPlace;
    }

    private BankAccount successor(Institution bank, String place, int next) {
        String mark = place + "#" + next;
        List<Arrival> renamed = arrivals.stream()
                .map(arrival -> new Arrival(
                        arrival.day(),
                        arrival.line().as(id("line", arrival.line().origin() + mark))))
                .toList();
        BankAccount successor = new BankAccount(account, bank, organization, renamed, tellsPending, place, next);
        entered.forEach(line ->
                successor.waiting.add(line.line().as(id("line", line.line().origin() + mark))));
        waiting.forEach(line -> successor.waiting.add(line.as(id("line", line.origin() + mark))));
        return successor;
    }

    /** When Ponto noted the {@code ordinal}-th line of a day: never later than anybody can ask for it. */
    static Instant notedAt(LocalDate day, int ordinal) {
        return day.atStartOfDay(Timetable.ZONE).toInstant().plusMillis(ordinal);
    }

    String id() {
        return id;
    }

    String bankId() {
        return bankId;
    }

    /** The id of whose it is. */
    String organization() {
        return organization.id();
    }

    Institution institution() {
        return institution;
    }

    // ---- authorization

    void authorize(Instant now) {
        authorizedAt = now;
        expiresAt = now.plus(AUTHORIZATION);
        lapsedAt = null;
        lastRun = now;
    }

    boolean isLinked() {
        return authorizedAt != null;
    }

    boolean isAuthorized(Instant at) {
        Instant end = authorizationEnd();
        return end != null && at.isBefore(end);
    }

    private @Nullable Instant authorizationEnd() {
        return lapsedAt == null ? expiresAt : lapsedAt;
    }

    /** The bank takes the consent back; what Ponto expects of its end stays as it was. */
    void lapse(Instant now) {
        if (isAuthorized(now)) {
            lapsedAt = now;
        }
    }

    void deprecate() {
        deprecated = true;
    }

    boolean isDeprecated() {
        return deprecated;
    }

    /** What names it in the saved state, whatever its ids. */
    String slot() {
        return slot;
    }

    boolean isSameAs(BankAccount other) {
        return account.equals(other.account) && organization.equals(other.organization);
    }

    /** The runs of Ponto's own that were due until {@code now}: those that can still make a difference, in order. */
    List<Instant> dueRuns(Instant now) {
        Instant until = Timetable.lastRun(now);
        Instant end = authorizationEnd();
        if (lastRun == null || end == null || !until.isAfter(lastRun)) {
            return List.of();
        }
        List<Instant> runs = new ArrayList<>();
        if (!isAuthorized(until)) {
            Instant lastGood = Timetable.lastRun(end.minusMillis(1));
            if (lastGood.isAfter(lastRun)) {
                runs.add(lastGood);
            }
        }
        runs.add(until);
        lastRun = until;
        return runs;
    }

    // ---- synchronization

    /**
     * What asking the bank came to.
     *
     * @param created lines that were not there before
     */
    record Outcome(
            Synchronization synchronization,
            boolean detailsChanged,
            int created,
            int pendingCreated,
            int pendingUpdated) {}

    /**
     * Asks the bank, which answers at {@code at}.
     *
     * @param failing whether the bank's own machines fail
     */
    Outcome ask(Synchronization asked, Instant at, boolean failing) {
        if (!isAuthorized(at)) {
            return failed(asked, Synchronization.Failure.AUTHORIZATION, at);
        }
        if (failing) {
            return failed(asked, Synchronization.Failure.BANK, at);
        }
        Synchronization answered = asked.now(Synchronization.Status.SUCCESS, at);
        if (asked.subtype() == Synchronization.Subtype.ACCOUNT_DETAILS) {
            boolean changed = !balance.equals(balanceTold);
            detailsAt = at;
            balanceTold = balance;
            return new Outcome(kept(answered), changed, 0, 0, 0);
        }
        return askLines(answered, at);
    }

    private Outcome failed(Synchronization asked, Synchronization.Failure failure, Instant at) {
        return new Outcome(kept(asked.failed(failure, at)), false, 0, 0, 0);
    }

    private Outcome askLines(Synchronization answered, Instant at) {
        int before = shown.size();
        List<String> updated = showLines(at);
        LineList pendingBefore = pending;
        List<String> pendingIds =
                answered.subtype() == Synchronization.Subtype.TRANSACTIONS ? List.of() : showPending(at);
        int pendingNew = (int) pendingIds.stream()
                .filter(id -> pendingBefore.find(id).isEmpty())
                .count();
        int gone = answered.subtype() == Synchronization.Subtype.TRANSACTIONS
                ? 0
                : Math.max(0, pendingBefore.size() - (pendingIds.size() - pendingNew));
        return new Outcome(kept(answered.with(updated, pendingIds)), false, shown.size() - before, pendingNew, gone);
    }

    private Synchronization kept(Synchronization ended) {
        if (ended.subtype() == Synchronization.Subtype.ACCOUNT_DETAILS) {
            lastDetails = ended;
        } else {
            lastTransactions = ended;
        }
        return ended;
    }

    private List<String> showLines(Instant at) {
        int before = shown.size();
        showArrivals(day(at));
        for (BankLine line : waiting) {
            BankLine created = line.created(at);
            entered.add(new Entered(shown.size(), created));
            show(created);
        }
        waiting.clear();
        List<String> updated = showChanges(at);
        linesAt = at;
        if (balanceChangedAt == null || shown.size() > before) {
            balanceChangedAt = at;
        }
        return updated;
    }

    private void showArrivals(LocalDate until) {
        while (arrivalsShown < arrivals.size()
                && !arrivals.get(arrivalsShown).day().isAfter(until)) {
            show(arrivals.get(arrivalsShown++).line());
        }
    }

    private void show(BankLine line) {
        shown.add(line);
        if (line.currency().equals(account.currency())) {
            balance = balance.add(line.amount());
        }
    }

    private void replace(BankLine old, BankLine line) {
        shown.replace(line);
        if (line.currency().equals(account.currency())) {
            balance = balance.subtract(old.amount()).add(line.amount());
        }
    }

    private List<String> showChanges(Instant at) {
        List<String> updated = new ArrayList<>();
        changing.forEach((line, texts) -> shown.find(line).ifPresent(old -> {
            replace(old, old.changed(texts, at));
            Map<String, String> all = new LinkedHashMap<>();
            Changed earlier = changed.get(line);
            if (earlier != null) {
                all.putAll(earlier.texts());
            }
            all.putAll(texts);
            changed.put(line, new Changed(all, at));
            updated.add(line);
        }));
        changing.clear();
        return updated;
    }

    private List<String> showPending(Instant at) {
        LineList next = new LineList();
        List<String> ids = new ArrayList<>();
        LocalDate until = day(at).plusDays(DAYS_PENDING);
        for (int i = arrivalsShown; tellsPending && i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            if (arrival.day().isAfter(until)) {
                break;
            }
            BankLine line = arrival.line().as(id("pending", arrival.line().id()));
            next.add(pending.find(line.id()).orElseGet(() -> line.created(at)));
            ids.add(line.id());
        }
        pending = next;
        return ids;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Timetable.ZONE).toLocalDate();
    }

    // ---- lines entered and changed by hand

    /** Whether something waits that only the next synchronization shows. */
    boolean hasHandwork() {
        return !waiting.isEmpty() || !changing.isEmpty();
    }

    void enter(BankLine line) {
        waiting.add(line);
    }

    void change(String line, Map<String, String> texts) {
        for (int i = 0; i < waiting.size(); i++) {
            BankLine candidate = waiting.get(i);
            if (candidate.id().equals(line)) {
                waiting.set(i, candidate.changed(texts, candidate.updatedAt()));
                return;
            }
        }
        changing.computeIfAbsent(line, key -> new LinkedHashMap<>()).putAll(texts);
    }

    /** A line as the bank has it, whether Ponto has seen it or not. */
    Optional<BankLine> atBank(String line, Instant now) {
        return linesAtBank(now).stream()
                .filter(candidate -> candidate.id().equals(line))
                .findFirst();
    }

    /** What the bank has booked, newest first. */
    List<BankLine> linesAtBank(Instant now) {
        List<BankLine> lines = new ArrayList<>(shown.oldestFirst());
        for (int i = arrivalsShown; i < arrivals.size(); i++) {
            if (!arrivals.get(i).day().isAfter(day(now))) {
                lines.add(arrivals.get(i).line());
            }
        }
        lines.addAll(waiting);
        lines.replaceAll(line -> {
            Map<String, String> texts = changing.get(line.id());
            return texts == null ? line : line.changed(texts, line.updatedAt());
        });
        Collections.reverse(lines);
        return lines;
    }

    // ---- reading

    /** Every line that it has or will have by what is known now. */
    List<BankLine> arrivals() {
        List<BankLine> lines = new ArrayList<>(waiting);
        arrivals.forEach(arrival -> lines.add(arrival.line()));
        return lines;
    }

    LineList shown() {
        return shown;
    }

    LineList pending() {
        return pending;
    }

    AccountView view(@Nullable Maintenance maintenance) {
        String holder = account.holder();
        return new AccountView(
                id,
                organization.id(),
                bankId,
                institution,
                account.reference(),
                ReferenceType.of(account.reference()),
                account.subtype().name().toLowerCase(Locale.ROOT),
                account.description(),
                holder == null ? organization.name() : holder,
                account.currency(),
                balance,
                account.subtype() == HistoryAccount.Subtype.CHECKING ? balance.add(CREDIT_LINE) : balance,
                balanceChangedAt,
                authorizedAt,
                expiresAt,
                lastDetails,
                lastTransactions,
                detailsAt,
                linesAt,
                deprecated,
                maintenance);
    }

    // ---- restart

    AccountState state() {
        return new AccountState(
                authorizedAt,
                expiresAt,
                lastRun,
                linesAt,
                balanceChangedAt,
                lastDetails,
                lastTransactions,
                List.copyOf(entered),
                List.copyOf(waiting),
                Map.copyOf(changed),
                Map.copyOf(changing),
                lapsedAt,
                generation,
                deprecated);
    }

    void restore(AccountState state) {
        authorizedAt = state.authorizedAt();
        expiresAt = state.expiresAt();
        lapsedAt = state.lapsedAt();
        deprecated = state.deprecated();
        lastRun = state.lastRun();
        linesAt = state.linesAt();
        balanceChangedAt = state.balanceChangedAt();
        lastDetails = state.lastDetails();
        lastTransactions = state.lastTransactions();
        detailsAt = lastDetails == null ? null : lastDetails.updatedAt();
        waiting.addAll(state.waiting());
        changing.putAll(state.changing());
        if (linesAt != null) {
            restoreLines(state, linesAt);
        }
    }

    private void restoreLines(AccountState state, Instant at) {
        for (Entered next : state.entered()) {
            while (shown.size() < next.position()
                    && arrivalsShown < arrivals.size()
                    && !arrivals.get(arrivalsShown).day().isAfter(day(at))) {
                show(arrivals.get(arrivalsShown++).line());
            }
            entered.add(new Entered(shown.size(), next.line()));
            show(next.line());
        }
        showArrivals(day(at));
        state.changed().forEach((line, change) -> {
            shown.find(line).ifPresent(old -> replace(old, old.changed(change.texts(), change.at())));
            changed.put(line, change);
        });
        if (isAuthorized(at)) {
            showPending(at);
        }
    }

    private static String id(String kind, String key) {
        return UUID.nameUUIDFromBytes((kind + ":" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
