package org.bankfeed.journal.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.Notice;
import org.bankfeed.journal.Notice.Kind;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The lines that a person decides about: whether each is new, or one that was known before its account returned. */
final class Doubts {

    private final Stage stage;
    private final Clock clock;

    Doubts(Stage stage, Clock clock) {
        this.stage = stage;
        this.clock = clock;
    }

    List<DoubtfulLine> waiting(CompanyId company) {
        Map<BankTransaction, List<BankTransaction>> waiting =
                stage.inTransaction(unit -> DoubtTable.waiting(unit, company));
        return waiting.entrySet().stream()
                .filter(doubt -> !doubt.getValue().isEmpty())
                .map(doubt -> new DoubtfulLine(doubt.getKey(), likeliestFirst(doubt.getKey(), doubt.getValue())))
                .toList();
    }

    private static List<BankTransaction> likeliestFirst(BankTransaction line, List<BankTransaction> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparing(candidate -> -equalTexts(line, candidate)))
                .toList();
    }

    /** In how many of the texts by which people know a movement two lines agree. */
    private static long equalTexts(BankTransaction one, BankTransaction other) {
        FeedTransaction first = one.line();
        FeedTransaction second = other.line();
        if (first == null || second == null) {
            return 0;
        }
        return Stream.of(
                        equal(first.counterpartyAccount(), second.counterpartyAccount()),
                        equal(first.counterpartyName(), second.counterpartyName()),
                        equal(first.remittance(), second.remittance()),
                        equal(first.endToEndId(), second.endToEndId()),
                        equal(first.description(), second.description()))
                .filter(Boolean::booleanValue)
                .count();
    }

    private static boolean equal(@Nullable String one, @Nullable String other) {
        return one != null && Objects.equals(one, other);
    }

    void isNew(Caller caller, TransactionId id) throws JournalException {
        stage.<Boolean, JournalException>inTransaction(unit -> {
            CompanyId company = caller.company();
            DoubtTable.Doubt doubt = find(unit, company, id);
            if (doubt.decision() == DoubtTable.Decision.NEW) {
                return false;
            }
            if (doubt.decision() == DoubtTable.Decision.SAME) {
                SameLineTable.takeBack(unit, company, doubt);
                AccountTable.countLines(unit, company, doubt.account(), 1);
            } else {
                requireRead(unit, company, doubt);
            }
            LineTable.outOfDoubt(unit, company, doubt.account(), doubt.feedId());
            DoubtTable.decided(unit, company, doubt, DoubtTable.Decision.NEW, null, clock.instant());
            unit.audit(
                    caller,
                    "new line",
                    id.toString(),
                    doubt.known() == null
                            ? "Said that this line is a new one; it was like a known one."
                            : "Took back that this line is the same as " + doubt.known() + ": it is a new one.");
            enter(unit, company, doubt.account());
            return true;
        });
    }

    void isSame(Caller caller, TransactionId id, TransactionId known) throws JournalException {
        stage.<Boolean, JournalException>inTransaction(unit -> {
            CompanyId company = caller.company();
            DoubtTable.Doubt doubt = find(unit, company, id);
            if (doubt.decision() != null) {
                throw new JournalException(Reason.NOT_POSSIBLE, decided(doubt));
            }
            requireRead(unit, company, doubt);
            requireCandidate(unit, company, doubt, known);
            LineRow line = LineTable.known(
                            unit, company, doubt.account(), doubt.alias(), List.of(doubt.feedId()), false)
                    .get(doubt.feedId());
            FeedTransaction read =
                    Objects.requireNonNull(Objects.requireNonNull(line).read());
            SameLineTable.put(unit, company, doubt, known.feedId(), Reading.content(read));
            ChangedAmountTable.remove(unit, company, doubt.account(), doubt.feedId());
            AccountTable.countLines(unit, company, doubt.account(), -1);
            DoubtTable.decided(unit, company, doubt, DoubtTable.Decision.SAME, known.feedId(), clock.instant());
            unit.audit(caller, "same line", id.toString(), "Said that this line is the same as " + known + ".");
            if (DoubtTable.settle(unit, company, doubt.account()) > 0) {
                enter(unit, company, doubt.account());
            }
            return true;
        });
    }

    private static String decided(DoubtTable.Doubt doubt) {
        return doubt.decision() == DoubtTable.Decision.NEW
                ? "This line was said to be a new one already: it is in the books."
                : "This line was said to be the same as " + doubt.known()
                        + " already; say that it is new first, to take that back.";
    }

    private static DoubtTable.Doubt find(UnitOfWork unit, CompanyId company, TransactionId id) throws JournalException {
        String account = id.account().value();
        if (AccountTable.find(unit, company, account).isEmpty()) {
            throw Linking.noAccount(id.account());
        }
        CompanyTurn.take(unit, company);
        var doubt = DoubtTable.find(unit, company, id);
        if (doubt.isPresent()) {
            return doubt.get();
        }
        boolean there = LineTable.find(unit, company, account, id.feedId()).isPresent();
        throw there
                ? new JournalException(Reason.NOT_POSSIBLE, "Line " + id + " is not in doubt.")
                : new JournalException(Reason.NOT_FOUND, "There is no line " + id + ".");
    }

    /** As long as its account is still being read, what it equals may be yet to come. */
    private static void requireRead(UnitOfWork unit, CompanyId company, DoubtTable.Doubt doubt)
            throws JournalException {
        boolean complete = AliasTable.find(unit, company, doubt.account(), doubt.alias())
                .filter(AliasRow::complete)
                .isPresent();
        if (!complete) {
            throw new JournalException(
                    Reason.NOT_POSSIBLE,
                    "The account is still being read for the first time since it returned; decide when that is done.");
        }
    }

    private static void requireCandidate(
            UnitOfWork unit, CompanyId company, DoubtTable.Doubt doubt, TransactionId known) throws JournalException {
        boolean there = known.account().value().equals(doubt.account())
                && LineTable.find(unit, company, doubt.account(), known.feedId())
                        .isPresent();
        if (!there) {
            throw new JournalException(Reason.NOT_FOUND, "There is no line " + known + " in the same account.");
        }
        if (!DoubtTable.isCandidate(unit, company, doubt, known.feedId())) {
            throw new JournalException(
                    Reason.NOT_POSSIBLE,
                    "Line " + known + " is none that it may be: another line has been taken to be it meanwhile, or its"
                            + " day or amount differs.");
        }
    }

    private void enter(UnitOfWork unit, CompanyId company, String account) {
        AccountTable.entryDue(unit, company, account);
        LogEntering.enter(unit, company, clock.instant());
    }

    static List<Notice> notices(UnitOfWork unit, CompanyId company, Map<String, AccountRow> accounts) {
        return DoubtTable.summaries(unit, company).stream()
                .filter(summary -> accounts.containsKey(summary.account()))
                .map(summary -> notice(Objects.requireNonNull(accounts.get(summary.account())), summary))
                .toList();
    }

    private static Notice notice(AccountRow row, DoubtTable.Summary summary) {
        boolean one = summary.count() == 1;
        return new Notice(
                Kind.DOUBTFUL_LINES,
                summary.since(),
                (one ? "One line" : summary.count() + " lines") + " of account " + row.called()
                        + " may be known already: since the account returned under another id, "
                        + (one ? "it is" : "they are") + " like a line of before in day and amount, and not in text. "
                        + (one ? "It waits and pays" : "They wait and pay")
                        + " nothing until the bookkeeper says whether " + (one ? "it is" : "each is")
                        + " new or the same.",
                row.account().connection(),
                row.account().id());
    }

    /** What the lines in doubt would move by day, so that a balance can be told without them. */
    static Collection<BalanceReckoning.Movement> movements(
            UnitOfWork unit, CompanyId company, String account, LocalDate after, String currency) {
        return unit.query(
                "SELECT l.execution_date, SUM(l.amount) AS moved FROM doubt d JOIN line l ON l.company = d.company"
                        + " AND l.account = d.account AND l.feed_id = d.feed_id WHERE d.company = ? AND d.account = ?"
                        + " AND d.decision IS NULL AND l.execution_date > ? AND l.currency = ?"
                        + " GROUP BY l.execution_date",
                BalanceReckoning::movement,
                company.value(),
                account,
                after,
                currency);
    }
}
