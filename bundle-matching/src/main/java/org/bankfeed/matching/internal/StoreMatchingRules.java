package org.bankfeed.matching.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Backtests.Progress;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingException.Reason;
import org.bankfeed.matching.MatchingRules;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.matching.RefusalCode;
import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleChange;
import org.bankfeed.matching.RuleContent;
import org.bankfeed.matching.RuleId;
import org.bankfeed.matching.RuleTrial;
import org.bankfeed.matching.internal.backtest.Comparison;
import org.bankfeed.matching.internal.core.book.Policy;
import org.bankfeed.matching.internal.history.OwnHistory;
import org.bankfeed.matching.internal.person.RuleActs;
import org.bankfeed.matching.internal.rule.Rulebook;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.RuleTable;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The rules of companies, kept in the matching's stage. */
@Component(service = MatchingRules.class)
public final class StoreMatchingRules implements MatchingRules {

    private final Stage stage;
    private final PaymentMatching matching;
    private final Clock clock;

    @Activate
    public StoreMatchingRules(
            @Reference Store store,
            @Reference PaymentMatching matching,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Clock clock) {
        this.stage = store.stage("matching", StorePaymentMatching.SCHEMA);
        this.matching = matching;
        this.clock = clock == null ? Clock.systemUTC() : clock;
    }

    @Override
    public List<Rule> rules(Caller caller) {
        caller.require("see the rules", Role.VIEWER, Role.BOOKKEEPER);
        return stage.inTransaction(unit -> RuleTable.all(unit, caller.company()));
    }

    @Override
    public List<RuleChange> changes(Caller caller, RuleId rule) throws MatchingException {
        caller.require("see the rules", Role.VIEWER, Role.BOOKKEEPER);
        List<RuleChange> changes = stage.inTransaction(unit -> RuleTable.changes(unit, caller.company(), rule));
        if (changes.isEmpty()) {
            throw RuleActs.missing(rule);
        }
        return changes;
    }

    @Override
    public Rule add(Caller caller, RuleContent content) throws MatchingException {
        caller.require("make a rule", Role.BOOKKEEPER);
        return acts(caller).add(content);
    }

    @Override
    public RuleTrial tryOut(Caller caller, RuleId id, Progress progress) throws MatchingException {
        caller.require("try a rule", Role.VIEWER, Role.BOOKKEEPER);
        Rule rule = stage.<Rule, MatchingException>inTransaction(unit -> RuleActs.one(unit, caller.company(), id));
        List<Rule> rules = stage.inTransaction(unit -> RuleTable.all(unit, caller.company()));
        LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(1);
        OwnHistory history = new OwnHistory(stage, caller.company());
        Comparison comparison = new Comparison(policy(rules, rule, false), policy(rules, rule, true), since);
        try {
            RuleTrial trial = comparison.play(history::next, history.lines(), progress);
            if (trial.complete()) {
                acts(caller).tried(id, trial);
            }
            return trial;
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is read but the database
        }
    }

    /** What is in force, with one rule or without it. */
    private static Policy policy(List<Rule> rules, Rule tried, boolean with) {
        List<Rulebook.InForce> inForce = new ArrayList<>();
        for (Rule rule : rules) {
            boolean givesWay = with && RuleActs.sameTolerance(rule.content(), tried.content());
            boolean stays = rule.state() == Rule.State.ON && !givesWay;
            if (rule.id().equals(tried.id()) ? with : stays) {
                inForce.add(new Rulebook.InForce(rule.id().value(), rule.content()));
            }
        }
        return Rulebook.of(inForce);
    }

    @Override
    public Rule on(Caller caller, RuleId id, long version) throws MatchingException {
        caller.require("switch a rule on", Role.BOOKKEEPER);
        return acts(caller).on(id, version);
    }

    @Override
    public Rule off(Caller caller, RuleId id, long version) throws MatchingException {
        caller.require("switch a rule off", Role.BOOKKEEPER);
        return acts(caller).off(id, version);
    }

    @Override
    public void remove(Caller caller, RuleId id, long version) throws MatchingException {
        caller.require("remove a rule", Role.BOOKKEEPER);
        acts(caller).remove(id, version);
    }

    @Override
    public int reopen(Caller caller, RuleId id) throws MatchingException {
        caller.require("open lines again", Role.BOOKKEEPER);
        List<TransactionId> lines = stage.<List<TransactionId>, MatchingException>inTransaction(unit -> {
            if (RuleActs.one(unit, caller.company(), id).state() == Rule.State.ON) {
                throw new MatchingException(
                        Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.RULE_SETTLES_AGAIN, new Name(id.value())));
            }
            return LineTable.settledBy(unit, caller.company(), id.value());
        });
        int opened = 0;
        for (TransactionId line : lines) {
            opened += reopened(caller, id, line) ? 1 : 0;
        }
        return opened;
    }

    /** Whether it was still as the rule had settled it. */
    private boolean reopened(Caller caller, RuleId id, TransactionId line) throws MatchingException {
        Decision now = matching.decision(caller, line).orElse(null);
        if (now == null || now.state() != Decision.State.NOT_AN_INVOICE || now.decidedBy() != null) {
            return false;
        }
        try {
            matching.undo(caller, line, now.version());
            return true;
        } catch (MatchingException e) {
            if (e.reason() == Reason.CHANGED_MEANWHILE) {
                return false; // somebody has just decided it
            }
            throw new MatchingException(
                    e.reason(), Sentence.of(RefusalCode.LINES_OPENED_IN_PART, new Name(id.value()), e.sentence()));
        }
    }

    private RuleActs acts(Caller caller) {
        return new RuleActs(stage, clock, caller);
    }
}
