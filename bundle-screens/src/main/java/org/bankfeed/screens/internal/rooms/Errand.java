package org.bankfeed.screens.internal.rooms;

import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
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
        List<String> problems = new ArrayList<>();
        String sentence = "The banks were not read.";
        try {
            linesBefore = lines();
            SyncReceipt receipt = synchronize();
            sentence = read(receipt) + ".";
            problems.addAll(problems(receipt));
            matching = true;
            sentence = read(receipt) + match(problems) + ".";
        } catch (MissingRoomException e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (JournalException e) {
            problems.add(Words.sentence(String.valueOf(e.getMessage())));
        } catch (StoreException.Unavailable e) {
            LOG.warn("the banks were not read to the end: the database did not answer", e);
            problems.add("The database does not answer now: try again in a moment. What was read is kept.");
        } catch (RuntimeException e) {
            String incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("reading the banks of company {} failed, incident {}", caller.company(), incident, e);
            problems.add("This went wrong on our side. What was read is kept, and the next reading goes on from there;"
                    + " the operator finds the cause in the log under " + incident + ".");
        } finally {
            outcome = ended(sentence, problems);
        }
    }

    private SyncReceipt synchronize() throws JournalException {
        return order == null
                ? rooms.journal().synchronize(caller)
                : rooms.journal().synchronizeNow(caller, order.accounts(), order.person(), told -> step = told);
    }

    private Reading ended(String sentence, List<String> problems) {
        return new Reading(caller.name(), startedAt, rooms.clock().instant(), sentence, problems, order != null, 0, 0);
    }

    /** It will not run any more: the pages are going away. */
    void cancel() {
        outcome = ended("The banks were not read.", List.of("The pages were being stopped: read again in a moment."));
    }

    private String progress() {
        Long before = linesBefore;
        if (before == null) {
            return "waiting for its turn";
        }
        try {
            return progress(before);
        } catch (MissingRoomException | StoreException.Unavailable e) {
            return "waiting for the journal";
        }
    }

    private String progress(long before) {
        String lines = Words.counted(Math.max(0, lines() - before), "new line") + " so far";
        SyncProgress now = step;
        if (matching) {
            return lines + "; looking which invoices they pay";
        }
        return now == null ? lines : Masking.of(now.sentence()).replaceAll("[.… ]+$", "");
    }

    /** As a viewer would count them; who is none is told of the end only. */
    private long lines() {
        return accounts().stream().mapToLong(Account::transactions).sum();
    }

    private List<Account> accounts() {
        return caller.may(Role.VIEWER) ? rooms.journal().accounts(caller) : List.of();
    }

    private String read(SyncReceipt receipt) {
        String found = found(receipt);
        return order == null || receipt.accounts().isEmpty() ? found : "The banks were asked: " + lower(found);
    }

    private static String lower(String sentence) {
        return sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }

    private static String found(SyncReceipt receipt) {
        if (receipt.accounts().isEmpty()) {
            return receipt.problems().isEmpty() ? "There is no linked account to read yet" : "Nothing could be read";
        }
        String accounts = Words.counted(receipt.accounts().size(), "account");
        int changed = receipt.accounts().stream().mapToInt(AccountPart::changed).sum();
        int unreadable =
                receipt.accounts().stream().mapToInt(AccountPart::unreadable).sum();
        return (receipt.added() == 0 ? "No new lines" : Words.counted(receipt.added(), "new line")) + " from "
                + accounts
                + (changed == 0 ? "" : ", " + Words.counted(changed, "line") + " changed by the bank")
                + (unreadable == 0 ? "" : ", " + unreadable + " of them not readable");
    }

    private List<String> problems(SyncReceipt receipt) {
        List<String> problems = new ArrayList<>();
        receipt.problems().forEach(problem -> problems.add(Masking.of(problem)));
        Map<AccountId, String> labels = new HashMap<>();
        accounts().forEach(account -> labels.put(account.id(), Masking.of(account.label())));
        for (AccountPart part : receipt.accounts()) {
            if (part.problem() != null) {
                problems.add(labels.getOrDefault(part.account(), "An account") + ": " + Masking.of(part.problem()));
            }
        }
        return problems;
    }

    private String match(List<String> problems) {
        if (!caller.may(Role.BOOKKEEPER)) {
            return "; they are matched by the next run of the matching, or when a bookkeeper reads";
        }
        WorkReceipt receipt = rooms.matching().work(caller);
        if (receipt.waiting() != null) {
            problems.add(Words.sentence("Matching waits: " + receipt.waiting()));
        }
        if (receipt.lines() == 0) {
            return "";
        }
        return "; " + Words.count(receipt.automatic())
                + (receipt.automatic() == 1 ? " booked by itself, " : " booked by themselves, ")
                + Words.count(receipt.suggested()) + " with a suggestion"
                + (receipt.pending() == 0 ? "" : ", " + receipt.pending() + " on the way to the ledger");
    }
}
