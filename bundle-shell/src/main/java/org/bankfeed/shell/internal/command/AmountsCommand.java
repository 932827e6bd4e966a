package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.ChangedAmount;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "amounts",
        description = "List the lines whose amount the bank changed afterwards; the first amount was kept")
public final class AmountsCommand extends BankCommand {

    @Override
    void run(Caller caller) throws Exception {
        List<ChangedAmount> changed = journal().changedAmounts(caller);
        if (json) {
            printJson(changed.stream().map(AmountsCommand::json).toList());
            return;
        }
        ShellTable table = new ShellTable();
        for (String column : List.of("Line", "Day", "Kept", "The bank says now", Texts.in("Since"), "Settled by")) {
            table.column(column);
        }
        table.emptyTableText("The bank has changed no amount.");
        for (ChangedAmount one : changed) {
            FeedTransaction line = one.line().line();
            table.addRow()
                    .addContent(
                            one.line().id(),
                            line == null ? "-" : line.executionDate(),
                            line == null ? "-" : line.amount(),
                            one.told(),
                            Texts.minute(one.since()),
                            Texts.orDash(one.settledBy()));
        }
        table.print(out);
        if (changed.stream().anyMatch(one -> one.settledAt() == null)) {
            say("Compare with the bank's statement; bank:amount-settle LINE says that it is settled.");
        }
    }

    static Map<String, @Nullable Object> json(ChangedAmount changed) {
        FeedTransaction line = changed.line().line();
        return new Json.Fields()
                .put("transaction", changed.line().id())
                .put("kept", line == null ? null : line.amount().decimal())
                .put("told", changed.told().decimal())
                .put("currency", changed.told().currency())
                .put("since", changed.since())
                .put("settledBy", changed.settledBy())
                .put("settledAt", changed.settledAt())
                .map();
    }
}
