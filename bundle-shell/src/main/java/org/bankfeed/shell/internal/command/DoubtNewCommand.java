package org.bankfeed.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.shell.internal.completer.DoubtCompleter;

@Service
@Command(
        scope = "bank",
        name = "doubt-new",
        description =
                "Say that a doubtful line is a new one; also takes back that it was said to be the same as another")
public final class DoubtNewCommand extends OneThingCommand {

    @Argument(name = "line", description = "Its id, as bank:doubts shows it", required = true)
    @Completion(DoubtCompleter.class)
    String id = "";

    @Override
    void run(Caller caller) throws Exception {
        TransactionId line = TransactionId.parse(id);
        journal().isNew(caller, line);
        if (json) {
            printJson(new Json.Fields()
                    .put("transaction", line)
                    .put("state", "NEW")
                    .put("known", null)
                    .map());
        } else {
            say(line + " is a new line; the matching takes it up with its next run (bank:sync). bank:doubt-same " + line
                    + " takes that back.");
        }
    }
}
