package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.BacktestReport.Part;
import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleTrial;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "rule-try",
        description = "Play the last twelve months with a rule and without it: which lines would have been decided"
                + " otherwise, and which of them against what was decided")
public final class RuleTryCommand extends NamedRuleCommand {

    @Option(name = "--full", description = "Show whole account numbers")
    boolean full;

    @Override
    void run(Caller caller, Rule rule, long seen) throws Exception {
        RuleTrial trial = rules().tryOut(caller, rule.id(), (lines, all) -> !Thread.currentThread()
                .isInterrupted());
        if (json) {
            printJson(new Json.Fields()
                    .put("rule", rule.id())
                    .put("from", trial.from())
                    .put("lines", trial.lines())
                    .put("complete", trial.complete())
                    .put("trial", json(trial.counts()))
                    .put("changes", trial.changes().stream().map(this::json).toList())
                    .map());
            return;
        }
        trial.changes().forEach(this::print);
        say("Of " + trial.lines() + " lines since " + trial.from() + ": " + said(trial.counts()) + "."
                + (trial.complete() ? "" : " It was ended before the end, and does not count as tried."));
    }

    private void print(RuleTrial.Change change) {
        say((change.against() ? "Against: " : "         ") + change.day() + "  " + change.amount() + "  "
                + Texts.orDash(Shapes.text(change.counterparty(), full)) + "  "
                + Texts.shortened(Shapes.text(change.text(), full), 80));
        List<Part> decided = change.decided();
        boolean otherwise = change.before() == RuleTrial.Answer.BOOKED && change.after() == RuleTrial.Answer.BOOKED;
        say("           " + said(change.before()) + (otherwise ? " otherwise" : "") + " → " + said(change.after())
                + (change.books().isEmpty() ? "" : " " + BacktestShapes.said(change.books()))
                + (decided == null ? "" : "; was decided: " + BacktestShapes.said(decided)));
    }

    private static String said(RuleTrial.Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private Map<String, @Nullable Object> json(RuleTrial.Change change) {
        List<Part> decided = change.decided();
        return new Json.Fields()
                .put("transaction", change.line())
                .put("executionDate", change.day())
                .put("amount", change.amount().decimal())
                .put("currency", change.amount().currency())
                .put("counterparty", Shapes.text(change.counterparty(), full))
                .put("remittance", Shapes.text(change.text(), full))
                .put("before", change.before())
                .put("after", change.after())
                .put("books", BacktestShapes.parts(change.books()))
                .put("decided", decided == null ? null : BacktestShapes.parts(decided))
                .put("against", change.against())
                .map();
    }
}
