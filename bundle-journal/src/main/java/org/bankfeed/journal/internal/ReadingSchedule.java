package org.bankfeed.journal.internal;

import java.util.List;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.SyncReceipt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads every company's banks by itself, in real time. It only reads: a synchronization is for a person to order. */
@Component(
        service = {},
        configurationPid = ReadingSchedule.PID,
        immediate = true)
@Designate(ocd = ReadingSchedule.Config.class)
public final class ReadingSchedule {

    static final String PID = "org.bankfeed.journal";

    private static final Logger LOG = LoggerFactory.getLogger(ReadingSchedule.class);

    /** Who the audit log names when the schedule reads. */
    private static final String JOB = "journal-schedule";

    /** Configuration of the schedule. */
    @ObjectClassDefinition(name = "Bankfeed journal", description = "How often the banks are read.")
    @interface Config {
        /** Minutes between two readings; 0 for never by itself. */
        @AttributeDefinition(
                name = "Interval",
                description = "Minutes between two readings; 0: only when a person asks.",
                min = "0")
        int interval() default 60;
    }

    private final BankJournal journal;
    private final ScheduledThreadPoolExecutor worker;
    private volatile boolean closed;

    /** Starts the schedule; the first reading comes a minute later, when the feeds are there. */
    @Activate
    public ReadingSchedule(@Reference BankJournal journal, Config config) {
        this(journal, config.interval(), TimeUnit.MINUTES);
    }

    ReadingSchedule(BankJournal journal, int interval, TimeUnit unit) {
        if (interval < 0) {
            throw new IllegalArgumentException("configuration " + PID + ": interval " + interval
                    + " is no number of minutes; use 0 for never, or 1 and more");
        }
        this.journal = journal;
        this.worker = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "bankfeed-journal-schedule");
            thread.setDaemon(true);
            return thread;
        });
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        if (interval > 0) {
            var unused = worker.scheduleWithFixedDelay(this::readAll, 1, interval, unit);
        }
    }

    /**
     * Ends after the page that is being read, and waits a moment for that. It does not interrupt: an interrupt in the
     * middle of a write closes H2's file, and with it the whole database.
     */
    @Deactivate
    public void close() {
        closed = true;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The reading of the banks did not stop within 5 seconds; it ends by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void readAll() {
        try {
            for (CompanyId company : List.copyOf(journal.companies())) {
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
            SyncReceipt receipt = journal.synchronize(Caller.job(company, JOB));
            receipt.problems().forEach(problem -> LOG.warn("Company {}: {}", company, problem));
        } catch (RuntimeException e) {
            LOG.error("The banks of company {} could not be read; the schedule tries again", company, e);
        }
    }
}
