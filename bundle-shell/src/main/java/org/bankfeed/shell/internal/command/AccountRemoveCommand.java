package org.bankfeed.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.AccountId;
import org.bankfeed.shell.internal.completer.UnlinkedAccountCompleter;

@Service
@Command(
        scope = "bank",
        name = "account-remove",
        description = "Forget an account that was entered by mistake and that no link ever shared")
public final class AccountRemoveCommand extends OneThingCommand {

    @Argument(name = "account", description = "Its id, as bank:accounts shows it", required = true)
    @Completion(UnlinkedAccountCompleter.class)
    String account = "";

    @Override
    void run(Caller caller) throws Exception {
        journal().remove(caller, new AccountId(account));
        if (json) {
            printJson(new Json.Fields()
                    .put("account", account)
                    .put("state", "REMOVED")
                    .map());
        } else {
            say("Removed " + account + "; nothing had come from it.");
        }
    }
}
