package org.bankfeed.journal.internal.table;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.feed.AuthorizationRequest;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;

/** The persons on their way to a provider; each state is good for one return. */
public final class AuthorizationTable {

    /** How long a person may take. */
    public static final Duration GOOD_FOR = Duration.ofDays(1);

    /**
     * A person on the way.
     *
     * @param connection the link to be
     * @param person who set out
     */
    public record Awaited(
            String connection, String person, String feed, URI redirectUri, Locale language, Instant since) {

        public AuthorizationRequest request(String state) {
            return new AuthorizationRequest(state, redirectUri, language);
        }
    }

    private AuthorizationTable() {}

    public static void await(
            UnitOfWork unit, Caller caller, String connection, String feed, AuthorizationRequest request, Instant now) {
        unit.update(
                "INSERT INTO pending_authorization (company, state_digest, connection, person, feed, redirect_uri,"
                        + " language, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                caller.company().value(),
                Digest.of(request.state()),
                connection,
                caller.name(),
                feed,
                request.redirectUri().toString(),
                request.language().toLanguageTag(),
                now);
    }

    public static Optional<Awaited> find(UnitOfWork unit, CompanyId company, String state) {
        return unit.one(
                "SELECT connection, person, feed, redirect_uri, language, created_at FROM pending_authorization"
                        + " WHERE company = ? AND state_digest = ?",
                AuthorizationTable::read,
                company.value(),
                Digest.of(state));
    }

    /** Uses a state up; {@code false} if somebody did already. */
    public static boolean consume(UnitOfWork unit, CompanyId company, String state) {
        return unit.update(
                        "DELETE FROM pending_authorization WHERE company = ? AND state_digest = ?",
                        company.value(),
                        Digest.of(state))
                > 0;
    }

    public static void removeOf(UnitOfWork unit, CompanyId company, String connection) {
        unit.update(
                "DELETE FROM pending_authorization WHERE company = ? AND connection = ?", company.value(), connection);
    }

    public static void removeExpired(UnitOfWork unit, CompanyId company, Instant now) {
        unit.update(
                "DELETE FROM pending_authorization WHERE company = ? AND created_at < ?",
                company.value(),
                now.minus(GOOD_FOR));
    }

    private static Awaited read(Row row) {
        return new Awaited(
                row.text("connection"),
                row.text("person"),
                row.text("feed"),
                URI.create(row.text("redirect_uri")),
                Locale.forLanguageTag(row.text("language")),
                row.instant("created_at"));
    }
}
