package org.bankfeed.journal.internal.doubt;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.DoubtfulLine.Decision;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.journal.internal.link.Linking;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.AliasRow;
import org.bankfeed.journal.internal.table.AliasTable;
import org.bankfeed.journal.internal.table.ChangedAmountTable;
import org.bankfeed.journal.internal.table.CompanyTurn;
import org.bankfeed.journal.internal.table.DoubtTable;
import org.bankfeed.journal.internal.table.LineRow;
import org.bankfeed.journal.internal.table.LineTable;
import org.bankfeed.journal.internal.table.LogEntering;
import org.bankfeed.journal.internal.table.LogTable;
import org.bankfeed.journal.internal.table.Reading;
import org.bankfeed.journal.internal.table.SameLineTable;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** The lines that a person decides about: whether each is new, or one that was known before its account returned. */
public final class Doubts {

    /** So long it is offered to take back that a line is new. */
    private static final Duration TAKEN_BACK = Duration.ofDays(90);

    private final Stage stage;
    private final Clock clock;

    public Doubts(Stage stage, Clock clock) {
        this.stage = stage;
        this.clock = clock;
    }

    public List<DoubtfulLine> waiting(CompanyId company) {
        return stage.inTransaction(unit -> lines(DoubtTable.waiting(unit, company)));
    }

    public List<DoubtfulLine> saidNew(CompanyId company) {
        Instant since = clock.instant().minus(TAKEN_BACK);
        return stage.inTransaction(unit -> lines(DoubtTable.saidNew(unit, company, since)));
    }

    private static List<DoubtfulLine> lines(Map<BankTransaction, List<BankTransaction>> doubts) {
        return doubts.entrySet().stream()
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

    public void isNew(Caller caller, TransactionId id) throws JournalException {
        stage.<Boolean, JournalException>inTransaction(unit -> {
            DoubtTable.Doubt doubt = find(unit, caller.company(), id);
            if (doubt.decision() == Decision.NEW) {
                return false;
            }
            isNew(unit, caller, doubt);
            enter(unit, caller.company(), doubt.account());
            return true;
        });
    }

    private void isNew(UnitOfWork unit, Caller caller, DoubtTable.Doubt doubt) throws JournalException {
        CompanyId company = caller.company();
        if (doubt.decision() == Decision.SAME) {
            SameLineTable.takeBack(unit, company, doubt);
            AccountTable.countLines(unit, company, doubt.account(), 1);
        } else {
            requireRead(unit, company, doubt);
        }
        LineTable.outOfDoubt(unit, company, doubt.account(), doubt.feedId());
        DoubtTable.decided(unit, company, doubt, Decision.NEW, null, clock.instant());
        unit.audit(
                caller,
                "new line",
                doubt.id().toString(),
                doubt.known() == null
                        ? "Said that this line is a new one; it was like a known one."
                        : "Took back that this line is the same as " + doubt.known() + ": it is a new one.");
    }

    public void isSame(Caller caller, TransactionId id, TransactionId known) throws JournalException {
        stage.<Boolean, JournalException>inTransaction(unit -> {
            DoubtTable.Doubt doubt = find(unit, caller.company(), id);
            isSame(unit, caller, doubt, known);
            settle(unit, caller.company(), doubt.account());
            return true;
        });
    }

    private void isSame(UnitOfWork unit, Caller caller, DoubtTable.Doubt doubt, TransactionId known)
            throws JournalException {
        CompanyId company = caller.company();
        if (doubt.decision() == Decision.SAME) {
            throw new JournalException(
                    Reason.NOT_POSSIBLE,
                    Sentence.of(SentenceCode.SAID_SAME_ALREADY, new Name(String.valueOf(doubt.known()))));
        }
        requireRead(unit, company, doubt);
        requireCandidate(unit, company, doubt, known);
        LineRow line = LineTable.known(unit, company, doubt.account(), doubt.alias(), List.of(doubt.feedId()), false)
                .get(doubt.feedId());
        FeedTransaction read =
                Objects.requireNonNull(Objects.requireNonNull(line).read());
        SameLineTable.put(unit, company, doubt, known.feedId(), Reading.content(read));
        if (doubt.decision() == Decision.NEW) {
            LogTable.forget(unit, company, doubt.account(), doubt.feedId());
        }
        ChangedAmountTable.remove(unit, company, doubt.account(), doubt.feedId());
        AccountTable.countLines(unit, company, doubt.account(), -1);
        DoubtTable.decided(unit, company, doubt, Decision.SAME, known.feedId(), clock.instant());
        String before = doubt.decision() == Decision.NEW ? "Took back that this line is new, and said" : "Said";
        unit.audit(caller, "same line", doubt.id().toString(), before + " that it is the same as " + known + ".");
    }

    private void settle(UnitOfWork unit, CompanyId company, String account) {
        if (DoubtTable.settle(unit, company, account) > 0) {
            enter(unit, company, account);
        }
    }

    public void all(Caller caller, AccountId account, Decision decision, int seen) throws JournalException {
        CompanyId company = caller.company();
        stage.<Boolean, JournalException>inTransaction(unit -> {
            if (AccountTable.find(unit, company, account.value()).isEmpty()) {
                throw Linking.noAccount(account);
            }
            CompanyTurn.take(unit, company);
            List<DoubtfulLine> waiting = lines(DoubtTable.waiting(unit, company)).stream()
                    .filter(line -> line.line().id().account().equals(account))
                    .toList();
            List<DoubtfulLine> meant = decision == Decision.SAME ? DoubtfulLine.clear(waiting) : waiting;
            if (meant.size() != seen) {
                throw new JournalException(
                        Reason.NOT_POSSIBLE,
                        Sentence.of(SentenceCode.DOUBTS_CHANGED, new Count(meant.size()), new Count(seen)));
            }
            for (DoubtfulLine line : meant) {
                DoubtTable.Doubt doubt = find(unit, company, line.line().id());
                if (decision == Decision.SAME) {
                    isSame(unit, caller, doubt, line.candidates().get(0).id());
                } else {
                    isNew(unit, caller, doubt);
                }
            }
            settle(unit, company, account.value());
            enter(unit, company, account.value());
            return true;
        });
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
                ? new JournalException(
                        Reason.NOT_POSSIBLE, Sentence.of(SentenceCode.NOT_IN_DOUBT, new Name(id.toString())))
                : new JournalException(
                        Reason.NOT_FOUND, Sentence.of(SentenceCode.NO_LINE_OF_ID, new Name(id.toString())));
    }

    /** As long as its account is still being read, what it equals may be yet to come. */
    private static void requireRead(UnitOfWork unit, CompanyId company, DoubtTable.Doubt doubt)
            throws JournalException {
        boolean complete = AliasTable.find(unit, company, doubt.account(), doubt.alias())
                .filter(AliasRow::complete)
                .isPresent();
        if (!complete) {
            throw new JournalException(Reason.NOT_POSSIBLE, Sentence.of(SentenceCode.STILL_READ_ANEW));
        }
    }

    private static void requireCandidate(
            UnitOfWork unit, CompanyId company, DoubtTable.Doubt doubt, TransactionId known) throws JournalException {
        boolean there = known.account().value().equals(doubt.account())
                && LineTable.find(unit, company, doubt.account(), known.feedId())
                        .isPresent();
        if (!there) {
            throw new JournalException(
                    Reason.NOT_FOUND, Sentence.of(SentenceCode.NO_LINE_IN_ACCOUNT, new Name(known.toString())));
        }
        if (!DoubtTable.isCandidate(unit, company, doubt, known.feedId())) {
            throw new JournalException(
                    Reason.NOT_POSSIBLE, Sentence.of(SentenceCode.NO_CANDIDATE, new Name(known.toString())));
        }
    }

    private void enter(UnitOfWork unit, CompanyId company, String account) {
        AccountTable.entryDue(unit, company, account);
        LogEntering.enter(unit, company, clock.instant());
    }
}
