package org.bankfeed.ponto.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;

/** The machine's time and chance; a test brings its own. It is real time always: certificates and tokens know no other. */
public interface Time {

    Time MACHINE = new Time() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant now() {
            return Instant.now();
        }

        @Override
        public void pause(Duration wait) throws InterruptedException {
            Thread.sleep(wait.toMillis());
        }

        @Override
        public double chance() {
            return ThreadLocalRandom.current().nextDouble();
        }
    };

    /** A monotonic clock. */
    long nanos();

    Instant now();

    void pause(Duration wait) throws InterruptedException;

    /** From 0, included, to 1, excluded. */
    double chance();
}
