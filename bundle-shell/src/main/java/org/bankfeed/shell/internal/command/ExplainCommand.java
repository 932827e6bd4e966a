package org.bankfeed.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.shell.internal.completer.TransactionCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "bank", name = "explain", description = "Say what was decided of a bank line, and why")
public final class ExplainCommand extends TransactionCommand {

    @Argument(name = "transaction", description = "Its id, as bank:transactions shows it", required = true)
    @Completion(TransactionCompleter.class)
    String id = "";

    @Argument(index = 1, name = "options", description = "Options may also stand here", multiValued = true)
    @Nullable
    List<String> more;

    @Override
    @Nullable
    List<String> more() {
        return more;
    }

    @Override
    void act(Caller caller) throws Exception {
        TransactionId transaction = TransactionId.parse(id);
        Locale spoken = language();
        Decision decision = decision(caller, transaction);
        BankTransaction line = transaction(caller, transaction);
        SetOff setOff = SetOff.of(matching(), caller, decision, line);
        List<TransactionId> givenBackBy =
                matching().givenBackBy(caller, List.of(transaction)).getOrDefault(transaction, List.of());
        if (json) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>(Shapes.decision(decision, setOff, full, spoken));
            fields.put(
                    "givenBackBy",
                    givenBackBy.stream().map(TransactionId::toString).toList());
            fields.put("line", line == null ? null : Shapes.transaction(line, decision, full));
            printJson(fields);
            return;
        }
        sayLine(transaction, line);
        sayDecision(decision, setOff);
        givenBackBy.forEach(later -> say("  Given back by the later line " + later));
        if (decision.proposals().isEmpty()) {
            sayEvidence("  ", decision.evidence(), spoken);
        } else {
            sayProposals(decision, setOff);
        }
    }
}
