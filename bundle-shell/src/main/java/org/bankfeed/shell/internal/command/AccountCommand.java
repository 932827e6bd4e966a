package org.bankfeed.shell.internal.command;

import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.AccountSettings;
import org.bankfeed.shell.internal.completer.AccountCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "account",
        description = "Switch a bank account on or off, name it, say from when it counts and what it is in the ERP")
public final class AccountCommand extends OneThingCommand {

    private static final String NOTHING = "none";

    @Argument(name = "account", description = "Its id, as bank:accounts shows it", required = true)
    @Completion(AccountCompleter.class)
    String id = "";

    @Option(name = "--on", description = "Read and match it")
    boolean on;

    @Option(name = "--off", description = "Neither read nor match it; what was read stays")
    boolean off;

    @Option(name = "--from", description = "Match only lines of this day or later (2026-01-31); none for all")
    @Nullable
    String from;

    @Option(name = "--host", description = "The ERP's id of the account; none to take it away")
    @Nullable
    String host;

    @Option(name = "--label", description = "What you call it; none for what the bank calls it")
    @Nullable
    String label;

    @Option(name = "--full", description = "Show the account number in full")
    boolean full;

    @Override
    boolean full() {
        return full;
    }

    @Override
    void run(Caller caller) throws Exception {
        if (on && off) {
            throw new CommandException("An account is either --on or --off");
        }
        Account account = account(caller, id);
        if (on || off || from != null || host != null) {
            account = journal().configure(caller, account.id(), settings(account));
        }
        if (label != null) {
            account = journal().rename(caller, account.id(), NOTHING.equals(label) ? "" : label);
        }
        if (json) {
            printJson(Shapes.account(account, full));
            return;
        }
        say(Shapes.label(account, full) + ", " + Shapes.number(account.reference(), full) + ": "
                + (account.active() ? "on" : "off") + ", counts from "
                + (account.countFrom() == null ? "its first line" : account.countFrom()) + ", in the ERP "
                + Texts.orDash(account.hostAccount())
                + (account.connection() == null ? ", not linked" : ""));
    }

    private AccountSettings settings(Account now) {
        LocalDate countFrom = NOTHING.equals(from) ? null : from == null ? now.countFrom() : Texts.day("--from", from);
        String hostAccount = NOTHING.equals(host) ? null : host == null ? now.hostAccount() : host;
        return new AccountSettings(on || now.active() && !off, countFrom, hostAccount);
    }
}
