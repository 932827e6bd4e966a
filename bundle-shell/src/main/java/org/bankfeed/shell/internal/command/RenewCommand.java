package org.bankfeed.shell.internal.command;

import java.net.URI;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.AccountId;
import org.bankfeed.shell.internal.completer.AccountCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "renew",
        description = "Say where the holder of an account renews his consent at the bank")
public final class RenewCommand extends OneThingCommand {

    @Argument(name = "account", description = "Its id, as bank:accounts shows it", required = true)
    @Completion(AccountCompleter.class)
    String account = "";

    @Option(
            name = "--back",
            description = "Where the browser comes back to; by default redirect.uri of etc/org.bankfeed.shell.cfg")
    @Nullable
    String back;

    @Override
    void run(Caller caller) throws Exception {
        URI page = journal().renew(caller, new AccountId(account), back());
        if (json) {
            printJson(
                    new Json.Fields().put("account", account).put("page", page).map());
            return;
        }
        say("The holder of the account opens this page and agrees once more:");
        say("");
        say("  " + page);
    }

    private URI back() throws CommandException {
        String text = back != null ? back : settings().redirectUri().orElse("");
        if (text.isEmpty()) {
            throw new CommandException("Say with --back where the browser shall come back to, or set redirect.uri in"
                    + " etc/org.bankfeed.shell.cfg");
        }
        return ConnectCommand.absolute("--back", text);
    }
}
