package org.bankfeed.screens.internal.rooms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.SyncReceipt.AccountPart;
import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One reading of a company's banks, and the matching of what it brought. Runs on one thread, is looked at by many. */
final class Errand implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);

    private final Rooms rooms;
    private final Caller caller;
    private final Instant startedAt;
    private volatile @Nullable Long linesBefore;
    private volatile boolean matching;
    private volatile @Nullable Reading outcome;

    Errand(Rooms rooms, Caller caller) {
        this.rooms = rooms;
        this.caller = caller;
        this.startedAt = rooms.clock().instant();
    }

    boolean running() {
        return outcome == null;
    }

    /** How it stands now. */
    Reading reading() {
        Reading done = outcome;
        return done == null ? new Reading(caller.name(), startedAt, null, progress(), List.of()) : done;
    }

    @Override
    public void run() {
        List<String> problems = new ArrayList<>();
        String sentence = "The banks were not read.";
        try {
            linesBefore = lines();
            SyncReceipt receipt = rooms.journal().synchronize(caller);
            sentence = read(receipt) + ".";
            problems.addAll(problems(receipt));
            matching = true;
            sentence = read(receipt) + match(problems) + ".";
        } catch (MissingRoomException e) {
            problems.add(String.valueOf(e.getMessage()));
        } catch (StoreException.Unavailable e) {
            LOG.warn("the banks were not read to the end: the database did not answer", e);
            problems.add("The database does not answer now: try again in a moment. What was read is kept.");
        } catch (RuntimeException e) {
            String incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("reading the banks of company {} failed, incident {}", caller.company(), incident, e);
            problems.add("This went wrong on our side. What was read is kept, and the next reading goes on from there;"
                    + " the operator finds the cause in the log under " + incident + ".");
        } finally {
            outcome = new Reading(caller.name(), startedAt, rooms.clock().instant(), sentence, problems);
        }
    }

    /** It will not run any more: the pages are going away. */
    void cancel() {
        outcome = new Reading(
                caller.name(),
                startedAt,
                rooms.clock().instant(),
                "The banks were not read.",
                List.of("The pages were being stopped: read again in a moment."));
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
        return matching ? lines + "; looking which invoices they pay" : lines;
    }

    /** As a viewer would count them; who is none is told of the end only. */
    private long lines() {
        return accounts().stream().mapToLong(Account::transactions).sum();
    }

    private List<Account> accounts() {
        return caller.may(Role.VIEWER) ? rooms.journal().accounts(caller) : List.of();
    }

    private static String read(SyncReceipt receipt) {
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
        List<String> problems = new ArrayList<>(receipt.problems());
        Map<AccountId, String> labels = new HashMap<>();
        accounts().forEach(account -> labels.put(account.id(), account.label()));
        for (AccountPart part : receipt.accounts()) {
            if (part.problem() != null) {
                problems.add(labels.getOrDefault(part.account(), "An account") + ": " + part.problem());
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
