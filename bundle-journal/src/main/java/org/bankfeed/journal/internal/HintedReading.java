package org.bankfeed.journal.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bankfeed.access.CompanyId;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.store.Lease;
import org.bankfeed.store.Leases;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the links that webhooks made due, soon after they came: several that come together make one reading. What waits
 * is looked up in the database, each minute at the latest, so nothing is forgotten over a kill, and another node does
 * what this one could not.
 */
@Component(
        service = {},
        immediate = true)
public final class HintedReading {

    /** The lease under which a company's banks are read in the background. */
    static final String LEASE = "reading";

    private static final Logger LOG = LoggerFactory.getLogger(HintedReading.class);

    /** Webhooks come in bunches: what comes within this time is read together. */
    private static final Duration BUNCH = Duration.ofSeconds(2);

    private static final Duration LOOK = Duration.ofMinutes(1);

    /** How long a company rests of which something could not be read. */
    private static final Duration REST = Duration.ofMinutes(5);

    /** How long another reading of the company is waited for. */
    private static final Duration BUSY = Duration.ofSeconds(10);

    private static final Duration LEASED = Duration.ofMinutes(10);

    private final HintedLinks links;
    private final Leases leases;
    private final ScheduledThreadPoolExecutor worker;
    private final AtomicBoolean rung = new AtomicBoolean();
    private final Map<CompanyId, Long> restUntil = new HashMap<>();
    private volatile boolean closed;

    /** Begins with what waits from before. */
    @Activate
    public HintedReading(@Reference HintedLinks links, @Reference Leases leases) {
        this(links, leases, BUNCH);
    }

    HintedReading(HintedLinks links, Leases leases, Duration bunch) {
        this.links = links;
        this.leases = leases;
        this.worker = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "bankfeed-journal-webhooks");
            thread.setDaemon(true);
            return thread;
        });
        worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        var unused =
                worker.scheduleWithFixedDelay(this::readAll, bunch.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
        links.onHint(() -> ring(bunch));
    }

    /** Ends after the page that is being read; it does not interrupt, for the sake of H2's file. */
    @Deactivate
    public void close() {
        closed = true;
        links.onHint(() -> {});
        worker.shutdown();
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("The reading for webhooks did not stop within 5 seconds; it ends by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ring(Duration bunch) {
        if (!closed && rung.compareAndSet(false, true)) {
            var unused = worker.schedule(this::answer, bunch.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void answer() {
        rung.set(false);
        readAll();
    }

    void readAll() {
        try {
            links.tidy();
            for (CompanyId company : List.copyOf(links.hinted())) {
                if (!closed && !isResting(company)) {
                    read(company);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("What webhooks hint at could not be read; it is tried again", e);
        }
    }

    private boolean isResting(CompanyId company) {
        Long until = restUntil.get(company);
        return until != null && System.nanoTime() - until < 0;
    }

    /** Whoever else reads the company now may have begun before the webhook came: then it is read once more. */
    private void read(CompanyId company) {
        try (Lease lease = leases.acquire(LEASE, company, LEASED).orElse(null)) {
            if (lease == null) {
                ring(BUSY);
                return;
            }
            SyncReceipt receipt = links.readHinted(company);
            receipt.problems().forEach(problem -> LOG.warn("Company {}: {}", company, problem));
            restUntil.remove(company);
            if (links.hinted().contains(company) && !isWhole(receipt)) {
                rest(company);
            }
        } catch (RuntimeException e) {
            LOG.error("What webhooks hint at for company {} could not be read; it is tried again", company, e);
            rest(company);
        }
    }

    private static boolean isWhole(SyncReceipt receipt) {
        return receipt.problems().isEmpty() && receipt.accounts().stream().allMatch(SyncReceipt.AccountPart::complete);
    }

    private void rest(CompanyId company) {
        restUntil.put(company, System.nanoTime() + REST.toNanos());
    }
}
