package org.bankfeed.benchmarks.simulate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The one clock of a simulated year: it stands until it is moved, and never goes back. */
final class YearClock extends Clock {

    private volatile Instant now;

    YearClock(Instant now) {
        this.now = now;
    }

    synchronized void forward(Duration time) {
        now = now.plus(time);
    }

    /** A moment that has passed already leaves it as it is. */
    synchronized void until(Instant moment) {
        now = moment.isAfter(now) ? moment : now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
