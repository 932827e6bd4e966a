package org.bankfeed.screens.internal.rooms;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads banks in the background, because a first reading takes longer than a person waits for a page. A company has one
 * errand at a time; what the last one brought is kept, in memory only. For many threads.
 */
@Component(service = Errands.class, immediate = true)
public final class Errands {

    private static final Logger LOG = LoggerFactory.getLogger(Errands.class);

    /** More than one, so that no company waits for another one's first reading. */
    private static final int WORKERS = 2;

    private final Rooms rooms;
    private final Map<CompanyId, Errand> errands = new ConcurrentHashMap<>();
    private final ExecutorService workers;

    @Activate
    public Errands(@Reference Rooms rooms) {
        this.rooms = rooms;
        this.workers = Executors.newFixedThreadPool(WORKERS, task -> {
            Thread thread = new Thread(task, "bankfeed-screens-errand");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Begins to read the banks of a company, and to match what comes (bookkeeper or administrator).
     *
     * @return false if that is going on already
     */
    public boolean begin(Caller caller) {
        caller.require("read the banks", Role.BOOKKEEPER, Role.ADMINISTRATOR);
        Errand fresh = new Errand(rooms, caller);
        Errand now = errands.merge(caller.company(), fresh, (known, next) -> known.running() ? known : next);
        if (now != fresh) {
            return false;
        }
        try {
            workers.execute(fresh);
        } catch (RejectedExecutionException e) {
            fresh.cancel();
        }
        return true;
    }

    /** The errand that runs for a company, or its last one. */
    public Optional<Reading> of(CompanyId company) {
        return Optional.ofNullable(errands.get(company)).map(Errand::reading);
    }

    /** Ends without an interrupt: one in the middle of a write would close H2's file, and with it the whole database. */
    @Deactivate
    public void close() {
        workers.shutdown();
        try {
            if (!workers.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("reading the banks did not stop within 5 seconds; it ends by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
