package org.bankfeed.benchmarks.simulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.JournalEntry;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.journal.TransactionQuery;
import org.bankfeed.simulator.BookedLine;
import org.bankfeed.simulator.Truth;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** Every line that a bank booked is in the journal's log exactly once. */
final class LineChecks {

    private static final int PAGE = 1000;

    private final Findings findings;
    private final Caller viewer;
    private final Set<TransactionId> logged = new HashSet<>();
    private long last;

    LineChecks(Findings findings, Caller viewer) {
        this.findings = findings;
        this.viewer = viewer;
    }

    /** At any time: the log goes on, and tells of no line twice as new. Gives how many lines it has told of. */
    int follow(BankJournal journal) {
        List<JournalEntry> more = journal.log(viewer, last, PAGE);
        while (!more.isEmpty()) {
            for (JournalEntry entry : more) {
                if (entry.sequence() <= last) {
                    findings.add("the log goes back from " + last + " to " + entry.sequence());
                }
                last = entry.sequence();
                TransactionId id = entry.transaction().id();
                boolean fresh = entry.kind() == JournalEntry.Kind.NEW;
                if (fresh != logged.add(id)) {
                    findings.add(fresh ? "a line is new twice in the log" : "a line changed before it was new");
                    logged.add(id);
                }
            }
            more = journal.log(viewer, last, PAGE);
        }
        return logged.size();
    }

    /** At any time: there is not more of a line than its bank booked. */
    void nothingDoubled(BankJournal journal, Shown shown, List<BookedLine> booked) {
        difference(journal, shown, read(shown), booked).forEach((key, count) -> {
            if (count < 0) {
                findings.add(-count + " doubled: " + key);
            }
        });
    }

    /**
     * After a reading that met no fault, where no line waits for a person: of each account that could be read there is
     * all that its bank has told.
     */
    void nothingMissing(BankJournal journal, Shown shown, Truth truth, List<BookedLine> booked) {
        Set<String> whole = read(shown);
        shown.accounts().stream()
                .filter(account -> !shown.wasReadWell(account))
                .forEach(account -> whole.remove(account.reference().value()));
        truth.accounts().stream()
                .filter(account -> !account.shared() || account.deprecated())
                .forEach(account -> whole.remove(account.reference()));
        difference(journal, shown, whole, booked).forEach((key, count) -> {
            if (count > 0) {
                findings.add(count + " not there after a reading: " + key);
            }
        });
    }

    /** At the end: there is as much of it, and all of it is in the log. */
    int exactlyOnce(BankJournal journal, Shown shown, List<BookedLine> booked) {
        difference(journal, shown, read(shown), booked).forEach((key, count) -> {
            if (count != 0) {
                findings.add(Math.abs(count) + (count > 0 ? " lost: " : " doubled: ") + key);
            }
        });
        int inLog = follow(journal);
        int all = everything(journal).size();
        if (inLog != all) {
            findings.add("the log tells of " + inLog + " lines, and there are " + all);
        }
        return inLog;
    }

    /** The numbers of the accounts that are read. */
    private static Set<String> read(Shown shown) {
        Set<String> numbers = new HashSet<>();
        shown.accounts().stream()
                .filter(shown::isRead)
                .forEach(account -> numbers.add(account.reference().value()));
        return numbers;
    }

    private Map<String, Integer> difference(
            BankJournal journal, Shown shown, Set<String> known, List<BookedLine> booked) {
        Map<String, Integer> difference = new TreeMap<>();
        for (BookedLine line : booked) {
            if (known.contains(line.account())) {
                difference.merge(key(line), 1, Integer::sum);
            }
        }
        Map<String, String> numbers = new HashMap<>();
        shown.accounts()
                .forEach(account ->
                        numbers.put(account.id().value(), account.reference().value()));
        for (BankTransaction transaction : everything(journal)) {
            FeedTransaction line = transaction.line();
            if (line == null) {
                findings.add("a line could not be read: " + transaction.problem());
            } else if (transaction.state() != BankTransaction.State.DOUBTFUL) {
                String number = numbers.getOrDefault(transaction.id().account().value(), "?");
                if (known.contains(number)) {
                    difference.merge(key(number, line), -1, Integer::sum);
                }
            }
        }
        return difference;
    }

    private List<BankTransaction> everything(BankJournal journal) {
        List<BankTransaction> all = new ArrayList<>();
        String after = null;
        do {
            Page<BankTransaction> page =
                    journal.transactions(viewer, new TransactionQuery(null, null, null, null, after, 500));
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }

    private static String key(BookedLine line) {
        return String.join(
                " | ",
                Findings.end(line.account()),
                line.day().toString(),
                line.amount().stripTrailingZeros().toPlainString(),
                text(line.remittance()));
    }

    private static String key(String account, FeedTransaction line) {
        return String.join(
                " | ",
                Findings.end(account),
                line.executionDate().toString(),
                new BigDecimal(line.amount().decimal()).stripTrailingZeros().toPlainString(),
                text(line.remittance()));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }
}
