package org.bankfeed.simulator.internal.bank;

import java.time.Instant;
import java.util.Optional;

/** What is to happen in the simulated world at its time. Asked with the bank's lock held. */
@FunctionalInterface
public interface Agenda {

    /** Nothing ever happens by itself. */
    Agenda EMPTY = until -> Optional.empty();

    /** The next thing that is due at or before {@code until}; each is given once, in the order of time. */
    Optional<Due> next(Instant until);

    /** A thing and its time. */
    record Due(Instant at, Runnable act) {}
}
