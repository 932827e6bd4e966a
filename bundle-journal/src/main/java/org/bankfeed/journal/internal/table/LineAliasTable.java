package org.bankfeed.journal.internal.table;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The other ids under which later links gave lines that were known. */
public final class LineAliasTable {

    /** That an alias, the parameter, gave the line l once more. */
    public static final String GIVEN_BY = "EXISTS (SELECT 1 FROM line_alias x WHERE x.company = l.company"
            + " AND x.account = l.account AND x.line = l.feed_id AND x.alias = ?)";

    /**
     * A line that another one may equal.
     *
     * @param line its id
     * @param saidOf if a person said that this wording is that line: the line of which he said it
     */
    public record Known(String line, @Nullable String saidOf) {}

    private LineAliasTable() {}

    /**
     * The line came once more under an alias.
     *
     * @param content what it said there
     */
    public static void add(
            UnitOfWork unit, CompanyId company, String account, int alias, String feedId, Known known, String content) {
        unit.update(
                "INSERT INTO line_alias (company, account, alias, feed_id, line, content, said_of)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                company.value(),
                account,
                alias,
                feedId,
                known.line(),
                content,
                known.saidOf());
    }

    public static void update(
            UnitOfWork unit, CompanyId company, String account, int alias, String feedId, String content) {
        unit.update(
                "UPDATE line_alias SET content = ? WHERE company = ? AND account = ? AND alias = ? AND feed_id = ?",
                content,
                company.value(),
                account,
                alias,
                feedId);
    }

    /**
     * The lines of other aliases that this alias has not given yet, by movement, those that came first in front; then those
     * that a person said to be meant by such a wording.
     *
     * @param others the aliases to compare with
     * @param movements digests of {@link Reading#movement}
     */
    public static Map<String, Deque<Known>> notGivenYet(
            UnitOfWork unit,
            CompanyId company,
            String account,
            int alias,
            Collection<Integer> others,
            Collection<String> movements) {
        List<@Nullable Object> parameters = Keys.of(company, account, movements);
        parameters.addAll(others);
        parameters.add(alias);
        String asked = " WHERE l.alias IN (" + LineTable.marks(others.size()) + ") AND NOT " + GIVEN_BY;
        Map<String, Deque<Known>> found = new HashMap<>();
        find(
                unit,
                found,
                "SELECT l.content, l.feed_id AS line, NULL AS said_of FROM " + Keys.join("line", "l", "content") + asked
                        + " ORDER BY l.bank_order, l.arrival",
                parameters);
        find(
                unit,
                found,
                "SELECT l.content, l.line, l.said_of FROM "
                        + Keys.join(
                                "(SELECT s.company, s.account, s.alias, s.content, d.known AS feed_id,"
                                        + " d.known AS line, s.feed_id AS said_of FROM same_line s JOIN doubt d"
                                        + " ON d.company = s.company AND d.account = s.account AND d.feed_id = s.feed_id)",
                                "l",
                                "content")
                        + asked,
                parameters);
        return found;
    }

    private static void find(
            UnitOfWork unit, Map<String, Deque<Known>> found, String sql, List<@Nullable Object> parameters) {
        unit.query(
                        sql,
                        row -> Map.entry(row.text("content"), new Known(row.text("line"), row.textOrNull("said_of"))),
                        parameters.toArray())
                .forEach(entry -> found.computeIfAbsent(entry.getKey(), key -> new ArrayDeque<>())
                        .add(entry.getValue()));
    }
}
