package org.bankfeed.simulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still until it is moved. */
final class VirtualClock extends Clock {

    private volatile Instant now;

    VirtualClock(String now) {
        this.now = Instant.parse(now);
    }

    void set(String moment) {
        now = Instant.parse(moment);
    }

    void forward(Duration duration) {
        now = now.plus(duration);
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
