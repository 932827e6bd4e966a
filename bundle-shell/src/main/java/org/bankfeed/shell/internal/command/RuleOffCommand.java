package org.bankfeed.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.Rule;

@Service
@Command(
        scope = "bank",
        name = "rule-off",
        description =
                "Take a rule out of force, from the next line on; with --reopen also what it settled is opened again")
public final class RuleOffCommand extends NamedRuleCommand {

    @Option(name = "--reopen", description = "Open the lines again that stand as no invoice by it")
    boolean reopen;

    @Override
    void run(Caller caller, Rule rule, long seen) throws Exception {
        Rule off = rule.state() == Rule.State.ON ? rules().off(caller, rule.id(), seen) : rule;
        int opened = reopen ? rules().reopen(caller, rule.id()) : 0;
        print(off);
        if (reopen && !json) {
            say("Lines opened again: " + opened + ".");
        }
    }
}
