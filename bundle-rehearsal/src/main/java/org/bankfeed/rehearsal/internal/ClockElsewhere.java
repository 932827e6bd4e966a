package org.bankfeed.rehearsal.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/** The same clock on the wall of another zone: it moves when its source is moved. */
final class ClockElsewhere extends Clock {

    private final Clock source;
    private final ZoneId zone;

    ClockElsewhere(Clock source, ZoneId zone) {
        this.source = source;
        this.zone = zone;
    }

    @Override
    public Instant instant() {
        return source.instant();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return source.withZone(other);
    }
}
