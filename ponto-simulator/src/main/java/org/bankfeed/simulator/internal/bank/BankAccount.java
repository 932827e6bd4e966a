package org.bankfeed.simulator.internal.bank;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bankfeed.history.HistoryAccount;
import org.bankfeed.simulator.internal.bank.AccountLines.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * An account: whose it is, its holder's consent, and what its bank answers when Ponto asks. Not safe for threads; {@link
 * Bank} guards it.
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
    private final AccountLines lines;

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

    /** @param first whether the organization is the first; accounts of others have ids of their own */
    BankAccount(
            HistoryAccount account,
            Institution institution,
            Organization organization,
            boolean first,
            List<Arrival> arrivals,
            boolean tellsPending) {
        this(
                account,
                institution,
                organization,
                new AccountLines(account, arrivals, tellsPending),
                first ? "" : " of " + organization.id(),
                0);
    }

    private BankAccount(
            HistoryAccount account,
            Institution institution,
            Organization organization,
            AccountLines lines,
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
        this.lines = lines;
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
        AccountLines renamed = lines.renamed(line -> line.as(id("line", line.origin() + mark)));
        return new BankAccount(account, bank, organization, renamed, place, next);
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
            boolean changed = !lines.balance().equals(balanceTold);
            detailsAt = at;
            balanceTold = lines.balance();
            return new Outcome(kept(answered), changed, 0, 0, 0);
        }
        return askLines(answered, at);
    }

    private Outcome failed(Synchronization asked, Synchronization.Failure failure, Instant at) {
        return new Outcome(kept(asked.failed(failure, at)), false, 0, 0, 0);
    }

    private Outcome askLines(Synchronization answered, Instant at) {
        int before = lines.shown().size();
        List<String> updated = lines.show(at);
        int created = lines.shown().size() - before;
        linesAt = at;
        if (balanceChangedAt == null || created > 0) {
            balanceChangedAt = at;
        }
        if (answered.subtype() == Synchronization.Subtype.TRANSACTIONS) {
            return new Outcome(kept(answered.with(updated, List.of())), false, created, 0, 0);
        }
        LineList pendingBefore = lines.pending();
        List<String> pending = lines.showPending(at);
        int pendingNew = (int)
                pending.stream().filter(id -> pendingBefore.find(id).isEmpty()).count();
        int gone = Math.max(0, pendingBefore.size() - (pending.size() - pendingNew));
        return new Outcome(kept(answered.with(updated, pending)), false, created, pendingNew, gone);
    }

    private Synchronization kept(Synchronization ended) {
        if (ended.subtype() == Synchronization.Subtype.ACCOUNT_DETAILS) {
            lastDetails = ended;
        } else {
            lastTransactions = ended;
        }
        return ended;
    }

    AccountLines lines() {
        return lines;
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
                lines.balance(),
                account.subtype() == HistoryAccount.Subtype.CHECKING
                        ? lines.balance().add(CREDIT_LINE)
                        : lines.balance(),
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
                lines.entered(),
                lines.waiting(),
                lines.changed(),
                lines.changing(),
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
        lines.restore(state, linesAt != null && isAuthorized(linesAt));
    }

    static String id(String kind, String key) {
        return UUID.nameUUIDFromBytes((kind + ":" + key).getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
