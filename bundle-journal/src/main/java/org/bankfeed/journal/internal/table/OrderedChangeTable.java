package org.bankfeed.journal.internal.table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.UnitOfWork;

/** The synchronizations that persons ordered and whose changed lines are still to be read. */
public final class OrderedChangeTable {

    /** So long a provider is asked what one of them changed; by then it has forgotten it, or never did anything. */
    private static final Duration KEPT = Duration.ofDays(2);

    /** One of them, by the provider's ids. */
    public record Ordered(String feedAccount, String synchronization) {}

    private OrderedChangeTable() {}

    public static void add(UnitOfWork unit, CompanyId company, String feed, Ordered ordered, Instant now) {
        unit.update(
                "DELETE FROM ordered_change WHERE company = ? AND ordered_at < ?", company.value(), now.minus(KEPT));
        unit.update(
                "INSERT INTO ordered_change (company, feed, feed_account, synchronization, ordered_at)"
                        + " VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                company.value(),
                feed,
                ordered.feedAccount(),
                ordered.synchronization(),
                now);
    }

    /** Those of a feed, the earliest first. */
    public static List<Ordered> all(UnitOfWork unit, CompanyId company, String feed) {
        return unit.query(
                "SELECT feed_account, synchronization FROM ordered_change WHERE company = ? AND feed = ?"
                        + " ORDER BY ordered_at, synchronization",
                row -> new Ordered(row.text("feed_account"), row.text("synchronization")),
                company.value(),
                feed);
    }

    public static void wasRead(UnitOfWork unit, CompanyId company, String feed, Ordered ordered) {
        unit.update(
                "DELETE FROM ordered_change WHERE company = ? AND feed = ? AND feed_account = ? AND synchronization = ?",
                company.value(),
                feed,
                ordered.feedAccount(),
                ordered.synchronization());
    }
}
