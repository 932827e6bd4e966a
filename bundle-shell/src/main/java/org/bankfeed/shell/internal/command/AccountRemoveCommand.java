package org.bankfeed.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.AccountId;
import org.bankfeed.shell.internal.completer.UnlinkedAccountCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "account-remove",
        description = "Forget an account that was entered by mistake and that no link ever shared")
public final class AccountRemoveCommand extends BankCommand {

    @Argument(name = "account", description = "Its id, as bank:accounts shows it", required = true)
    @Completion(UnlinkedAccountCompleter.class)
    String account = "";

    @Argument(index = 1, name = "options", description = "Options may also stand here", multiValued = true)
    @Nullable
    List<String> more;

    @Override
    @Nullable
    List<String> more() {
        return more;
    }

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
