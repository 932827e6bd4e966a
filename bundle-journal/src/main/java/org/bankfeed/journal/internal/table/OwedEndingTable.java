package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.List;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.Organization;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Links that were ended here and of whose end the provider could not be told yet. */
public final class OwedEndingTable {

    /**
     * One of them.
     *
     * @param vaultOwner under which name the vault keeps its secrets
     * @param organization whose accounts it shared, or {@code null} if nobody came back
     * @param since when it was ended here
     */
    public record Owed(
            String vaultOwner,
            String connection,
            String feed,
            @Nullable Organization organization,
            Instant since) {}

    private OwedEndingTable() {}

    public static void add(UnitOfWork unit, CompanyId company, LinkRow link, Instant now) {
        Organization organization = link.connection().organization();
        unit.update(
                "INSERT INTO owed_ending (company, vault_owner, connection, feed, organization, organization_name, since)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                company.value(),
                link.vaultOwner(),
                link.id(),
                link.feed(),
                organization == null ? null : organization.id(),
                organization == null ? null : Texts.clipOrNull(organization.name(), 1000),
                now);
    }

    /** Those of a company, the first in front. */
    public static List<Owed> all(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT * FROM owed_ending WHERE company = ? ORDER BY since, vault_owner",
                OwedEndingTable::read,
                company.value());
    }

    public static void remove(UnitOfWork unit, CompanyId company, String vaultOwner) {
        unit.update("DELETE FROM owed_ending WHERE company = ? AND vault_owner = ?", company.value(), vaultOwner);
    }

    private static Owed read(Row row) {
        String organization = row.textOrNull("organization");
        return new Owed(
                row.text("vault_owner"),
                row.text("connection"),
                row.text("feed"),
                organization == null ? null : new Organization(organization, row.textOrNull("organization_name")),
                row.instant("since"));
    }
}
