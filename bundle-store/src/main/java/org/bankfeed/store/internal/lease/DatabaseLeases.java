package org.bankfeed.store.internal.lease;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Leases;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.store.internal.database.Dialect;
import org.bankfeed.store.internal.database.Failures;

/** Leases as rows; all time is the database's. */
public final class DatabaseLeases implements Leases {

    public static final String STAGE = "lease";

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    /** Another's transaction held the row until our patience ended: PostgreSQL's state, H2's. */
    private static final Set<String> WAITED_IN_VAIN = Set.of("55P03", "HYT00");

    private final Stage stage;
    private final Dialect dialect;

    public DatabaseLeases(Stage stage, Dialect dialect) {
        this.stage = stage;
        this.dialect = dialect;
    }

    @Override
    public Optional<Lease> acquire(String job, CompanyId company, Duration howLong) {
        if (!job.matches("[a-z0-9-]{1,60}")) {
            throw new IllegalArgumentException(
                    "'" + job + "' is no name of a job: use 1 to 60 lower-case letters, digits and hyphens");
        }
        if (howLong.compareTo(SHORTEST) < 0 || howLong.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("a lease lasts from a second to a day, not " + howLong);
        }
        try {
            return stage.<Optional<Lease>, RuntimeException>inTransaction(unit -> take(unit, job, company, howLong));
        } catch (StoreException.Unavailable e) {
            if (holderIsStillCommitting(e)) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static boolean holderIsStillCommitting(StoreException.Unavailable failure) {
        SQLException sql = Failures.sql(failure);
        return sql != null && sql.getSQLState() != null && WAITED_IN_VAIN.contains(sql.getSQLState());
    }

    private Optional<Lease> take(UnitOfWork unit, String job, CompanyId company, Duration howLong) {
        prepare(unit, job, company);
        int taken = unit.update(
                "update term set until_at = " + dialect.inMilliseconds()
                        + " where job = ? and company = ? and until_at <= " + dialect.now(),
                howLong.toMillis(),
                job,
                company.value());
        if (taken == 0) {
            return Optional.empty();
        }
        unit.update("update fence set token = token + 1 where job = ? and company = ?", job, company.value());
        long token = unit.one(
                        "select token from fence where job = ? and company = ?",
                        row -> row.number("token"),
                        job,
                        company.value())
                .orElseThrow();
        unit.update("update term set token = ? where job = ? and company = ?", token, job, company.value());
        return Optional.of(new HeldLease(stage, dialect, job, company, token, howLong));
    }

    private void prepare(UnitOfWork unit, String job, CompanyId company) {
        unit.update(
                "insert into fence (job, company, token) values (?, ?, 0) on conflict do nothing",
                job,
                company.value());
        unit.update(
                "insert into term (job, company, token, until_at) values (?, ?, 0, " + dialect.now()
                        + ") on conflict do nothing",
                job,
                company.value());
    }
}
