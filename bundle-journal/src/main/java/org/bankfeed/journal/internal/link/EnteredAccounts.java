package org.bankfeed.journal.internal.link;

import java.time.Clock;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.JournalException.Reason;
import org.bankfeed.journal.NewAccount;
import org.bankfeed.journal.SentenceCode;
import org.bankfeed.journal.internal.notice.Sentences;
import org.bankfeed.journal.internal.table.AccountRow;
import org.bankfeed.journal.internal.table.AccountTable;
import org.bankfeed.journal.internal.table.CompanyTurn;
import org.bankfeed.journal.internal.table.RandomIds;
import org.bankfeed.journal.internal.table.Texts;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.Masking;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;

/** Accounts that a person enters before a link shares them, and takes back if he was mistaken. */
public final class EnteredAccounts {

    private static final int LONGEST_NUMBER = 200;

    private final Stage stage;
    private final Clock clock;

    public EnteredAccounts(Stage stage, Clock clock) {
        this.stage = stage;
        this.clock = clock;
    }

    public Account enter(Caller caller, NewAccount entered) throws JournalException {
        String number = entered.reference().value();
        if (number.length() > LONGEST_NUMBER || !Texts.clean(number).equals(number)) {
            throw new IllegalArgumentException("an account number has at most " + LONGEST_NUMBER
                    + " characters, all of them ones that can be printed");
        }
        try {
            return stage.inTransaction(unit -> enter(unit, caller, entered));
        } catch (StoreException.Duplicate e) {
            throw known(entered); // another node was first
        }
    }

    private Account enter(UnitOfWork unit, Caller caller, NewAccount entered) throws JournalException {
        CompanyId company = caller.company();
        CompanyTurn.enter(unit, company);
        CompanyTurn.take(unit, company);
        if (AccountTable.isKnown(unit, company, entered.reference(), entered.currency())) {
            throw known(entered);
        }
        String id = RandomIds.shortId();
        AccountTable.enter(unit, company, id, entered, clock.instant());
        unit.audit(
                caller,
                "enter account",
                id,
                called(entered) + " entered by hand. " + Sentences.settings(entered.settings()));
        return AccountTable.find(unit, company, id).orElseThrow().account();
    }

    public Account rename(Caller caller, AccountId account, String label) throws JournalException {
        String clean = Texts.clean(label).strip();
        if (clean.length() > NewAccount.LONGEST_LABEL) {
            throw new IllegalArgumentException(NewAccount.TOO_LONG);
        }
        return stage.inTransaction(unit -> {
            CompanyId company = caller.company();
            AccountRow before =
                    AccountTable.find(unit, company, account.value()).orElseThrow(() -> Linking.noAccount(account));
            AccountTable.rename(unit, company, account.value(), clean.isEmpty() ? null : clean);
            AccountRow after = AccountTable.find(unit, company, account.value()).orElseThrow();
            unit.audit(
                    caller,
                    "rename account",
                    account.value(),
                    Masking.of("Called " + after.called() + " what was " + before.called() + "."));
            return after.account();
        });
    }

    public void remove(Caller caller, AccountId account) throws JournalException {
        stage.inTransaction(unit -> {
            CompanyId company = caller.company();
            String id = account.value();
            if (AccountTable.find(unit, company, id).isEmpty()) {
                throw Linking.noAccount(account);
            }
            CompanyTurn.take(unit, company); // a link may share it just now
            Optional<AccountRow> row = AccountTable.find(unit, company, id);
            Account known = row.orElseThrow(() -> Linking.noAccount(account)).account();
            if (known.connection() != null) {
                throw new JournalException(
                        Reason.NOT_POSSIBLE,
                        Sentence.of(
                                SentenceCode.ACCOUNT_WAS_SHARED,
                                new Name(known.reference().masked())));
            }
            AccountTable.remove(unit, company, id);
            unit.audit(
                    caller,
                    "remove account",
                    id,
                    "Account " + known.reference().masked() + " in " + known.currency()
                            + ", entered by hand, removed.");
            return true;
        });
    }

    private static JournalException known(NewAccount entered) {
        return new JournalException(
                Reason.NOT_POSSIBLE,
                Sentence.of(
                        SentenceCode.ACCOUNT_KNOWN,
                        new Name(entered.reference().masked()),
                        new Name(entered.currency().getCurrencyCode())));
    }

    private static String called(NewAccount entered) {
        return "Account " + entered.reference().masked() + " in " + entered.currency();
    }
}
