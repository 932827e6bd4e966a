package org.bankfeed.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.shell.internal.completer.UnconfirmedCompleter;

@Service
@Command(
        scope = "bank",
        name = "accept",
        description = "Say that another organization than before was meant; bank:disconnect says that it was not")
public final class AcceptCommand extends OneThingCommand {

    @Argument(name = "connection", description = "Its id, as bank:connections shows it", required = true)
    @Completion(UnconfirmedCompleter.class)
    String connection = "";

    @Override
    void run(Caller caller) throws Exception {
        Connection now = journal().accept(caller, new ConnectionId(connection));
        if (json) {
            printJson(Shapes.connection(now));
        } else {
            say("Accepted: " + Texts.orDash(Shapes.organization(now)) + " (" + now.id()
                    + ") stands beside what was connected before. bank:sync reads its lines now.");
        }
    }
}
