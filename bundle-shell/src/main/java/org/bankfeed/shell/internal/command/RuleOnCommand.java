package org.bankfeed.shell.internal.command;

import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.Rule;

@Service
@Command(scope = "bank", name = "rule-on", description = "Put a rule in force that was tried, from the next line on")
public final class RuleOnCommand extends NamedRuleCommand {

    @Override
    void run(Caller caller, Rule rule, long seen) throws Exception {
        print(rules().on(caller, rule.id(), seen));
    }
}
