package org.bankfeed.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.DoubtfulLine;
import org.bankfeed.journal.DoubtfulLine.Decision;
import org.bankfeed.shell.internal.completer.AccountCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "doubt-all",
        description = "Say the same of all doubtful lines of an account, as after a bank worded everything anew")
public final class DoubtAllCommand extends OneThingCommand {

    @Argument(name = "account", description = "Its id, as bank:accounts shows it", required = true)
    @Completion(AccountCompleter.class)
    String account = "";

    @Option(name = "--new", description = "They are new")
    boolean fresh;

    @Option(name = "--same", description = "They are known ones: all of which it is clear which one each may be")
    boolean same;

    @Option(name = "--count", description = "Of how many lines you say so; without it nothing is done, and it is told")
    @Nullable
    Integer count;

    @Override
    void run(Caller caller) throws Exception {
        if (fresh == same) {
            throw new IllegalArgumentException("Say what they are: --new or --same");
        }
        Decision decision = fresh ? Decision.NEW : Decision.SAME;
        AccountId id = new AccountId(account);
        if (count != null) {
            journal().decideAll(caller, id, decision, count);
        }
        tell(decision, count == null ? meant(caller, id, decision) : count, count != null);
    }

    private int meant(Caller caller, AccountId id, Decision decision) throws Exception {
        List<DoubtfulLine> waiting = journal().doubts(caller).stream()
                .filter(line -> line.line().id().account().equals(id))
                .toList();
        return decision == Decision.SAME ? DoubtfulLine.clear(waiting).size() : waiting.size();
    }

    private void tell(Decision decision, int lines, boolean done) {
        if (json) {
            printJson(new Json.Fields()
                    .put("account", account)
                    .put("decision", decision)
                    .put("count", lines)
                    .put("done", done)
                    .map());
            return;
        }
        String what = lines + (lines == 1 ? " line" : " lines");
        if (done) {
            say(what + (decision == Decision.NEW ? " taken as new." : " kept as other ids of those that were known."));
        } else {
            say(
                    lines == 0
                            ? "There is no such line of " + account + ": bank:doubts lists those that wait."
                            : "Nothing was done: that would be said of " + what + ". Add --count " + lines
                                    + " if you mean all of them.");
        }
    }
}
