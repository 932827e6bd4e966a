package org.bankfeed.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.shell.internal.completer.DoubtCandidateCompleter;
import org.bankfeed.shell.internal.completer.DoubtCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "bank", name = "doubt-same", description = "Say that a doubtful line is one that is known")
public final class DoubtSameCommand extends BankCommand {

    @Argument(name = "line", description = "Its id, as bank:doubts shows it", required = true)
    @Completion(DoubtCompleter.class)
    String id = "";

    @Argument(
            index = 1,
            name = "known",
            description =
                    "Which known line it is; may be left out where there is one only. Options may also stand here",
            multiValued = true)
    @Completion(DoubtCandidateCompleter.class)
    @Nullable
    List<String> more;

    /** Which known line it is said to be. */
    @Nullable
    String known;

    @Override
    @Nullable
    List<String> more() {
        return more;
    }

    @Override
    void accept(List<String> words) {
        if (words.size() > 1) {
            throw new IllegalArgumentException("'" + words.get(1) + "' is one argument too many: it is one known line");
        }
        known = words.isEmpty() ? null : words.get(0);
    }

    @Override
    void run(Caller caller) throws Exception {
        TransactionId line = TransactionId.parse(id);
        TransactionId same = known == null ? onlyCandidate(caller, line) : TransactionId.parse(known);
        journal().isSame(caller, line, same);
        if (json) {
            printJson(new Json.Fields()
                    .put("transaction", line)
                    .put("state", "SAME")
                    .put("known", same)
                    .map());
        } else {
            say(line + " is the same as " + same + ", and is shown and matched no more. bank:doubt-new " + line
                    + " takes that back.");
        }
    }

    private TransactionId onlyCandidate(Caller caller, TransactionId line) throws CommandException {
        List<BankTransaction> candidates = journal().doubts(caller).stream()
                .filter(doubt -> doubt.line().id().equals(line))
                .flatMap(doubt -> doubt.candidates().stream())
                .toList();
        if (candidates.isEmpty()) {
            throw new CommandException(line + " is not in doubt: bank:doubts lists those that are");
        }
        if (candidates.size() > 1) {
            throw new CommandException("There are " + candidates.size() + " lines that " + line
                    + " may be: say which one behind it (bank:doubts shows them)");
        }
        return candidates.get(0).id();
    }
}
