package org.bankfeed.matching.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.matching.WorkReceipt;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Matches every company's new lines by itself, in real time. */
@Component(
        service = {},
        configurationPid = MatchingSchedule.PID,
        immediate = true)
@Designate(ocd = MatchingSchedule.Config.class)
public final class MatchingSchedule {

    static final String PID = "org.bankfeed.matching";

    private static final Logger LOG = LoggerFactory.getLogger(MatchingSchedule.class);

    /** Who the audit log names when the schedule matches. */
    private static final String JOB = "matching-schedule";

    /** Configuration of the schedule. */
    @ObjectClassDefinition(name = "Bankfeed matching", description = "How often new lines are matched.")
    @interface Config {
        /** Seconds between two runs; 0 for never by itself. */
        @AttributeDefinition(
                name = "Interval",
                description = "Seconds between two runs; 0: only when a person asks.",
                min = "0")
        int interval() default 60;
    }

    private final PaymentMatching matching;
    private final BankJournal journal;
    private final ScheduledExecutorService worker;
    private final Map<CompanyId, String> said = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /** Starts the schedule. */
    @Activate
    public MatchingSchedule(@Reference PaymentMatching matching, @Reference BankJournal journal, Config config) {
        this(matching, journal, config.interval(), TimeUnit.SECONDS);
    }

    MatchingSchedule(PaymentMatching matching, BankJournal journal, int interval, TimeUnit unit) {
        if (interval < 0) {
            throw new IllegalArgumentException("configuration " + PID + ": interval " + interval
                    + " is no number of seconds; use 0 for never, or 1 and more");
        }
        this.matching = matching;
        this.journal = journal;
        this.worker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "bankfeed-matching-schedule");
            thread.setDaemon(true);
            return thread;
        });
        if (interval > 0) {
            worker.scheduleWithFixedDelay(this::workAll, interval, interval, unit);
        }
    }

    /**
     * Lets what runs come to the end of its company, and waits a moment for it. It is not interrupted: an interrupt in the
     * middle of a write closes H2's file, and with it the whole database.
     */
    @Deactivate
    public void close() {
        closed = true;
        worker.shutdown();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The matching did not stop within 5 seconds; it ends by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void workAll() {
        try {
            for (CompanyId company : journal.companies()) {
                if (closed) {
                    return;
                }
                work(company);
            }
        } catch (RuntimeException e) {
            LOG.error("Payments could not be matched; the schedule tries again", e);
        }
    }

    private void work(CompanyId company) {
        try {
            WorkReceipt receipt = matching.work(Caller.job(company, JOB));
            String waiting = receipt.waiting() == null ? "" : receipt.waiting().toString();
            if (!waiting.equals(said.put(company, waiting)) && !waiting.isEmpty()) {
                LOG.warn("Company {}: {}", company, waiting);
            }
        } catch (RuntimeException e) {
            LOG.error("Payments of company {} could not be matched; the schedule tries again", company, e);
        }
    }
}
