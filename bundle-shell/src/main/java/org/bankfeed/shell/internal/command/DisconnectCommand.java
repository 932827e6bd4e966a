package org.bankfeed.shell.internal.command;

import java.util.Locale;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.shell.internal.completer.ConnectionCompleter;

@Service
@Command(scope = "bank", name = "disconnect", description = "End a link to a provider; what was read stays")
public final class DisconnectCommand extends OneThingCommand {

    @Argument(name = "connection", description = "Its id, as bank:connections shows it", required = true)
    @Completion(ConnectionCompleter.class)
    String connection = "";

    @Override
    void run(Caller caller) throws Exception {
        Connection ended = journal().disconnect(caller, new ConnectionId(connection));
        if (json) {
            printJson(new Json.Fields()
                    .put("connection", connection)
                    .put("state", "DISCONNECTED")
                    .put("problem", Shapes.said(ended.problem(), false, Locale.ENGLISH))
                    .map());
        } else {
            say("Disconnected " + connection + "; its accounts and transactions stay readable."
                    + (ended.problem() == null ? "" : " " + Shapes.said(ended.problem(), false, language())));
        }
    }
}
