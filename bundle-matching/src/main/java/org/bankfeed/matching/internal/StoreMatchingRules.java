package org.bankfeed.matching.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
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
import org.bankfeed.matching.internal.rule.Rulebook;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.LineTable;
import org.bankfeed.matching.internal.table.RuleTable;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.store.Stage;
import org.bankfeed.store.Store;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The rules of companies, kept in the matching's stage. A change takes its company's row, so that they come one by one. */
@Component(service = MatchingRules.class)
public final class StoreMatchingRules implements MatchingRules {

    private static final int MOST = 500;
    private static final Pattern LIKE_IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

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
            throw missing(rule);
        }
        return changes;
    }

    @Override
    public Rule add(Caller caller, RuleContent content) throws MatchingException {
        caller.require("make a rule", Role.BOOKKEEPER);
        refuseTypingError(content);
        CompanyId company = caller.company();
        return stage.<Rule, MatchingException>inTransaction(unit -> {
            CompanyRow.take(unit, company);
            List<Rule> there = RuleTable.all(unit, company);
            for (Rule other : there) {
                if (other.content().equals(content)) {
                    throw new MatchingException(
                            Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.RULE_SAYS_THE_SAME, name(other.id())));
                }
            }
            if (there.size() >= MOST) {
                throw new MatchingException(
                        Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.TOO_MANY_RULES, new Count(MOST)));
            }
            int made = RuleTable.next(unit, company);
            Instant now = clock.instant();
            Rule rule = new Rule(new RuleId("R" + made), content, Rule.State.DRAFT, 1, caller.name(), now, null, 0);
            RuleTable.insert(unit, company, rule, made);
            note(unit, caller, rule, RuleChange.Act.ADDED, 1, now);
            return rule;
        });
    }

    /** A rule for an account that there cannot be would wait for ever. */
    private static void refuseTypingError(RuleContent content) throws MatchingException {
        if (content instanceof RuleContent.NotAnInvoice rule && rule.sign() == RuleContent.NotAnInvoice.Sign.ACCOUNT) {
            String number = Fold.compact(rule.value());
            if (LIKE_IBAN.matcher(number).matches() && !AccountReference.isIban(number)) {
                throw new MatchingException(
                        Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.RULE_OF_NO_IBAN, new Name(rule.shown())));
            }
        }
    }

    @Override
    public RuleTrial tryOut(Caller caller, RuleId id, Progress progress) throws MatchingException {
        caller.require("try a rule", Role.VIEWER, Role.BOOKKEEPER);
        Rule rule = stage.<Rule, MatchingException>inTransaction(unit -> one(unit, caller, id));
        List<Rule> rules = stage.inTransaction(unit -> RuleTable.all(unit, caller.company()));
        LocalDate since = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusYears(1);
        OwnHistory history = new OwnHistory(stage, caller.company());
        Comparison comparison = new Comparison(policy(rules, rule, false), policy(rules, rule, true), since);
        try {
            RuleTrial trial = comparison.play(history::next, history.lines(), progress);
            if (trial.complete()) {
                keep(caller, rule, trial);
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
            boolean tolerances = rule.content() instanceof RuleContent.Tolerance other
                    && tried.content() instanceof RuleContent.Tolerance mine
                    && other.currency().equals(mine.currency());
            boolean stays = rule.state() == Rule.State.ON && !(with && tolerances);
            if (rule.id().equals(tried.id()) ? with : stays) {
                inForce.add(new Rulebook.InForce(rule.id().value(), rule.content()));
            }
        }
        return Rulebook.of(inForce);
    }

    private void keep(Caller caller, Rule rule, RuleTrial trial) throws MatchingException {
        stage.<Rule, MatchingException>inTransaction(unit -> {
            CompanyRow.take(unit, caller.company());
            Rule now = one(unit, caller, rule.id());
            Instant at = clock.instant();
            RuleTable.tried(unit, caller.company(), rule.id(), new Rule.Tried(at, caller.name(), trial.counts()));
            note(unit, caller, now, RuleChange.Act.TRIED, now.version() + 1, at);
            return now;
        });
    }

    @Override
    public Rule on(Caller caller, RuleId id, long version) throws MatchingException {
        caller.require("switch a rule on", Role.BOOKKEEPER);
        return change(caller, id, version, Rule.State.ON, RuleChange.Act.SWITCHED_ON, (unit, rule) -> {
            if (rule.tried() == null) {
                throw new MatchingException(Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.RULE_NOT_TRIED));
            }
            for (Rule other : RuleTable.all(unit, caller.company())) {
                if (other.state() == Rule.State.ON && sameTolerance(other.content(), rule.content())) {
                    throw new MatchingException(
                            Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.RULE_OF_THE_CURRENCY, name(other.id())));
                }
            }
        });
    }

    private static boolean sameTolerance(RuleContent a, RuleContent b) {
        return a instanceof RuleContent.Tolerance one
                && b instanceof RuleContent.Tolerance other
                && one.currency().equals(other.currency());
    }

    @Override
    public Rule off(Caller caller, RuleId id, long version) throws MatchingException {
        caller.require("switch a rule off", Role.BOOKKEEPER);
        return change(caller, id, version, Rule.State.OFF, RuleChange.Act.SWITCHED_OFF, (unit, rule) -> {});
    }

    @Override
    public void remove(Caller caller, RuleId id, long version) throws MatchingException {
        caller.require("remove a rule", Role.BOOKKEEPER);
        change(caller, id, version, null, RuleChange.Act.REMOVED, (unit, rule) -> {
            if (rule.state() == Rule.State.ON) {
                throw new MatchingException(Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.RULE_IS_ON, name(id)));
            }
        });
    }

    @Override
    public int reopen(Caller caller, RuleId id) throws MatchingException {
        caller.require("open lines again", Role.BOOKKEEPER);
        List<TransactionId> lines = stage.<List<TransactionId>, MatchingException>inTransaction(unit -> {
            if (one(unit, caller, id).state() == Rule.State.ON) {
                throw new MatchingException(Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.RULE_SETTLES_AGAIN, name(id)));
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
                    e.reason(), Sentence.of(RefusalCode.LINES_OPENED_IN_PART, name(id), e.sentence()));
        }
    }

    /** What must hold for a change. */
    @FunctionalInterface
    private interface Condition {
        void check(UnitOfWork unit, Rule rule) throws MatchingException;
    }

    private Rule change(
            Caller caller, RuleId id, long version, Rule.@Nullable State state, RuleChange.Act act, Condition condition)
            throws MatchingException {
        return stage.<Rule, MatchingException>inTransaction(unit -> {
            CompanyRow.take(unit, caller.company());
            Rule rule = one(unit, caller, id);
            if (rule.version() != version) {
                throw new MatchingException(
                        Reason.CHANGED_MEANWHILE,
                        Sentence.of(RefusalCode.RULE_CHANGED, name(id), new Name(rule.changedBy())));
            }
            if (rule.state() == state) {
                return rule;
            }
            condition.check(unit, rule);
            Instant now = clock.instant();
            RuleTable.update(unit, caller.company(), id, state, caller.name(), now);
            note(unit, caller, rule, act, rule.version() + 1, now);
            return RuleTable.one(unit, caller.company(), id).orElse(rule);
        });
    }

    private static void note(UnitOfWork unit, Caller caller, Rule rule, RuleChange.Act act, long version, Instant at) {
        RuleTable.note(unit, caller.company(), rule.id(), new RuleChange(version, act, caller.name(), at));
        String what =
                switch (act) {
                    case ADDED -> "Rule added";
                    case TRIED -> "Rule tried on the past";
                    case SWITCHED_ON -> "Rule switched on";
                    case SWITCHED_OFF -> "Rule switched off";
                    case REMOVED -> "Rule removed";
                };
        unit.audit(
                caller, "rule", rule.id().value(), what + ": " + rule.content().sentence());
    }

    private static Rule one(UnitOfWork unit, Caller caller, RuleId id) throws MatchingException {
        return RuleTable.one(unit, caller.company(), id).orElseThrow(() -> missing(id));
    }

    private static Name name(RuleId id) {
        return new Name(id.value());
    }

    private static MatchingException missing(RuleId id) {
        return new MatchingException(Reason.NOT_FOUND, Sentence.of(RefusalCode.NO_RULE, name(id)));
    }
}
