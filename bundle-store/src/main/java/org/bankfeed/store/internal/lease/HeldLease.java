package org.bankfeed.store.internal.lease;

import java.time.Duration;
import org.bankfeed.access.CompanyId;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Stage;
import org.bankfeed.store.StoreException;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.store.internal.database.Dialect;
import org.bankfeed.store.internal.stage.OpenUnit;

/** A lease that was taken; whether it still is, the database says. */
final class HeldLease implements Lease {

    private final Stage stage;
    private final Dialect dialect;
    private final String job;
    private final CompanyId company;
    private final long token;
    private final Duration howLong;
    private volatile boolean released;

    HeldLease(Stage stage, Dialect dialect, String job, CompanyId company, long token, Duration howLong) {
        this.stage = stage;
        this.dialect = dialect;
        this.job = job;
        this.company = company;
        this.token = token;
        this.howLong = howLong;
    }

    @Override
    public String job() {
        return job;
    }

    @Override
    public CompanyId company() {
        return company;
    }

    @Override
    public long token() {
        return token;
    }

    @Override
    public boolean renew() {
        return !released
                && stage.<Boolean, RuntimeException>inTransaction(unit -> unit.update(
                                "update term set until_at = " + dialect.inMilliseconds()
                                        + " where job = ? and company = ? and token = ?",
                                howLong.toMillis(),
                                job,
                                company.value(),
                                token)
                        == 1);
    }

    @Override
    public void release() {
        if (!released) {
            released = true;
            stage.<Integer, RuntimeException>inTransaction(unit -> unit.update(
                    "update term set until_at = " + dialect.now() + " where job = ? and company = ? and token = ?",
                    job,
                    company.value(),
                    token));
        }
    }

    @Override
    public void stillHeld(UnitOfWork unit) {
        if (released) {
            throw new IllegalStateException("this lease was released");
        }
        String silent = dialect.silentAtMost(howLong.toMillis(), true);
        if (silent != null) {
            unit.update(silent);
        }
        long newest = unit.one(
                        "select token from bankfeed_lease.fence where job = ? and company = ?" + dialect.forShare(),
                        row -> row.number("token"),
                        job,
                        company.value())
                .orElse(0L);
        if (newest != token) {
            refuse(unit, newest);
        }
    }

    private void refuse(UnitOfWork unit, long newest) {
        StoreException.TakenOver why = new StoreException.TakenOver("Another took over '" + job + "' for company "
                + company + " (token " + newest + ", ours was " + token
                + "), because this node was silent for too long; nothing of this transaction was kept");
        if (unit instanceof OpenUnit open) {
            open.refuse(why);
        }
        throw why;
    }

    @Override
    public String toString() {
        return "Lease[" + job + ", " + company + ", " + token + "]";
    }
}
