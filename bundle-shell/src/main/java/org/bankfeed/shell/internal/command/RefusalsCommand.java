package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.Refusal;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "bank", name = "refusals", description = "Say which bad input was refused, how often and why")
public final class RefusalsCommand extends BankCommand {

    @Override
    void run(Caller caller) throws Exception {
        List<Refusal> refusals = journal().refusals(caller);
        if (json) {
            printJson(refusals.stream().map(RefusalsCommand::json).toList());
            return;
        }
        ShellTable table = new ShellTable();
        table.column("What");
        table.column("How often").alignRight();
        table.column(Texts.in("Last"));
        table.column(Columns.sentence("Why, the last time"));
        table.emptyTableText("Nothing was refused since Bankfeed was installed.");
        for (Refusal refusal : refusals) {
            table.addRow()
                    .addContent(
                            refusal.kind(),
                            refusal.count(),
                            Texts.minute(refusal.lastAt()),
                            Shapes.said(refusal.lastSentence(), false, language()));
        }
        table.print(out);
    }

    private static Map<String, @Nullable Object> json(Refusal refusal) {
        return new Json.Fields()
                .put("kind", refusal.kind())
                .put("count", refusal.count())
                .put("lastAt", refusal.lastAt())
                .put("lastSentence", Shapes.said(refusal.lastSentence(), false, Locale.ENGLISH))
                .map();
    }
}
