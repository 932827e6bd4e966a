package org.bankfeed.journal.internal;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.journal.internal.table.LeasedStage;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Leases;
import org.bankfeed.store.StoreException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the companies whose turn has come, by itself and in real time. It only reads: a synchronization is for a person
 * to order. Its workers, and those of all other nodes, look for work on their own; the lease on a company lets one of
 * them have it.
 */
@Component(
        service = {},
        immediate = true)
public final class ReadingSchedule {

    private static final Logger LOG = LoggerFactory.getLogger(ReadingSchedule.class);

    /** Who the audit log names when the schedule reads. */
    private static final String NAME = "journal-schedule";

    /** What is done under the lease. */
    private static final String JOB = "reading";

    /** Seconds after a start: the feeds come meanwhile. */
    private static final int FIRST_LOOK = 30;

    private static final int LOOKS_EVERY = 10;

    private final StoreBankJournal journal;
    private final ReadingPlan plan;
    private final Leases leases;
    private final ScheduledThreadPoolExecutor workers;
    private volatile boolean closed;

    /** Starts the schedule. What came due while no node ran is read first. */
    @Activate
    public ReadingSchedule(@Reference StoreBankJournal journal, @Reference ReadingPlan plan, @Reference Leases leases) {
        this(journal, plan, leases, plan.workers());
    }

    ReadingSchedule(StoreBankJournal journal, ReadingPlan plan, Leases leases, int threads) {
        this.journal = journal;
        this.plan = plan;
        this.leases = leases;
        this.workers = new ScheduledThreadPoolExecutor(threads, task -> {
            Thread thread = new Thread(task, "bankfeed-journal-schedule");
            thread.setDaemon(true);
            return thread;
        });
        workers.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        for (int i = 0; i < threads; i++) {
            var unused = workers.scheduleWithFixedDelay(this::readDue, FIRST_LOOK, LOOKS_EVERY, TimeUnit.SECONDS);
        }
    }

    /**
     * Ends after the page that is being read, and waits a moment for that. It does not interrupt: an interrupt in the
     * middle of a write closes H2's file, and with it the whole database.
     */
    @Deactivate
    public void close() {
        closed = true;
        workers.shutdown();
        try {
            if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The reading of the banks did not stop within 5 seconds; it ends by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One look: reads what is due and what no other worker has. */
    void readDue() {
        try {
            journal.tidy();
            for (CompanyId company : List.copyOf(journal.due(plan))) {
                if (closed) {
                    return;
                }
                read(company);
            }
        } catch (RuntimeException e) {
            LOG.error("The banks could not be read; the schedule tries again", e);
        }
    }

    private void read(CompanyId company) {
        try {
            Optional<Lease> taken = leases.acquire(JOB, company, LeasedStage.TERM);
            if (taken.isEmpty()) {
                return; // another worker is at it
            }
            try (Lease lease = taken.get()) {
                read(lease);
            }
        } catch (StoreException.TakenOver e) {
            LOG.info("Company {}: {}", company, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("The banks of company {} could not be read; the schedule tries again", company, e);
        }
    }

    private void read(Lease lease) {
        CompanyId company = lease.company();
        if (!journal.isDue(plan, company)) {
            return; // another worker was
        }
        SyncReceipt receipt = journal.synchronize(Caller.job(company, NAME), lease);
        receipt.problems().forEach(problem -> LOG.warn("Company {}: {}", company, problem));
    }
}
