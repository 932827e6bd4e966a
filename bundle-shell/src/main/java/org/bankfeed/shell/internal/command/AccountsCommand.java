package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Account;
import org.bankfeed.value.Masking;

@Service
@Command(scope = "bank", name = "accounts", description = "List the bank accounts, their balances and how each stands")
public final class AccountsCommand extends BankCommand {

    @Option(name = "--full", description = "Show account numbers in full")
    boolean full;

    @Override
    boolean full() {
        return full;
    }

    @Override
    void run(Caller caller) throws Exception {
        List<Account> accounts = journal().accounts(caller);
        if (json) {
            printJson(accounts.stream().map(a -> Shapes.account(a, full)).toList());
        } else {
            print(accounts, language());
        }
    }

    private void print(List<Account> accounts, Locale spoken) {
        ShellTable table = new ShellTable();
        table.column("Id");
        table.column("Label");
        table.column("Number");
        table.column("Balance").alignRight();
        table.column("");
        table.column("Read");
        table.column("Lines").alignRight();
        table.column(Texts.in("Last read"));
        table.column(Texts.in("Consent ends"));
        table.column("From");
        table.column("In the ERP");
        table.column(Columns.remedy("Problem"));
        table.emptyTableText(
                "No bank account is shared yet: bank:connect begins, or bank:account-enter names one beforehand.");
        for (Account account : accounts) {
            table.addRow()
                    .addContent(
                            account.id(),
                            Texts.shortened(Shapes.label(account, full), 40),
                            Shapes.number(account.reference(), full),
                            account.current() == null
                                    ? "-"
                                    : account.current().amount().decimal(),
                            account.currency(),
                            read(account),
                            account.transactions(),
                            Texts.minute(account.lastReadAt()),
                            Texts.minute(account.authorizationEnds()),
                            Texts.orDash(account.countFrom()),
                            Texts.orDash(account.hostAccount()),
                            problem(account, spoken));
        }
        table.print(out);
    }

    private static String read(Account account) {
        if (account.connection() == null) {
            return account.active() ? "not linked" : "not linked, off";
        }
        if (!account.active()) {
            return "off";
        }
        return account.loaded() ? "on" : "first load";
    }

    private static String problem(Account account, Locale spoken) {
        if (account.problem() != null) {
            return Masking.of(account.problem().in(spoken));
        }
        return account.unreadable() == 0 ? "-" : account.unreadable() + " unreadable lines";
    }
}
