package org.bankfeed.screens.internal.rooms;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.bankfeed.access.CompanyId;
import org.bankfeed.access.Role;
import org.bankfeed.journal.AccountId;
import org.bankfeed.value.InternetAddress;
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
        return begin(new Errand(rooms, caller, null));
    }

    /**
     * Begins to have the banks asked, for a person who waits, then to read and to match as {@link #begin} does
     * (bookkeeper or administrator). Two who press at once get one run: the second one sees the first one's.
     *
     * @param accounts which ones; empty for all
     * @param person his own public address
     * @return false if something is going on already
     */
    public boolean order(Caller caller, Set<AccountId> accounts, InternetAddress person) {
        caller.require("have the banks asked", Role.BOOKKEEPER, Role.ADMINISTRATOR);
        return begin(new Errand(rooms, caller, new Errand.Order(accounts, person.value())));
    }

    private boolean begin(Errand fresh) {
        Errand now = errands.merge(fresh.company(), fresh, (known, next) -> known.running() ? known : next);
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
