package org.bankfeed.shell.internal.command;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.Backtests;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingRules;
import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleChange;
import org.bankfeed.matching.RuleContent;
import org.bankfeed.matching.RuleId;
import org.bankfeed.matching.RuleTrial;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Rules kept in a list; a trial finds one line, against what was decided. */
final class FakeRules implements MatchingRules {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    final List<Rule> all = new ArrayList<>();

    @Override
    public List<Rule> rules(Caller caller) {
        return List.copyOf(all);
    }

    @Override
    public List<RuleChange> changes(Caller caller, RuleId rule) {
        return List.of();
    }

    @Override
    public Rule add(Caller caller, RuleContent content) {
        caller.require("make a rule", Role.BOOKKEEPER);
        Rule rule =
                new Rule(new RuleId("R" + (all.size() + 1)), content, Rule.State.DRAFT, 1, caller.name(), NOW, null, 0);
        all.add(rule);
        return rule;
    }

    @Override
    public RuleTrial tryOut(Caller caller, RuleId rule, Backtests.Progress progress) {
        RuleTrial.Counts counts = new RuleTrial.Counts(1, 1, 0, 0);
        put(rule, null, new Rule.Tried(NOW, caller.name(), counts));
        RuleTrial.Change change = new RuleTrial.Change(
                "A1:T1",
                LocalDate.of(2026, 3, 10),
                Money.of("-1800.00", "EUR"),
                "Janssens",
                "loon BE62510007547061",
                RuleTrial.Answer.BOOKED,
                RuleTrial.Answer.NOT_AN_INVOICE,
                List.of(),
                List.of(),
                true);
        RuleTrial.Change less = new RuleTrial.Change(
                "A1:T2",
                LocalDate.of(2026, 3, 11),
                Money.of("267.33", "EUR"),
                "Peeters",
                "475",
                RuleTrial.Answer.BOOKED,
                RuleTrial.Answer.BOOKED,
                List.of(part("0.00")),
                List.of(part("1.50")),
                true);
        return new RuleTrial(LocalDate.of(2025, 3, 10), 420, counts, List.of(change, less), true);
    }

    private static BacktestReport.Part part(String writtenOff) {
        return new BacktestReport.Part("S475", "2025-0475", Money.of("267.33", "EUR"), Money.of(writtenOff, "EUR"));
    }

    @Override
    public Rule on(Caller caller, RuleId rule, long version) throws MatchingException {
        check(rule, version);
        return put(rule, Rule.State.ON, null);
    }

    @Override
    public Rule off(Caller caller, RuleId rule, long version) throws MatchingException {
        check(rule, version);
        return put(rule, Rule.State.OFF, null);
    }

    @Override
    public int reopen(Caller caller, RuleId rule) {
        return 3;
    }

    @Override
    public void remove(Caller caller, RuleId rule, long version) throws MatchingException {
        check(rule, version);
        all.removeIf(one -> one.id().equals(rule));
    }

    private void check(RuleId rule, long version) throws MatchingException {
        if (all.stream().noneMatch(one -> one.id().equals(rule) && one.version() == version)) {
            throw new MatchingException(MatchingException.Reason.CHANGED_MEANWHILE, "rule " + rule + " was changed");
        }
    }

    private Rule put(RuleId id, Rule.@Nullable State state, Rule.@Nullable Tried tried) {
        int at = 0;
        while (!all.get(at).id().equals(id)) {
            at++;
        }
        Rule now = all.get(at);
        Rule next = new Rule(
                id,
                now.content(),
                state == null ? now.state() : state,
                now.version() + 1,
                now.changedBy(),
                NOW,
                tried == null ? now.tried() : tried,
                now.settled());
        all.set(at, next);
        return next;
    }
}
