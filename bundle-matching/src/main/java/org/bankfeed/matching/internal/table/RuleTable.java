package org.bankfeed.matching.internal.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.matching.Rule;
import org.bankfeed.matching.RuleChange;
import org.bankfeed.matching.RuleId;
import org.bankfeed.matching.RuleTrial;
import org.bankfeed.matching.internal.core.book.Policy;
import org.bankfeed.matching.internal.rule.Rulebook;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The rules of a company, and what was done to them. */
public final class RuleTable {

    private static final String REMOVED = "REMOVED";
    private static final String READ = "SELECT r.*, (SELECT count(*) FROM line l WHERE l.company = r.company"
            + " AND l.rule = r.id) AS settled FROM rule r WHERE r.company = ? AND r.state <> '" + REMOVED + "'";

    private RuleTable() {}

    /** What is in force now. */
    public static Policy inForce(UnitOfWork unit, CompanyId company) {
        return Rulebook.of(unit.query(
                "SELECT id, content FROM rule WHERE company = ? AND state = 'ON' ORDER BY made",
                row -> new Rulebook.InForce(row.text("id"), KeptRule.read(row.text("content"))),
                company.value()));
    }

    public static List<Rule> all(UnitOfWork unit, CompanyId company) {
        return unit.query(READ + " ORDER BY r.made", RuleTable::read, company.value());
    }

    public static Optional<Rule> one(UnitOfWork unit, CompanyId company, RuleId id) {
        return unit.one(READ + " AND r.id = ?", RuleTable::read, company.value(), id.value());
    }

    /** The number of the next one; ids are never used again. */
    public static int next(UnitOfWork unit, CompanyId company) {
        return unit.one(
                        "SELECT coalesce(max(made), 0) + 1 AS next FROM rule WHERE company = ?",
                        row -> row.integer("next"),
                        company.value())
                .orElse(1);
    }

    public static void insert(UnitOfWork unit, CompanyId company, Rule rule, int made) {
        unit.update(
                "INSERT INTO rule (company, id, made, state, content, version, changed_by, changed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                company.value(),
                rule.id().value(),
                made,
                rule.state(),
                KeptRule.written(rule.content()),
                rule.version(),
                rule.changedBy(),
                rule.changedAt());
    }

    /** Changes its state; {@code null}: it is removed. */
    public static void update(
            UnitOfWork unit, CompanyId company, RuleId id, Rule.@Nullable State state, String by, Instant at) {
        unit.update(
                "UPDATE rule SET state = ?, version = version + 1, changed_by = ?, changed_at = ? WHERE company = ?"
                        + " AND id = ?",
                state == null ? REMOVED : state.name(),
                by,
                at,
                company.value(),
                id.value());
    }

    public static void tried(UnitOfWork unit, CompanyId company, RuleId id, Rule.Tried tried) {
        RuleTrial.Counts counts = tried.counts();
        unit.update(
                "UPDATE rule SET version = version + 1, tried_by = ?, tried_at = ?, tried_more = ?, tried_against = ?,"
                        + " tried_fewer = ?, tried_fewer_wrong = ? WHERE company = ? AND id = ?",
                tried.by(),
                tried.at(),
                counts.more(),
                counts.against(),
                counts.fewer(),
                counts.fewerWrong(),
                company.value(),
                id.value());
    }

    /** Notes what was done; {@code version}: which it has now. */
    public static void note(UnitOfWork unit, CompanyId company, RuleId id, RuleChange change) {
        unit.update(
                "INSERT INTO rule_change (company, rule, version, act, person, changed_at) VALUES (?, ?, ?, ?, ?, ?)",
                company.value(),
                id.value(),
                change.version(),
                change.act(),
                change.by(),
                change.at());
    }

    public static List<RuleChange> changes(UnitOfWork unit, CompanyId company, RuleId id) {
        return unit.query(
                "SELECT * FROM rule_change WHERE company = ? AND rule = ? ORDER BY version",
                row -> new RuleChange(
                        row.number("version"),
                        RuleChange.Act.valueOf(row.text("act")),
                        row.text("person"),
                        row.instant("changed_at")),
                company.value(),
                id.value());
    }

    private static Rule read(Row row) {
        Instant at = row.instantOrNull("tried_at");
        return new Rule(
                new RuleId(row.text("id")),
                KeptRule.read(row.text("content")),
                Rule.State.valueOf(row.text("state")),
                row.number("version"),
                row.text("changed_by"),
                row.instant("changed_at"),
                at == null
                        ? null
                        : new Rule.Tried(
                                at,
                                row.text("tried_by"),
                                new RuleTrial.Counts(
                                        row.number("tried_more"),
                                        row.number("tried_against"),
                                        row.number("tried_fewer"),
                                        row.number("tried_fewer_wrong"))),
                row.number("settled"));
    }
}
