package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.shell.internal.completer.DoubtCandidateCompleter;
import org.bankfeed.shell.internal.completer.DoubtCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "doubt-same",
        description = "Say that a doubtful line is one that is known; also takes back that it was said to be new")
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
        boolean wasNew = journal().saidNew(caller).stream()
                .anyMatch(doubt -> doubt.line().id().equals(line));
        setAside(caller, line, wasNew);
        journal().isSame(caller, line, same);
        setAside(caller, line, wasNew); // it may have been taken up meanwhile
        if (json) {
            printJson(new Json.Fields()
                    .put("transaction", line)
                    .put("state", "SAME")
                    .put("known", same)
                    .map());
        } else {
            say((wasNew ? "It was said to be new; that is taken back. " : "") + line + " is the same as " + same
                    + ", and is shown and matched no more. bank:doubt-new " + line + " takes that back.");
        }
    }

    /** What the matching decided of a line that is none of its own is taken back: no booking of it stays. */
    private void setAside(Caller caller, TransactionId line, boolean wasNew)
            throws CommandException, MatchingException {
        Decision decision = wasNew ? matching().decision(caller, line).orElse(null) : null;
        if (decision != null && decision.state() != Decision.State.NOT_AN_INVOICE) {
            matching().setAside(caller, line, decision.version());
        }
    }

    private TransactionId onlyCandidate(Caller caller, TransactionId line) throws CommandException {
        List<BankTransaction> candidates = Stream.concat(
                        journal().doubts(caller).stream(), journal().saidNew(caller).stream())
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
