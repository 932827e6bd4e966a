package org.bankfeed.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.shell.internal.completer.TransactionCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "undo",
        description = "Take back what was decided of a bank line; its booking is reversed")
public final class UndoCommand extends TransactionCommand {

    @Argument(name = "transaction", description = "Its id, as bank:transactions shows it", required = true)
    @Completion(TransactionCompleter.class)
    String id = "";

    @Argument(index = 1, name = "options", description = "Options may also stand here", multiValued = true)
    @Nullable
    List<String> more;

    @Option(name = "--version", description = "Of the decision that you saw; else the present one")
    @Nullable
    Long version;

    @Override
    @Nullable
    List<String> more() {
        return more;
    }

    @Override
    void act(Caller caller) throws Exception {
        TransactionId transaction = TransactionId.parse(id);
        long seen = version == null ? decision(caller, transaction).version() : version;
        print(caller, matching().undo(caller, transaction, seen));
    }
}
