package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.AuthorizationStep;
import org.bankfeed.feed.Organization;
import org.bankfeed.journal.Connection;
import org.bankfeed.journal.Connection.Cause;
import org.bankfeed.journal.Connection.State;
import org.bankfeed.journal.ConnectionId;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** The links to providers. */
public final class ConnectionTable {

    private static final String SELECT = "SELECT id, feed, vault_owner, state, organization, organization_name, since,"
            + " last_read_at, no_accounts_since, problem, cause, fault_since, onboarded, onboarding_since"
            + " FROM connection WHERE company = ?";

    private static final String READABLE = "(state = 'CONNECTED' OR (state = 'BROKEN' AND cause = 'BLOCKED'))";

    private ConnectionTable() {}

    public static void begin(UnitOfWork unit, CompanyId company, String id, String feed, Instant now) {
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

    public static void remove(UnitOfWork unit, CompanyId company, String id) {
        unit.update("DELETE FROM connection WHERE company = ? AND id = ?", company.value(), id);
    }

    /** Those on which a person set out but whose authorization is no longer awaited. */
    public static List<String> abandoned(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT id FROM connection c WHERE company = ? AND state = ? AND NOT EXISTS"
                        + " (SELECT 1 FROM pending_authorization p WHERE p.company = c.company AND p.connection = c.id)",
                row -> row.text("id"),
                company.value(),
                State.CONNECTING);
    }

    public static List<LinkRow> all(UnitOfWork unit, CompanyId company) {
        return unit.query(SELECT + " ORDER BY created_at, id", ConnectionTable::read, company.value());
    }

    public static Optional<LinkRow> find(UnitOfWork unit, CompanyId company, String id) {
        return unit.one(SELECT + " AND id = ?", ConnectionTable::read, company.value(), id);
    }

    public static Optional<LinkRow> ofOrganization(
            UnitOfWork unit, CompanyId company, String feed, String organization) {
        return unit.one(
                SELECT + " AND feed = ? AND organization = ?",
                ConnectionTable::read,
                company.value(),
                feed,
                organization);
    }

    /** The link of that organization; else the one that stands by the same credentials, whoever it was said to be of. */
    public static Optional<LinkRow> ofOwner(
            UnitOfWork unit, CompanyId company, String feed, AuthorizationStep.Linked owner) {
        Optional<LinkRow> known =
                ofOrganization(unit, company, feed, owner.organization().id());
        return known.isPresent() || owner.credentials() == null
                ? known
                : unit
                        .query(
                                SELECT + " AND feed = ? AND (organization = ? OR credentials = ?)"
                                        + " ORDER BY created_at, id",
                                ConnectionTable::read,
                                company.value(),
                                feed,
                                owner.credentials(),
                                owner.credentials())
                        .stream()
                        .findFirst();
    }

    /** By which credentials a link stands, if no person made it. */
    public static void credentials(UnitOfWork unit, CompanyId company, String id, @Nullable String credentials) {
        if (credentials != null) {
            unit.update(
                    "UPDATE connection SET credentials = ? WHERE company = ? AND id = ?",
                    credentials,
                    company.value(),
                    id);
        }
    }

    /** Whether no other link of ours, be it another company's, goes to that organization; looks over all of them. */
    public static boolean isOnlyOne(UnitOfWork unit, String feed, String organization) {
        return unit.query(
                                "SELECT id FROM connection WHERE feed = ? AND organization = ? AND state <> ?",
                                row -> row.text("id"),
                                feed,
                                organization,
                                State.DISCONNECTED)
                        .size()
                <= 1;
    }

    /** The organizations to which links of ours go that were not ended, be they other companies'; looks over all of them. */
    public static Set<String> organizations(UnitOfWork unit, String feed) {
        return Set.copyOf(unit.query(
                "SELECT DISTINCT organization FROM connection"
                        + " WHERE feed = ? AND organization IS NOT NULL AND state <> ?",
                row -> row.text("organization"),
                feed,
                State.DISCONNECTED));
    }

    /** The link stands, with the secrets that the vault keeps for the given owner. */
    public static void connected(
            UnitOfWork unit, CompanyId company, String id, Organization organization, String vaultOwner, Instant now) {
        unit.update(
                "UPDATE connection SET state = ?, since = ?, organization = ?, organization_name = ?, vault_owner = ?,"
                        + " problem = NULL, cause = NULL, revocation_told_at = NULL, fault_since = NULL, onboarded = FALSE,"
                        + " onboarding_since = NULL WHERE company = ? AND id = ?",
                State.CONNECTED,
                now,
                organization.id(),
                Texts.clipOrNull(organization.name(), 1000),
                vaultOwner,
                company.value(),
                id);
    }

    /** Whoever came back brought another organization than before: nothing is read until that is accepted. */
    public static void unconfirmed(
            UnitOfWork unit,
            CompanyId company,
            String id,
            Organization organization,
            String vaultOwner,
            Sentence problem,
            Instant now) {
        connected(unit, company, id, organization, vaultOwner, now);
        unit.update(
                "UPDATE connection SET state = ?, problem = ? WHERE company = ? AND id = ?",
                State.UNCONFIRMED,
                Texts.keptOrNull(problem, 4000),
                company.value(),
                id);
    }

    /** The organization was meant; {@code false} if nobody was to say so. */
    public static boolean accepted(UnitOfWork unit, CompanyId company, String id, Instant now) {
        return unit.update(
                        "UPDATE connection SET state = ?, since = ?, problem = NULL"
                                + " WHERE company = ? AND id = ? AND state = ?",
                        State.CONNECTED,
                        now,
                        company.value(),
                        id,
                        State.UNCONFIRMED)
                > 0;
    }

    /**
     * The provider refuses the link.
     *
     * @param vaultOwner whose secrets were refused; a link renewed meanwhile stays as it is
     * @return whether it stood until now
     */
    public static boolean broken(
            UnitOfWork unit, CompanyId company, String id, String vaultOwner, Sentence problem, Instant now) {
        return unit.update(
                        "UPDATE connection SET state = ?, since = ?, problem = ?, fault_since = NULL,"
                                + " cause = CASE WHEN revocation_told_at IS NULL THEN 'REFUSED' ELSE 'REVOKED' END"
                                + " WHERE company = ? AND id = ? AND " + READABLE + " AND vault_owner = ?",
                        State.BROKEN,
                        now,
                        Texts.keptOrNull(problem, 4000),
                        company.value(),
                        id,
                        vaultOwner)
                > 0;
    }

    /**
     * The provider blocked the organization. It is tried again, so what it says may be said anew.
     *
     * @return whether it stood until now
     */
    public static boolean blocked(
            UnitOfWork unit, CompanyId company, String id, String vaultOwner, Sentence problem, Instant now) {
        String kept = Texts.keptOrNull(problem, 4000);
        int again = unit.update(
                "UPDATE connection SET problem = ? WHERE company = ? AND id = ? AND state = ? AND cause = ?",
                kept,
                company.value(),
                id,
                State.BROKEN,
                Cause.BLOCKED);
        return again == 0
                && unit.update(
                                "UPDATE connection SET state = ?, cause = ?, since = ?, problem = ?, fault_since = NULL"
                                        + " WHERE company = ? AND id = ? AND state = ? AND vault_owner = ?",
                                State.BROKEN,
                                Cause.BLOCKED,
                                now,
                                kept,
                                company.value(),
                                id,
                                State.CONNECTED,
                                vaultOwner)
                        > 0;
    }

    /**
     * The provider lets a blocked organization in again.
     *
     * @return whether it was blocked
     */
    public static boolean unblocked(UnitOfWork unit, CompanyId company, String id, Instant now) {
        return unit.update(
                        "UPDATE connection SET state = ?, cause = NULL, since = ?, problem = NULL"
                                + " WHERE company = ? AND id = ? AND state = ? AND cause = ?",
                        State.CONNECTED,
                        now,
                        company.value(),
                        id,
                        State.BROKEN,
                        Cause.BLOCKED)
                > 0;
    }

    /**
     * The provider told that its user ended the link there. It is a hint and breaks nothing: when the link is refused,
     * or was a moment ago, this is why.
     *
     * @param told when the provider said so; what it said before the link was made anew is of the one of before
     */
    public static void revocationTold(UnitOfWork unit, CompanyId company, String id, Instant told) {
        unit.update(
                "UPDATE connection SET revocation_told_at = ?, cause = CASE cause WHEN 'REFUSED' THEN 'REVOKED'"
                        + " ELSE cause END WHERE company = ? AND id = ? AND (state = ? OR (state = ? AND since <= ?))",
                told,
                company.value(),
                id,
                State.BROKEN,
                State.CONNECTED,
                told);
    }

    /** @param problem what stays to be said of it, or {@code null} */
    public static void disconnected(
            UnitOfWork unit, CompanyId company, String id, @Nullable Sentence problem, Instant now) {
        unit.update(
                "UPDATE connection SET state = ?, since = ?, problem = ?, cause = NULL, fault_since = NULL,"
                        + " no_accounts_since = NULL"
                        + " WHERE company = ? AND id = ?",
                State.DISCONNECTED,
                now,
                Texts.keptOrNull(problem, 4000),
                company.value(),
                id);
    }

    /** The provider need not be told of its end any more. */
    public static void endingSettled(
            UnitOfWork unit, CompanyId company, String id, String vaultOwner, @Nullable Sentence problem) {
        unit.update(
                "UPDATE connection SET problem = ? WHERE company = ? AND id = ? AND vault_owner = ? AND state = ?",
                Texts.keptOrNull(problem, 4000),
                company.value(),
                id,
                vaultOwner,
                State.DISCONNECTED);
    }

    /**
     * What came of reading a link that stands; it keeps when it was last read without a fault.
     *
     * @param ours whether the problem is our own means
     */
    public static void wasRead(
            UnitOfWork unit, CompanyId company, String id, @Nullable Sentence problem, boolean ours, Instant now) {
        String kept = Texts.keptOrNull(problem, 4000);
        unit.update(
                "UPDATE connection SET problem = ?, fault_since = "
                        + (ours ? "COALESCE(fault_since, CAST(? AS timestamp with time zone))" : "NULL")
                        + (problem == null ? ", last_read_at = ?, revocation_told_at = NULL" : "")
                        + " WHERE company = ? AND id = ? AND state = ?",
                ours || problem == null
                        ? new @Nullable Object[] {kept, now, company.value(), id, State.CONNECTED}
                        : new @Nullable Object[] {kept, company.value(), id, State.CONNECTED});
    }

    /** Whether the organization has given the provider all that it must. */
    public static void onboarded(UnitOfWork unit, CompanyId company, String id, boolean complete, Instant now) {
        unit.update(
                "UPDATE connection SET onboarded = ?, onboarding_since = "
                        + (complete ? "NULL" : "COALESCE(onboarding_since, CAST(? AS timestamp with time zone))")
                        + " WHERE company = ? AND id = ?",
                complete ? new Object[] {true, company.value(), id} : new Object[] {false, now, company.value(), id});
    }

    public static void sharesNone(UnitOfWork unit, CompanyId company, String id, boolean none, Instant now) {
        unit.update(
                none
                        ? "UPDATE connection SET no_accounts_since = COALESCE(no_accounts_since,"
                                + " CAST(? AS timestamp with time zone)) WHERE company = ? AND id = ?"
                        : "UPDATE connection SET no_accounts_since = NULL WHERE company = ? AND id = ?",
                none ? new Object[] {now, company.value(), id} : new Object[] {company.value(), id});
    }

    private static LinkRow read(Row row) {
        String organization = row.textOrNull("organization");
        State state = State.valueOf(row.text("state"));
        Connection connection = new Connection(
                new ConnectionId(row.text("id")),
                row.text("feed"),
                state,
                organization == null ? null : new Organization(organization, row.textOrNull("organization_name")),
                row.instant("since"),
                row.instantOrNull("last_read_at"),
                Texts.sentenceOrNull(row.textOrNull("problem")),
                state == State.BROKEN ? cause(row.textOrNull("cause")) : null);
        return new LinkRow(
                connection,
                row.text("vault_owner"),
                row.instantOrNull("no_accounts_since"),
                row.instantOrNull("fault_since"),
                row.flag("onboarded"),
                row.instantOrNull("onboarding_since"));
    }

    /** Links that broke before causes were kept were refused. */
    private static Cause cause(@Nullable String kept) {
        return kept == null ? Cause.REFUSED : Cause.valueOf(kept);
    }
}
