package org.bankfeed.store.internal.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.bankfeed.store.internal.database.Parameters;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The audit log: one chain a company. Its head row is locked while entries are added, so that a chain never forks, and it
 * remembers the last link, so that entries missing at the end are noticed too.
 */
public final class AuditLog {

    public static final String STAGE = "audit";

    private static final byte[] NOTHING_BEFORE = new byte[0];

    private AuditLog() {}

    /** Adds entries inside a transaction, companies in the order of their names so that two transactions never cross. */
    public static void append(Handle handle, List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        Map<String, List<AuditEntry>> byCompany =
                entries.stream().collect(Collectors.groupingBy(AuditEntry::company, TreeMap::new, Collectors.toList()));
        byCompany.forEach((company, ofCompany) -> append(handle, company, ofCompany));
    }

    private static void append(Handle handle, String company, List<AuditEntry> entries) {
        Head head = lock(handle, company);
        for (AuditEntry entry : entries) {
            Head next = new Head(head.number() + 1, entry.hash(head.hash(), head.number() + 1));
            insert(handle, entry, head, next);
            head = next;
        }
        handle.execute(
                "update bankfeed_audit.head set number = ?, hash = ? where company = ?",
                head.number(),
                head.hash(),
                company);
    }

    private static void insert(Handle handle, AuditEntry entry, Head before, Head self) {
        handle.execute(
                "insert into bankfeed_audit.entry (company, number, at, person, roles, channel, act, subject,"
                        + " sentence, previous, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.company(),
                self.number(),
                Parameters.moment(entry.at()),
                entry.person(),
                entry.roles(),
                entry.channel(),
                entry.act(),
                entry.subject(),
                entry.sentence(),
                before.hash(),
                self.hash());
    }

    private static Head lock(Handle handle, String company) {
        Optional<Head> head = head(handle, company, " for update");
        if (head.isPresent()) {
            return head.get();
        }
        handle.execute(
                "insert into bankfeed_audit.head (company, number, hash) values (?, 0, ?) on conflict do nothing",
                company,
                NOTHING_BEFORE);
        return head(handle, company, " for update").orElseThrow();
    }

    private static Optional<Head> head(Handle handle, String company, String lock) {
        return handle.createQuery("select number, hash from bankfeed_audit.head where company = ?" + lock)
                .bind(0, company)
                .map((row, context) -> new Head(row.getLong("number"), row.getBytes("hash")))
                .findFirst();
    }

    /**
     * Walks a company's chain from its beginning.
     *
     * @return the first fault in words, or nothing when every entry is as it was written
     */
    public static Optional<String> firstFault(Handle handle, String company) {
        Walk walk = new Walk();
        handle.createQuery("select * from bankfeed_audit.entry where company = ? order by number")
                .bind(0, company)
                .map((row, context) -> walk.step(row))
                .list();
        Head head = head(handle, company, "").orElse(new Head(0, NOTHING_BEFORE));
        if (walk.fault == null
                && (walk.last.number() != head.number() || !Arrays.equals(walk.last.hash(), head.hash()))) {
            return Optional.of(
                    "the last entries of " + company + " are missing or were changed: the log ends at number "
                            + walk.last.number() + ", its head says " + head.number());
        }
        return Optional.ofNullable(walk.fault);
    }

    private static final class Walk {
        private Head last = new Head(0, NOTHING_BEFORE);
        private @Nullable String fault;

        boolean step(ResultSet row) throws SQLException {
            AuditEntry entry = entry(row);
            long number = row.getLong("number");
            byte[] hash = row.getBytes("hash");
            if (fault == null && number != last.number() + 1) {
                fault = "entry " + (last.number() + 1) + " of " + entry.company() + " is missing";
            } else if (fault == null && !Arrays.equals(hash, entry.hash(last.hash(), number))) {
                fault = "entry " + number + " of " + entry.company() + " was changed";
            }
            last = new Head(number, hash);
            return fault == null;
        }

        private static AuditEntry entry(ResultSet row) throws SQLException {
            return new AuditEntry(
                    row.getString("company"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("person"),
                    row.getString("roles"),
                    row.getString("channel"),
                    row.getString("act"),
                    row.getString("subject"),
                    row.getString("sentence"));
        }
    }

    /** The last link of a chain; shared as it is, never changed. */
    private static final class Head {
        private final long number;
        private final byte[] hash;

        Head(long number, byte[] hash) {
            this.number = number;
            this.hash = hash;
        }

        long number() {
            return number;
        }

        byte[] hash() {
            return hash;
        }
    }
}
