package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.ReceivedEvent;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "bank", name = "events", description = "List what the provider called out to us, and what came of it")
public final class EventsCommand extends BankCommand {

    @Option(name = "--limit", description = "At most so many, the newest; 1 to 500")
    int limit = 50;

    @Override
    void run(Caller caller) throws Exception {
        List<ReceivedEvent> events = journal().events(caller, limit);
        if (json) {
            printJson(events.stream().map(EventsCommand::json).toList());
            return;
        }
        ShellTable table = new ShellTable();
        for (String column : List.of(Texts.in("Came"), "Times", "Kind", "Account", "State")) {
            table.column(column);
        }
        table.column(Columns.sentence("What came of it"));
        table.emptyTableText("No webhook has come: the operator guide says how to register their address.");
        for (ReceivedEvent event : events) {
            table.addRow()
                    .addContent(
                            Texts.minute(event.receivedAt()),
                            event.deliveries(),
                            event.kind(),
                            Texts.orDash(event.account()),
                            event.state(),
                            Shapes.said(event.sentence(), false, language()));
        }
        table.print(out);
    }

    private static Map<String, @Nullable Object> json(ReceivedEvent event) {
        return new Json.Fields()
                .put("id", event.id())
                .put("kind", event.kind())
                .put("type", event.type())
                .put("connection", event.connection())
                .put("account", event.account())
                .put("createdAt", event.createdAt())
                .put("receivedAt", event.receivedAt())
                .put("deliveries", event.deliveries())
                .put("state", event.state())
                .put("sentence", Shapes.said(event.sentence(), false, Locale.ENGLISH))
                .map();
    }
}
