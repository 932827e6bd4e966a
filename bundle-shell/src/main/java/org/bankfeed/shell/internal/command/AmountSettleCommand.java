package org.bankfeed.shell.internal.command;

import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.ChangedAmount;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.shell.internal.completer.ChangedAmountCompleter;

@Service
@Command(
        scope = "bank",
        name = "amount-settle",
        description = "Say that a changed amount was compared with the bank's statement and is settled")
public final class AmountSettleCommand extends OneThingCommand {

    @Argument(name = "line", description = "Its id, as bank:amounts shows it", required = true)
    @Completion(ChangedAmountCompleter.class)
    String id = "";

    @Option(name = "--undo", description = "Take back that it is settled")
    boolean undo;

    @Override
    void run(Caller caller) throws Exception {
        TransactionId line = TransactionId.parse(id);
        if (undo) {
            journal().reopenAmount(caller, line);
        } else {
            journal().settleAmount(caller, line, changed(caller, line).told());
        }
        if (json) {
            printJson(AmountsCommand.json(changed(caller, line)));
        } else {
            say(undo ? line + " waits again." : line + " is settled; --undo takes that back.");
        }
    }

    private ChangedAmount changed(Caller caller, TransactionId line) throws Exception {
        return journal().changedAmounts(caller).stream()
                .filter(changed -> changed.line().id().equals(line))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The bank has not changed the amount of " + line + ": bank:amounts lists those that it did"));
    }
}
