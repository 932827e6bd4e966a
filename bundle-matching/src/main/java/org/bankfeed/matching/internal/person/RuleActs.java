package org.bankfeed.matching.internal.person;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.matching.MatchingException.Reason;
import org.bankfeed.matching.RefusalCode;
import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleChange;
import org.bankfeed.matching.RuleContent;
import org.bankfeed.matching.RuleId;
import org.bankfeed.matching.RuleTrial;
import org.bankfeed.matching.internal.table.CompanyRow;
import org.bankfeed.matching.internal.table.RuleTable;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.store.Stage;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.bankfeed.words.Argument.Count;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** What a person does to the rules of his company. It takes the company's row, so that changes come one by one. */
public final class RuleActs {

    private static final int MOST = 500;
    private static final Pattern LIKE_IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");

    private final Stage stage;
    private final Clock clock;
    private final Caller caller;

    public RuleActs(Stage stage, Clock clock, Caller caller) {
        this.stage = stage;
        this.clock = clock;
        this.caller = caller;
    }

    public Rule add(RuleContent content) throws MatchingException {
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
            note(unit, rule, RuleChange.Act.ADDED, 1, now);
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

    /** Switches it on; it must have been tried on the past. */
    public Rule on(RuleId id, long version) throws MatchingException {
        return change(id, version, Rule.State.ON, RuleChange.Act.SWITCHED_ON, (unit, rule) -> {
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

    /** Whether both say what is written off in one currency. */
    public static boolean sameTolerance(RuleContent a, RuleContent b) {
        return a instanceof RuleContent.Tolerance one
                && b instanceof RuleContent.Tolerance other
                && one.currency().equals(other.currency());
    }

    public Rule off(RuleId id, long version) throws MatchingException {
        return change(id, version, Rule.State.OFF, RuleChange.Act.SWITCHED_OFF, (unit, rule) -> {});
    }

    public void remove(RuleId id, long version) throws MatchingException {
        change(id, version, null, RuleChange.Act.REMOVED, (unit, rule) -> {
            if (rule.state() == Rule.State.ON) {
                throw new MatchingException(Reason.NOT_POSSIBLE, Sentence.of(RefusalCode.RULE_IS_ON, name(id)));
            }
        });
    }

    /** Keeps what came of trying it on the past. */
    public void tried(RuleId id, RuleTrial trial) throws MatchingException {
        stage.<Rule, MatchingException>inTransaction(unit -> {
            CompanyRow.take(unit, caller.company());
            Rule now = one(unit, caller.company(), id);
            Instant at = clock.instant();
            RuleTable.tried(unit, caller.company(), id, new Rule.Tried(at, caller.name(), trial.counts()));
            note(unit, now, RuleChange.Act.TRIED, now.version() + 1, at);
            return now;
        });
    }

    /** What must hold for a change. */
    @FunctionalInterface
    private interface Condition {
        void check(UnitOfWork unit, Rule rule) throws MatchingException;
    }

    private Rule change(RuleId id, long version, Rule.@Nullable State state, RuleChange.Act act, Condition condition)
            throws MatchingException {
        return stage.<Rule, MatchingException>inTransaction(unit -> {
            CompanyRow.take(unit, caller.company());
            Rule rule = one(unit, caller.company(), id);
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
            note(unit, rule, act, rule.version() + 1, now);
            return RuleTable.one(unit, caller.company(), id).orElse(rule);
        });
    }

    private void note(UnitOfWork unit, Rule rule, RuleChange.Act act, long version, Instant at) {
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

    /** A rule, if there is one of that id. */
    public static Rule one(UnitOfWork unit, CompanyId company, RuleId id) throws MatchingException {
        return RuleTable.one(unit, company, id).orElseThrow(() -> missing(id));
    }

    private static Name name(RuleId id) {
        return new Name(id.value());
    }

    /** That there is no such rule. */
    public static MatchingException missing(RuleId id) {
        return new MatchingException(Reason.NOT_FOUND, Sentence.of(RefusalCode.NO_RULE, name(id)));
    }
}
