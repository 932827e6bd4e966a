package org.bankfeed.screens.internal.rooms;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.SyncProgress;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.SyncReceipt.AccountPart;
import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.store.StoreException;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reading of a company's banks, and the matching of what it brought; the provider asks the banks before, if a person
 * ordered that. Runs on one thread, is looked at by many.
 */
final class Errand implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

    private final Rooms rooms;
    private final Caller caller;
    private final @Nullable Order order;
    private final Instant startedAt;
    private volatile @Nullable SyncProgress step;
    private volatile @Nullable Long linesBefore;
    private volatile boolean matching;
    private volatile @Nullable Reading outcome;

    /**
     * A synchronization that a person ordered.
     *
     * @param accounts which ones; empty for all
     * @param person his own public address
     */
    record Order(Set<AccountId> accounts, InetAddress person) {}

    /** @param order {@code null} to read only what the provider has */
    Errand(Rooms rooms, Caller caller, @Nullable Order order) {
        this.rooms = rooms;
        this.caller = caller;
        this.order = order;
        this.startedAt = rooms.clock().instant();
    }

    CompanyId company() {
        return caller.company();
    }

    boolean running() {
        return outcome == null;
    }

    /** How it stands now. */
    Reading reading() {
        Reading done = outcome;
        if (done != null) {
            return done;
        }
        SyncProgress now = step;
        return new Reading(
                caller.name(),
                startedAt,
                null,
                progress(),
                List.of(),
                order != null,
                now == null ? 0 : now.done(),
                now == null ? 0 : now.total());
    }

    @Override
    public void run() {
        List<Message> problems = new ArrayList<>();
        Message said = Message.of("reading.failed");
        try {
            linesBefore = lines();
            SyncReceipt receipt = synchronize();
            said = read(receipt, "");
            problems.addAll(problems(receipt));
            matching = true;
            said = read(receipt, match(problems));
        } catch (MissingRoomException e) {
            problems.add(e.said());
        } catch (JournalException e) {
            problems.add(Message.all(Words.said(e)));
        } catch (StoreException.Unavailable e) {
            LOG.warn("the banks were not read to the end: the database did not answer", e);
            problems.add(Message.of("reading.database"));
        } catch (RuntimeException e) {
            String incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("reading the banks of company {} failed, incident {}", caller.company(), incident, e);
            problems.add(Message.of("reading.ours", incident));
        } finally {
            outcome = ended(said, problems);
        }
    }

    private SyncReceipt synchronize() throws JournalException {
        return order == null
                ? rooms.journal().synchronize(caller)
                : rooms.journal().synchronizeNow(caller, order.accounts(), order.person(), told -> step = told);
    }

    private Reading ended(Message said, List<Message> problems) {
        return new Reading(caller.name(), startedAt, rooms.clock().instant(), said, problems, order != null, 0, 0);
    }

    /** It will not run any more: the pages are going away. */
    void cancel() {
        outcome = ended(Message.of("reading.failed"), List.of(Message.of("reading.stopped")));
    }

    private Message progress() {
        Long before = linesBefore;
        if (before == null) {
            return Message.of("reading.waits-turn");
        }
        try {
            return progress(before);
        } catch (MissingRoomException | StoreException.Unavailable e) {
            return Message.of("reading.waits-journal");
        }
    }

    private Message progress(long before) {
        long lines = Math.max(0, lines() - before);
        SyncProgress now = step;
        if (now == null || matching) {
            return Message.of(matching ? "reading.matching" : "reading.so-far", lines);
        }
        return Message.all(now.sentence());
    }

    /** As a viewer would count them; who is none is told of the end only. */
    private long lines() {
        return accounts().stream().mapToLong(Account::transactions).sum();
    }

    private List<Account> accounts() {
        return caller.may(Role.VIEWER) ? rooms.journal().accounts(caller) : List.of();
    }

    private Message read(SyncReceipt receipt, Object matched) {
        if (receipt.accounts().isEmpty()) {
            return Message.of(receipt.problems().isEmpty() ? "reading.no-account" : "reading.nothing");
        }
        int changed = receipt.accounts().stream().mapToInt(AccountPart::changed).sum();
        int unreadable =
                receipt.accounts().stream().mapToInt(AccountPart::unreadable).sum();
        return Message.of(
                order == null ? "reading.found" : "reading.found.asked",
                receipt.added(),
                receipt.accounts().size(),
                changed == 0 ? "" : Message.of("reading.changed", changed),
                unreadable == 0 ? "" : Message.of("reading.unreadable", unreadable),
                matched);
    }

    private List<Message> problems(SyncReceipt receipt) {
        List<Message> problems = new ArrayList<>();
        receipt.problems().forEach(problem -> problems.add(Message.all(problem)));
        Map<AccountId, String> labels = new HashMap<>();
        accounts().forEach(account -> labels.put(account.id(), Masking.of(account.label())));
        for (AccountPart part : receipt.accounts()) {
            if (part.problem() != null) {
                Object label = labels.get(part.account());
                problems.add(Message.of(
                        "reading.problem", label == null ? Message.of("reading.an-account") : label, part.problem()));
            }
        }
        return problems;
    }

    /** What the matching made of it, or "". */
    private Object match(List<Message> problems) {
        if (!caller.may(Role.BOOKKEEPER)) {
            return Message.of("reading.matched-later");
        }
        WorkReceipt receipt = rooms.matching().work(caller);
        if (receipt.waiting() != null) {
            problems.add(Message.of("reading.matching-waits", receipt.waiting()));
        }
        return receipt.lines() == 0
                ? ""
                : Message.of(
                        "reading.matched",
                        receipt.automatic(),
                        receipt.suggested(),
                        receipt.pending() == 0 ? "" : Message.of("reading.booking-waits", receipt.pending()));
    }
}
