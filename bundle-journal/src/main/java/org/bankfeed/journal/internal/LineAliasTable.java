package org.bankfeed.journal.internal;

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
final class LineAliasTable {

    private LineAliasTable() {}

    static void add(
            UnitOfWork unit, CompanyId company, String account, int alias, String feedId, String line, String content) {
        unit.update(
                "INSERT INTO line_alias (company, account, alias, feed_id, line, content) VALUES (?, ?, ?, ?, ?, ?)",
                company.value(),
                account,
                alias,
                feedId,
                line,
                content);
    }

    static void update(UnitOfWork unit, CompanyId company, String account, int alias, String feedId, String content) {
        unit.update(
                "UPDATE line_alias SET content = ? WHERE company = ? AND account = ? AND alias = ? AND feed_id = ?",
                content,
                company.value(),
                account,
                alias,
                feedId);
    }

    /**
     * The lines of other aliases that this alias has not given yet, by movement, those that came first in front.
     *
     * @param others the aliases to compare with
     * @param movements digests of {@link Reading#movement}
     */
    static Map<String, Deque<String>> notGivenYet(
            UnitOfWork unit,
            CompanyId company,
            String account,
            int alias,
            Collection<Integer> others,
            Collection<String> movements) {
        List<@Nullable Object> parameters = Keys.of(company, account, movements);
        parameters.addAll(others);
        parameters.add(alias);
        Map<String, Deque<String>> found = new HashMap<>();
        unit.query(
                        "SELECT feed_id, content FROM line WHERE " + Keys.in("content", movements.size())
                                + " AND alias IN (" + LineTable.marks(others.size()) + ") AND NOT EXISTS (SELECT 1"
                                + " FROM line_alias x WHERE x.company = line.company AND x.account = line.account"
                                + " AND x.line = line.feed_id AND x.alias = ?) ORDER BY bank_order, arrival",
                        row -> Map.entry(row.text("content"), row.text("feed_id")),
                        parameters.toArray())
                .forEach(entry -> found.computeIfAbsent(entry.getKey(), key -> new ArrayDeque<>())
                        .add(entry.getValue()));
        return found;
    }
}
