package org.bankfeed.journal.internal.table;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.UnitOfWork;

/**
 * How many lines came for the first time under an account's id, page by page, and how many of them webhooks told of. A
 * page that brings nothing writes nothing; one that brings lines writes one row.
 */
public final class ArrivalTable {

    /** So long a webhook's lines may have been read before it was made, by two clocks and a slow synchronization. */
    private static final Duration BEFORE = Duration.ofHours(1);

    /** How long a webhook may be late. */
    public static final Duration KEPT = Duration.ofDays(30);

    private static final String OF_ALIAS = " WHERE company = ? AND account = ? AND alias = ? AND arrived_at ";

    private record Unclaimed(Instant arrivedAt, int lines) {}

    private ArrivalTable() {}

    /** So many lines came with a page. */
    public static void add(UnitOfWork unit, CompanyId company, AliasRow alias, int came, Instant now) {
        if (came == 0) {
            return;
        }
        unit.update(
                "DELETE FROM arrival_count" + OF_ALIAS + "< ?",
                company.value(),
                alias.account(),
                alias.number(),
                now.minus(KEPT));
        int known = unit.update(
                "UPDATE arrival_count SET came = came + ?" + OF_ALIAS + "= ?",
                came,
                company.value(),
                alias.account(),
                alias.number(),
                now);
        if (known == 0) {
            unit.update(
                    "INSERT INTO arrival_count (company, account, alias, arrived_at, came, told)"
                            + " VALUES (?, ?, ?, ?, ?, 0)",
                    company.value(),
                    alias.account(),
                    alias.number(),
                    now,
                    came);
        }
    }

    /**
     * Finds the lines of which a webhook told, the earliest first among those of which no other one did. Call it for the
     * webhooks in the order in which they were made: then none takes what only an older one could mean.
     *
     * @param madeAt when the webhook was made
     * @param lines how many are to be found
     * @return how many were
     */
    public static int claim(UnitOfWork unit, CompanyId company, AliasRow alias, Instant madeAt, int lines) {
        List<Unclaimed> unclaimed = unit.query(
                "SELECT arrived_at, came - told AS unclaimed FROM arrival_count" + OF_ALIAS
                        + ">= ? AND came > told ORDER BY arrived_at",
                row -> new Unclaimed(row.instant("arrived_at"), row.integer("unclaimed")),
                company.value(),
                alias.account(),
                alias.number(),
                madeAt.minus(BEFORE));
        int open = lines;
        for (Unclaimed page : unclaimed) {
            int taken = Math.min(open, page.lines());
            if (taken == 0) {
                break;
            }
            unit.update(
                    "UPDATE arrival_count SET told = told + ?" + OF_ALIAS + "= ?",
                    taken,
                    company.value(),
                    alias.account(),
                    alias.number(),
                    page.arrivedAt());
            open -= taken;
        }
        return lines - open;
    }
}
