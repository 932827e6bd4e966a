package org.bankfeed.shell.internal.command;

import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.Rule;

@Service
@Command(
        scope = "bank",
        name = "rules",
        description =
                "List the company's own rules: what is no invoice, what is written" + " off, what is left to a person")
public final class RulesCommand extends RuleCommand {

    @Override
    void run(Caller caller) throws Exception {
        List<Rule> all = rules().rules(caller);
        if (json) {
            printJson(all.stream().map(RuleCommand::json).toList());
            return;
        }
        ShellTable table = new ShellTable();
        table.column("Rule");
        table.column("State");
        table.column(Columns.sentence("Says"));
        table.column(Columns.remedy("Tried on the past"));
        table.column("Settled").alignRight();
        table.column("Changed");
        table.emptyTableText(
                "There is no rule: whatever has one explanation is booked by itself. bank:rule-add adds one.");
        for (Rule rule : all) {
            Rule.Tried tried = rule.tried();
            table.addRow()
                    .addContent(
                            rule.id(),
                            rule.state(),
                            rule.content().sentence(),
                            tried == null ? "-" : said(tried.counts()),
                            rule.settled(),
                            Texts.minute(rule.changedAt()) + " by " + rule.changedBy());
        }
        table.print(out);
    }
}
