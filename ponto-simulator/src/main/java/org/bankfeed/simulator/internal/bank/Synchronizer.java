package org.bankfeed.simulator.internal.bank;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.bankfeed.simulator.SimulatorOptions.Synchronizations;
import org.bankfeed.simulator.internal.bank.Synchronization.Status;
import org.bankfeed.simulator.internal.bank.Synchronization.Subtype;
import org.jspecify.annotations.Nullable;

/**
 * Ponto's synchronizations with the banks: how each goes from its beginning to its end, and what is told of it. Not safe
 * for threads; {@link Bank} guards it.
 */
final class Synchronizer {

    private static final int REMEMBERED = 5000;

    private final Synchronizations timing;
    private final Consumer<Event> events;
    private final Map<String, Synchronization> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Synchronization> eldest) {
            return size() > REMEMBERED;
        }
    };
    private final Map<String, Instant> underWay = new LinkedHashMap<>();
    private final Map<String, Instant> lastAsked = new HashMap<>();
    private long begun;

    /** @param events is told what comes of each */
    Synchronizer(Synchronizations timing, Consumer<Event> events) {
        this.timing = timing;
        this.events = events;
    }

    Optional<Synchronization> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    /** One that ended before a restart. */
    void remember(@Nullable Synchronization ended) {
        if (ended != null) {
            known.put(ended.id(), ended);
        }
    }

    /** Whether the same was asked for within the window; if not, it is from now on. */
    boolean isTooEarly(BankAccount account, Subtype subtype, Instant now) {
        String key = account.id() + subtype;
        Instant before = lastAsked.get(key);
        if (before != null
                && !before.isAfter(now)
                && Duration.between(before, now).compareTo(timing.window()) < 0) {
            return true;
        }
        lastAsked.put(key, now);
        return false;
    }

    /** Begins one that takes its real time. */
    Synchronization start(BankAccount account, Subtype subtype, Instant at, Instant real) {
        Synchronization started = begin(account, subtype, at);
        underWay.put(started.id(), real);
        return started;
    }

    /** Those that have begun and not ended. */
    List<Synchronization> underWay() {
        underWay.keySet().retainAll(known.keySet());
        return underWay.keySet().stream()
                .map(known::get)
                .flatMap(one -> Optional.ofNullable(one).stream())
                .toList();
    }

    /** Its account is not there any more. */
    void drop(Synchronization lost) {
        underWay.remove(lost.id());
    }

    /** Lets one go on; whether it has come to its end. */
    boolean advance(Synchronization current, BankAccount account, Instant now, Instant real, boolean failing) {
        Duration passed = Duration.between(underWay.getOrDefault(current.id(), real), real);
        if (passed.compareTo(timing.time()) >= 0) {
            underWay.remove(current.id());
            finish(current, account, now, failing);
            return true;
        }
        if (passed.multipliedBy(3).compareTo(timing.time()) >= 0) {
            known.put(current.id(), current.now(Status.RUNNING, now));
        }
        return false;
    }

    /** Ponto asks the bank by itself, for all that there is, in no time. */
    void run(BankAccount account, Instant at, boolean failing) {
        finish(begin(account, Subtype.ACCOUNT_DETAILS, at), account, at, failing);
        finish(begin(account, Subtype.TRANSACTIONS_WITH_UNSETTLED, at), account, at, failing);
    }

    private Synchronization begin(BankAccount account, Subtype subtype, Instant at) {
        Synchronization started = Synchronization.begun(newId(account, subtype, at), account.id(), subtype, at);
        known.put(started.id(), started);
        return started;
    }

    /** Made of what it is, so that a world that is lived again has the same ids. */
    private String newId(BankAccount account, Subtype subtype, Instant at) {
        String key = "synchronization:" + account.id() + subtype + at + ++begun;
        return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private void finish(Synchronization started, BankAccount account, Instant at, boolean failing) {
        BankAccount.Outcome outcome = account.ask(started, at, failing);
        known.put(started.id(), outcome.synchronization());
        tell(outcome, account.organization());
    }

    private void tell(BankAccount.Outcome outcome, String owner) {
        Synchronization ended = outcome.synchronization();
        if (ended.status() == Status.ERROR) {
            events.accept(Event.of("synchronization.failed", owner, ended));
            return;
        }
        List<Event> news = new ArrayList<>();
        if (outcome.detailsChanged()) {
            news.add(Event.of("account.detailsUpdated", owner, ended));
        }
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("account.transactionsCreated", outcome.created());
        counts.put("account.transactionsUpdated", ended.updatedLines().size());
        counts.put("account.pendingTransactionsCreated", outcome.pendingCreated());
        counts.put("account.pendingTransactionsUpdated", outcome.pendingUpdated());
        counts.forEach((type, count) -> {
            if (count > 0) {
                news.add(Event.of(type, owner, ended, count));
            }
        });
        if (news.isEmpty()) {
            news.add(Event.of("synchronization.succeededWithoutChange", owner, ended));
        }
        news.forEach(events);
    }
}
