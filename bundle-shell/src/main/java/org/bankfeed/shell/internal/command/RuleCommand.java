package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.MatchingRules;
import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleTrial;
import org.jspecify.annotations.Nullable;

/** What concerns the company's own rules. */
abstract class RuleCommand extends BankCommand {

    @Reference(optional = true)
    @Nullable
    MatchingRules rules;

    MatchingRules rules() throws CommandException {
        return present(rules, "The matching is", "bankfeed-matching");
    }

    Rule rule(Caller caller, String id) throws CommandException {
        List<Rule> there = rules().rules(caller);
        return there.stream()
                .filter(rule -> rule.id().value().equalsIgnoreCase(id))
                .findFirst()
                .orElseThrow(() -> new CommandException("There is no rule " + id + ": bank:rules lists them"));
    }

    /** Says how a rule stands. */
    void print(Rule rule) {
        if (json) {
            printJson(json(rule));
            return;
        }
        say("Rule " + rule.id() + " is " + said(rule.state()) + ": "
                + rule.content().sentence() + ".");
    }

    static String said(Rule.State state) {
        return switch (state) {
            case DRAFT -> "a draft";
            case ON -> "on";
            case OFF -> "off";
        };
    }

    /** What a trial showed, in one sentence without its end. */
    static String said(RuleTrial.Counts counts) {
        String more =
                counts.more() + " more decided by itself, " + counts.against() + " of them against what was decided";
        return counts.fewer() == 0
                ? more
                : more + "; " + counts.fewer() + " fewer booked, " + counts.fewerWrong() + " of them mistakes";
    }

    static Map<String, @Nullable Object> json(Rule rule) {
        Rule.Tried tried = rule.tried();
        return new Json.Fields()
                .put("id", rule.id())
                .put("state", rule.state())
                .put("sentence", rule.content().sentence())
                .put("version", rule.version())
                .put("changedBy", rule.changedBy())
                .put("changedAt", rule.changedAt())
                .put("triedAt", tried == null ? null : tried.at())
                .put("trial", tried == null ? null : json(tried.counts()))
                .put("settled", rule.settled())
                .map();
    }

    static Map<String, @Nullable Object> json(RuleTrial.Counts counts) {
        return new Json.Fields()
                .put("more", counts.more())
                .put("against", counts.against())
                .put("fewer", counts.fewer())
                .put("fewerWrong", counts.fewerWrong())
                .map();
    }
}
