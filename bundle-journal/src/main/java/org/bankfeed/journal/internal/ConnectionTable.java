package org.bankfeed.journal.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** The links to providers. */
final class ConnectionTable {

    private static final String SELECT = "SELECT id, feed, vault_owner, state, organization, organization_name, since,"
            + " last_read_at, no_accounts_since, problem FROM connection WHERE company = ?";

    private ConnectionTable() {}

    static void begin(UnitOfWork unit, CompanyId company, String id, String feed, Instant now) {
        unit.update(
                "INSERT INTO connection (company, id, feed, vault_owner, state, since, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                company.value(),
                id,
                feed,
                id,
                State.CONNECTING,
                now,
                now);
    }

    static void remove(UnitOfWork unit, CompanyId company, String id) {
        unit.update("DELETE FROM connection WHERE company = ? AND id = ?", company.value(), id);
    }

    /** Those on which a person set out but whose authorization is no longer awaited. */
    static List<String> abandoned(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT id FROM connection c WHERE company = ? AND state = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM pending_authorization p WHERE p.company = c.company AND p.connection = c.id)",
                row -> row.text("id"),
                company.value(),
                State.CONNECTING);
    }

    static List<LinkRow> all(UnitOfWork unit, CompanyId company) {
        return unit.query(SELECT + " ORDER BY created_at, id", ConnectionTable::read, company.value());
    }

    static Optional<LinkRow> find(UnitOfWork unit, CompanyId company, String id) {
        return unit.one(SELECT + " AND id = ?", ConnectionTable::read, company.value(), id);
    }

    static Optional<LinkRow> ofOrganization(UnitOfWork unit, CompanyId company, String feed, String organization) {
        return unit.one(
                SELECT + " AND feed = ? AND organization = ?",
                ConnectionTable::read,
                company.value(),
                feed,
                organization);
    }

    /** The link stands, with the secrets that the vault keeps for the given owner. */
    static void connected(
            UnitOfWork unit, CompanyId company, String id, Organization organization, String vaultOwner, Instant now) {
        unit.update(
                "UPDATE connection SET state = ?, since = ?, organization = ?, organization_name = ?, vault_owner = ?,"
                        + " problem = NULL WHERE company = ? AND id = ?",
                State.CONNECTED,
                now,
                organization.id(),
                Texts.clipOrNull(organization.name(), 1000),
                vaultOwner,
                company.value(),
                id);
    }

    /** Something to be told of a link that stands; the next reading takes it away. */
    static void remark(UnitOfWork unit, CompanyId company, String id, String sentence) {
        unit.update(
                "UPDATE connection SET problem = ? WHERE company = ? AND id = ?",
                Texts.clip(sentence, 4000),
                company.value(),
                id);
    }

    /**
     * The provider refuses the link.
     *
     * @param vaultOwner whose secrets were refused; a link renewed meanwhile stays as it is
     * @return whether it stood until now
     */
    static boolean broken(
            UnitOfWork unit, CompanyId company, String id, String vaultOwner, String problem, Instant now) {
        return unit.update(
                        "UPDATE connection SET state = ?, since = ?, problem = ?"
                                + " WHERE company = ? AND id = ? AND state = ? AND vault_owner = ?",
                        State.BROKEN,
                        now,
                        Texts.clip(problem, 4000),
                        company.value(),
                        id,
                        State.CONNECTED,
                        vaultOwner)
                > 0;
    }

    static void disconnected(UnitOfWork unit, CompanyId company, String id, Instant now) {
        unit.update(
                "UPDATE connection SET state = ?, since = ?, problem = NULL, no_accounts_since = NULL"
                        + " WHERE company = ? AND id = ?",
                State.DISCONNECTED,
                now,
                company.value(),
                id);
    }

    /** What came of reading a link that stands; it keeps when it was last read without a fault. */
    static void wasRead(UnitOfWork unit, CompanyId company, String id, @Nullable String problem, Instant now) {
        String kept = Texts.clipOrNull(problem, 4000);
        unit.update(
                "UPDATE connection SET problem = ?" + (problem == null ? ", last_read_at = ?" : "")
                        + " WHERE company = ? AND id = ? AND state = ?",
                problem == null
                        ? new @Nullable Object[] {kept, now, company.value(), id, State.CONNECTED}
                        : new @Nullable Object[] {kept, company.value(), id, State.CONNECTED});
    }

    static void sharesNone(UnitOfWork unit, CompanyId company, String id, boolean none, Instant now) {
        unit.update(
                none
                        ? "UPDATE connection SET no_accounts_since = COALESCE(no_accounts_since,"
                                + " CAST(? AS timestamp with time zone)) WHERE company = ? AND id = ?"
                        : "UPDATE connection SET no_accounts_since = NULL WHERE company = ? AND id = ?",
                none ? new Object[] {now, company.value(), id} : new Object[] {company.value(), id});
    }

    private static LinkRow read(Row row) {
        String organization = row.textOrNull("organization");
        Connection connection = new Connection(
                new ConnectionId(row.text("id")),
                row.text("feed"),
                State.valueOf(row.text("state")),
                organization == null ? null : new Organization(organization, row.textOrNull("organization_name")),
                row.instant("since"),
                row.instantOrNull("last_read_at"),
                row.textOrNull("problem"));
        return new LinkRow(connection, row.text("vault_owner"), row.instantOrNull("no_accounts_since"));
    }
}
