package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Sentence;

/** Raw lines that could not be read and wait for an update that can. */
public final class UnreadableTable {

    /** A raw line and the alias under which it came. */
    public record Waiting(String feedId, int alias, String raw) {}

    /** How many lines of an account wait, since when, and why one of them does. */
    public record Summary(String account, long count, Instant since, Sentence why) {}

    private UnreadableTable() {}

    public static void keep(
            UnitOfWork unit,
            CompanyId company,
            String account,
            int alias,
            String feedId,
            String raw,
            Sentence why,
            Instant now) {
        String kept = Texts.kept(why, 4000);
        int known = unit.update(
                "UPDATE unreadable SET raw = ?, why = ?, alias = ? WHERE company = ? AND account = ? AND feed_id = ?",
                raw,
                kept,
                alias,
                company.value(),
                account,
                feedId);
        if (known == 0) {
            unit.update(
                    "INSERT INTO unreadable (company, account, feed_id, alias, raw, why, since)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    company.value(),
                    account,
                    feedId,
                    alias,
                    raw,
                    kept,
                    now);
        }
    }

    public static void remove(UnitOfWork unit, CompanyId company, String account, String feedId) {
        unit.update(
                "DELETE FROM unreadable WHERE company = ? AND account = ? AND feed_id = ?",
                company.value(),
                account,
                feedId);
    }

    /** Which of these lines are here. */
    public static Set<String> among(UnitOfWork unit, CompanyId company, String account, List<String> feedIds) {
        if (feedIds.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(unit.query(
                "SELECT l.feed_id FROM " + Keys.join("unreadable", "l", "feed_id"),
                row -> row.text("feed_id"),
                Keys.of(company, account, feedIds).toArray()));
    }

    public static List<Waiting> of(
            UnitOfWork unit, CompanyId company, String account, int alias, String after, int limit) {
        return unit.query(
                "SELECT feed_id, alias, raw FROM unreadable WHERE company = ? AND account = ? AND alias = ?"
                        + " AND feed_id > ? ORDER BY company, account, feed_id LIMIT " + limit,
                row -> new Waiting(row.text("feed_id"), row.integer("alias"), row.text("raw")),
                company.value(),
                account,
                alias,
                after);
    }

    public static List<Summary> summaries(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT account, count(*) AS lines, min(since) AS since, min(why) AS why FROM unreadable"
                        + " WHERE company = ? GROUP BY account",
                row -> new Summary(
                        row.text("account"),
                        row.number("lines"),
                        row.instant("since"),
                        Texts.sentence(row.text("why"))),
                company.value());
    }
}
