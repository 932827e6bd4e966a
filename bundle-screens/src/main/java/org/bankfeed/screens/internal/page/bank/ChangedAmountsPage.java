package org.bankfeed.screens.internal.page.bank;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.ChangedAmountRow;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Lines whose amount the bank changed afterwards; a bookkeeper compares them and says that they are settled. */
public final class ChangedAmountsPage {

    private static final String PATH = "/bank/amounts";

    private final Rooms rooms;

    public ChangedAmountsPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer show(Visit visit) {
        Caller caller = visit.caller();
        Map<AccountId, Account> accounts =
                rooms.journal().accounts(caller).stream().collect(Collectors.toMap(Account::id, account -> account));
        Map<Boolean, List<ChangedAmountRow>> rows = rooms.journal().changedAmounts(caller).stream()
                .map(changed -> ChangedAmountRow.of(
                        changed, accounts.get(changed.line().id().account())))
                .collect(Collectors.partitioningBy(ChangedAmountRow::settled));
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("waiting", rows.get(false));
        model.put("settled", rows.get(true));
        model.put("mayDecide", caller.may(Role.BOOKKEEPER));
        model.put("doubts", rooms.journal().doubts(caller).size());
        return Answer.Page.of("bank-amounts.ftlh", model);
    }

    public Answer settle(Visit visit) {
        Money told = told(visit);
        return act(visit, Message.of("amounts.done"), (journal, caller, id) -> journal.settleAmount(caller, id, told));
    }

    public Answer reopen(Visit visit) {
        return act(visit, Message.of("amounts.back"), BankJournal::reopenAmount);
    }

    private static Money told(Visit visit) {
        try {
            return Money.of(
                    visit.parameters().needed("amount", Message.of("amounts.told")),
                    visit.parameters().needed("currency", Message.of("amounts.told")));
        } catch (IllegalArgumentException e) {
            throw RefusedException.malformed(Message.of("amounts.malformed"));
        }
    }

    /** A person's word on a line's amount. */
    @FunctionalInterface
    private interface Act {
        void on(BankJournal journal, Caller caller, TransactionId line) throws JournalException;
    }

    private Answer act(Visit visit, Message done, Act act) {
        TransactionId line = LineDetails.id(visit.parameters().needed("id", Message.of("form.line")));
        try {
            act.on(rooms.journal(), visit.caller(), line);
            visit.say(done);
        } catch (JournalException e) {
            visit.warn(Message.of("form.unchanged", Words.said(e)));
        }
        return new Answer.See(PATH);
    }
}
