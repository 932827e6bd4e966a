package org.bankfeed.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.DoubtfulLine;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "doubts",
        description = "List the lines that may be known already, with what each may be; they wait for you")
public final class DoubtsCommand extends TransactionCommand {

    @Override
    void act(Caller caller) throws Exception {
        List<DoubtfulLine> doubts = journal().doubts(caller);
        if (json) {
            printJson(doubts.stream().map(this::json).toList());
            return;
        }
        for (DoubtfulLine doubt : doubts) {
            sayLine(doubt.line().id(), doubt.line());
            for (BankTransaction known : doubt.candidates()) {
                say("  may be");
                sayLine(known.id(), known);
            }
            say("");
        }
        say(
                doubts.isEmpty()
                        ? "No line is in doubt."
                        : "bank:doubt-new LINE takes one as new, bank:doubt-same LINE [KNOWN] as one that is known,"
                                + " bank:doubt-all ACCOUNT all of an account.");
    }

    private Map<String, @Nullable Object> json(DoubtfulLine doubt) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("line", Shapes.transaction(doubt.line(), null, full));
        fields.put(
                "candidates",
                doubt.candidates().stream()
                        .map(known -> Shapes.transaction(known, null, full))
                        .toList());
        return fields;
    }
}
