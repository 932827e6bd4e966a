package org.bankfeed.journal.internal.doubt;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.ChangedAmount;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.journal.internal.table.ChangedAmountTable;
import org.bankfeed.journal.internal.table.ChangedAmountTable.Changed;
import org.bankfeed.journal.internal.table.LineTable;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;

/** A person's word on lines whose amount the bank changed afterwards. What was kept stays in any case. */
public final class ChangedAmounts {

    private final Stage stage;
    private final Clock clock;

    public ChangedAmounts(Stage stage, Clock clock) {
        this.stage = stage;
        this.clock = clock;
    }

    public List<ChangedAmount> all(CompanyId company) {
        return stage.inTransaction(unit -> ChangedAmountTable.all(unit, company).stream()
                .flatMap(changed -> view(unit, company, changed).stream())
                .toList());
    }

    private static Optional<ChangedAmount> view(UnitOfWork unit, CompanyId company, Changed changed) {
        return LineTable.find(unit, company, changed.account(), changed.feedId())
                .map(line -> new ChangedAmount(
                        line, changed.told(), changed.since(), changed.settledBy(), changed.settledAt()));
    }

    public void settle(Caller caller, TransactionId id, Money told) throws JournalException {
        stage.<Boolean, JournalException>inTransaction(unit -> {
            Changed changed = find(unit, caller.company(), id);
            if (!changed.told().equals(told)) {
                throw new JournalException(
                        Reason.NOT_POSSIBLE,
                        Sentence.of(SentenceCode.AMOUNT_CHANGED_AGAIN, new Amount(changed.told())));
            }
            if (changed.settledAt() == null) {
                Instant now = clock.instant();
                ChangedAmountTable.settle(unit, caller.company(), changed, caller.name(), now);
                unit.audit(
                        caller,
                        "settle amount",
                        id.toString(),
                        "Said that the changed amount is settled: the bank tells " + told + ", " + changed.kept()
                                + " was kept.");
            }
            return true;
        });
    }

    public void reopen(Caller caller, TransactionId id) throws JournalException {
        stage.<Boolean, JournalException>inTransaction(unit -> {
            Changed changed = find(unit, caller.company(), id);
            if (changed.settledAt() != null) {
                ChangedAmountTable.settle(unit, caller.company(), changed, null, null);
                unit.audit(
                        caller,
                        "reopen amount",
                        id.toString(),
                        "Took back that the changed amount is settled: the bank tells " + changed.told() + ".");
            }
            return true;
        });
    }

    private static Changed find(UnitOfWork unit, CompanyId company, TransactionId id) throws JournalException {
        AccountId account = id.account();
        return ChangedAmountTable.all(unit, company).stream()
                .filter(changed -> changed.account().equals(account.value())
                        && changed.feedId().equals(id.feedId()))
                .findFirst()
                .orElseThrow(() -> new JournalException(
                        Reason.NOT_FOUND, Sentence.of(SentenceCode.AMOUNT_NOT_CHANGED, new Name(id.toString()))));
    }
}
