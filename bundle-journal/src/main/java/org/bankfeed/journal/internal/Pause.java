package org.bankfeed.journal.internal;

import java.time.Duration;

/** Waits a moment; tests let time pass instead. */
@FunctionalInterface
public interface Pause {

    Pause SLEEP = time -> Thread.sleep(time.toMillis());

    void take(Duration time) throws InterruptedException;
}
