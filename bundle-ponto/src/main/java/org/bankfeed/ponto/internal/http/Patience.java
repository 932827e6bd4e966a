package org.bankfeed.ponto.internal.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.access.Retries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats what failed for a passing reason: no answer, 408, 425, 429, 5xx. Anything else is an answer and is never
 * repeated here.
 *
 * <p>A library for this was weighed and left: what it would do for us is count and double; it waits and reads the time by
 * itself, and does not know of a {@code Retry-After} that binds all calls of one link.
 */
public final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);

    private final String feed;
    private final Retries retries;
    private final Time time;
    private final Map<String, Circuit> circuits = new ConcurrentHashMap<>();

    public Patience(String feed, Retries retries, Time time) {
        this.feed = feed;
        this.retries = retries;
        this.time = time;
    }

    /** One wish, with the repetitions and the time that it has as a whole. */
    public Wish wish(String link) {
        return new Wish(circuits.computeIfAbsent(link, key -> new Circuit(feed, retries, time)));
    }

    /** For what has no link yet. */
    public Wish wish() {
        return new Wish(new Circuit(feed, retries, time));
    }

    /** What is tried. */
    @FunctionalInterface
    public interface Attempt<T> {
        /** @throws BankFeedException.Unavailable if it may be tried again */
        T make() throws BankFeedException;
    }

    /** One intention of ours, from the first attempt to the last. */
    public final class Wish {

        private final Circuit circuit;
        private final long begun = time.nanos();
        private int repeated;
        private boolean entered;

        private Wish(Circuit circuit) {
            this.circuit = circuit;
        }

        /** What is needed before Ponto can be asked, and may be at hand already. */
        public <T> T prepare(Attempt<T> attempt) throws BankFeedException {
            return make(attempt, false);
        }

        /** Asks Ponto. */
        public <T> T fulfil(Attempt<T> attempt) throws BankFeedException {
            return make(attempt, true);
        }

        private <T> T make(Attempt<T> attempt, boolean isAnswer) throws BankFeedException {
            if (!entered) {
                circuit.enter();
                entered = true;
            }
            while (true) {
                try {
                    T result = attempt.make();
                    if (isAnswer) {
                        circuit.answered();
                    }
                    return result;
                } catch (BankFeedException.Unavailable e) {
                    Duration told = Told.by(e);
                    circuit.failed(told);
                    waitOrGiveUp(e, told);
                } catch (BankFeedException e) {
                    circuit.answered();
                    throw e;
                }
            }
        }

        private void waitOrGiveUp(BankFeedException.Unavailable failure, @Nullable Duration told)
                throws BankFeedException {
            Duration pause =
                    told == null ? retries.pause(repeated, time.chance()) : Retries.pauseTold(told, time.chance());
            Duration passed = Duration.ofNanos(time.nanos() - begun);
            boolean late = passed.plus(pause).compareTo(retries.total()) > 0;
            if (repeated >= retries.most() || late || circuit.left().compareTo(pause) > 0) {
                throw failure;
            }
            repeated++;
            LOG.debug("Attempt {} follows in {} ms", repeated + 1, pause.toMillis());
            try {
                time.pause(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failure;
            }
        }
    }

    /** Marks the wait that Ponto itself asked for. */
    static final class Told extends Exception {
        private static final long serialVersionUID = 1L;

        private final Duration wait;

        Told(Duration wait) {
            super("Retry-After " + wait.toSeconds() + " s");
            this.wait = wait;
        }

        Duration time() {
            return wait;
        }

        static @Nullable Duration by(BankFeedException failure) {
            return failure.getCause() instanceof Told told ? told.wait : null;
        }
    }
}
