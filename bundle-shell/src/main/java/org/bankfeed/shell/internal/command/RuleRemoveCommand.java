package org.bankfeed.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.Rule;

@Service
@Command(scope = "bank", name = "rule-remove", description = "Remove a rule that is not on; what it settled stays")
public final class RuleRemoveCommand extends NamedRuleCommand {

    @Override
    void run(Caller caller, Rule rule, long seen) throws Exception {
        rules().remove(caller, rule.id(), seen);
        if (json) {
            printJson(new Json.Fields()
                    .put("id", rule.id())
                    .put("state", "REMOVED")
                    .map());
            return;
        }
        say("Rule " + rule.id() + " is removed; what it settled stays as it is.");
    }
}
