package org.bankfeed.screens.internal.rooms;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.bankfeed.access.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Plays the past in the background: it takes longer than a person waits for a page. A company tries one thing of a name at a
 * time; what came of the last one is kept, in memory only. One after the other, over all companies: it is nobody's daily
 * work. For many threads.
 */
@Component(service = Trials.class, immediate = true)
public final class Trials {

    private static final Logger LOG = LoggerFactory.getLogger(Trials.class);

    private final Rooms rooms;
    private final Map<String, Trial<?>> trials = new ConcurrentHashMap<>();
    private final ExecutorService worker;

    @Activate
    public Trials(@Reference Rooms rooms) {
        this.rooms = rooms;
        this.worker = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "bankfeed-screens-trial");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins, unless that is going on already; {@code work} checks the caller's rights. */
    public <T> void begin(Caller caller, String name, Trial.Work<T> work) {
        Clock clock = rooms.clock();
        Trial<T> fresh = new Trial<>(caller, clock, work);
        Trial<?> now = trials.merge(key(caller, name), fresh, (known, next) -> known.running() ? known : next);
        if (now == fresh) {
            try {
                worker.execute(fresh);
            } catch (RejectedExecutionException e) {
                fresh.cancel();
            }
        }
    }

    /** Ends what is going on; what came of it so far is kept. */
    public void end(Caller caller, String name) {
        Trial<?> trial = trials.get(key(caller, name));
        if (trial != null) {
            trial.end();
        }
    }

    /** That which is going on, or the last one. */
    public Optional<Trial<?>> of(Caller caller, String name) {
        return Optional.ofNullable(trials.get(key(caller, name)));
    }

    private static String key(Caller caller, String name) {
        return caller.company() + " " + name;
    }

    /** Ends without an interrupt: one in the middle of a read would close H2's file, and with it the whole database. */
    @Deactivate
    public void close() {
        worker.shutdown();
        trials.values().forEach(Trial::end);
        try {
            if (!worker.awaitTermination(5, TimeUnit.SECONDS)) {
                LOG.warn("a trial did not stop within 5 seconds; it ends by itself");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
