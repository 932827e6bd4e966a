package org.bankfeed.simulator.internal.bank;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bankfeed.history.HistoryAccount;
import org.bankfeed.simulator.internal.bank.AccountState.Changed;
import org.bankfeed.simulator.internal.bank.AccountState.Entered;

/** The lines of an account: what its bank has booked, and how much of that Ponto has seen. Not safe for threads. */
final class AccountLines {

    private static final int DAYS_PENDING = 2;

    private final HistoryAccount account;
    private final List<Arrival> arrivals;
    private final boolean tellsPending;

    private final LineList shown = new LineList();
    private LineList pending = new LineList();
    private int arrivalsShown;
    private BigDecimal balance;

    private final List<Entered> entered = new ArrayList<>();
    private final List<BankLine> waiting = new ArrayList<>();
    private final Map<String, Changed> changed = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> changing = new LinkedHashMap<>();

    /** A line of the history and the day on which the bank has it. */
    record Arrival(LocalDate day, BankLine line) {}

    AccountLines(HistoryAccount account, List<Arrival> arrivals, boolean tellsPending) {
        this.account = account;
        this.arrivals = arrivals;
        this.tellsPending = tellsPending;
        this.balance = account.openingBalance();
    }

    /** The same lines under other ids, none of them seen yet. */
    AccountLines renamed(UnaryOperator<BankLine> name) {
        List<Arrival> others = arrivals.stream()
                .map(arrival -> new Arrival(arrival.day(), name.apply(arrival.line())))
                .toList();
        AccountLines renamed = new AccountLines(account, others, tellsPending);
        entered.forEach(line -> renamed.waiting.add(name.apply(line.line())));
        waiting.forEach(line -> renamed.waiting.add(name.apply(line)));
        return renamed;
    }

    // ---- what Ponto sees

    LineList shown() {
        return shown;
    }

    LineList pending() {
        return pending;
    }

    BigDecimal balance() {
        return balance;
    }

    /**
     * Ponto sees all that the bank has by then.
     *
     * @return the lines that it had seen otherwise
     */
    List<String> show(Instant at) {
        showArrivals(day(at));
        for (BankLine line : waiting) {
            BankLine created = line.created(at);
            entered.add(new Entered(shown.size(), created));
            show(created);
        }
        waiting.clear();
        return showChanges(at);
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

    List<String> showPending(Instant at) {
        LineList next = new LineList();
        List<String> ids = new ArrayList<>();
        LocalDate until = day(at).plusDays(DAYS_PENDING);
        for (int i = arrivalsShown; tellsPending && i < arrivals.size(); i++) {
            Arrival arrival = arrivals.get(i);
            if (arrival.day().isAfter(until)) {
                break;
            }
            BankLine line =
                    arrival.line().as(BankAccount.id("pending", arrival.line().id()));
            next.add(pending.find(line.id()).orElseGet(() -> line.created(at)));
            ids.add(line.id());
        }
        pending = next;
        return ids;
    }

    private static LocalDate day(Instant at) {
        return at.atZone(Timetable.ZONE).toLocalDate();
    }

    // ---- what the bank has

    /** Every line that it has or will have by what is known now. */
    List<BankLine> all() {
        List<BankLine> lines = new ArrayList<>(waiting);
        arrivals.forEach(arrival -> lines.add(arrival.line()));
        return lines;
    }

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

    // ---- restart

    List<Entered> entered() {
        return List.copyOf(entered);
    }

    List<BankLine> waiting() {
        return List.copyOf(waiting);
    }

    Map<String, Changed> changed() {
        return Map.copyOf(changed);
    }

    Map<String, Map<String, String>> changing() {
        return Map.copyOf(changing);
    }

    /** As they were before a restart; pending ones only if the bank told of them. */
    void restore(AccountState state, boolean tellsPending) {
        waiting.addAll(state.waiting());
        changing.putAll(state.changing());
        Instant at = state.linesAt();
        if (at == null) {
            return;
        }
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
        if (tellsPending) {
            showPending(at);
        }
    }
}
