package org.bankfeed.store;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bankfeed.access.CompanyId;

/** Leases in memory that end when the test says so. */
public final class FakeLeases implements Leases {

    private final Map<String, Long> tokens = new HashMap<>();
    private final Map<String, Held> holders = new HashMap<>();

    @Override
    public synchronized Optional<Lease> acquire(String job, CompanyId company, Duration howLong) {
        String key = job + "/" + company;
        if (holders.containsKey(key)) {
            return Optional.empty();
        }
        Held held = new Held(key, job, company, tokens.merge(key, 1L, Long::sum));
        holders.put(key, held);
        return Optional.of(held);
    }

    /** Lets the time of whoever holds it run out, as if he had been paused. */
    public synchronized void expire(String job, CompanyId company) {
        holders.remove(job + "/" + company);
    }

    private final class Held implements Lease {
        private final String key;
        private final String job;
        private final CompanyId company;
        private final long token;

        Held(String key, String job, CompanyId company, long token) {
            this.key = key;
            this.job = job;
            this.company = company;
            this.token = token;
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
            synchronized (FakeLeases.this) {
                if (takenOver()) {
                    return false;
                }
                holders.put(key, this);
                return true;
            }
        }

        @Override
        public void release() {
            synchronized (FakeLeases.this) {
                holders.remove(key, this);
            }
        }

        @Override
        public void stillHeld(UnitOfWork unit) {
            synchronized (FakeLeases.this) {
                if (takenOver()) {
                    throw new StoreException.TakenOver("The lease on " + key + " was taken over");
                }
            }
        }

        private boolean takenOver() {
            return tokens.getOrDefault(key, 0L) != token;
        }
    }
}
