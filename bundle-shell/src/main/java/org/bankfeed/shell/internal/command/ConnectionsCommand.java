package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.Locale;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Connection;

@Service
@Command(scope = "bank", name = "connections", description = "List the links to providers and how each stands")
public final class ConnectionsCommand extends BankCommand {

    @Override
    void run(Caller caller) throws Exception {
        List<Connection> connections = journal().connections(caller);
        if (json) {
            printJson(connections.stream().map(Shapes::connection).toList());
            return;
        }
        Locale spoken = language();
        ShellTable table = new ShellTable();
        for (String column : List.of("Id", "Feed", "State", Texts.in("Since"), "Organization", "Last read")) {
            table.column(column);
        }
        table.column(Columns.sentence("Problem"));
        table.emptyTableText("Nothing is connected yet: bank:connect begins.");
        for (Connection connection : connections) {
            Organization organization = connection.organization();
            table.addRow()
                    .addContent(
                            connection.id(),
                            connection.feed(),
                            connection.state(),
                            Texts.minute(connection.since()),
                            organization == null ? "-" : Texts.orDash(organization.name()),
                            Texts.minute(connection.lastReadAt()),
                            Texts.orDash(Shapes.said(connection.problem(), false, spoken)));
        }
        table.print(out);
    }
}
