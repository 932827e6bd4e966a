package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bankfeed.store.UnitOfWork;

/** Since when readings find something wrong with a feed's own means; the same for all companies, nodes and starts. */
public final class FaultTable {

    private FaultTable() {}

    /** By the feeds' names. */
    public static Map<String, Instant> all(UnitOfWork unit) {
        Map<String, Instant> since = new LinkedHashMap<>();
        unit.query("SELECT feed, since FROM feed_fault", row -> since.put(row.text("feed"), row.instant("since")));
        return since;
    }

    public static void begins(UnitOfWork unit, String feed, Instant since) {
        unit.update("INSERT INTO feed_fault (feed, since) VALUES (?, ?) ON CONFLICT DO NOTHING", feed, since);
    }

    public static void ends(UnitOfWork unit, String feed) {
        unit.update("DELETE FROM feed_fault WHERE feed = ?", feed);
    }
}
