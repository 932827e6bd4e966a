package org.bankfeed.rehearsal.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved, and only moves forward. For many threads. */
final class VirtualClock extends Clock {

    /** The bank's days are days on the wall in Brussels. */
    static final ZoneId BANK_ZONE = ZoneId.of("Europe/Brussels");

    private volatile Instant now;

    VirtualClock(LocalDate day, LocalTime time) {
        now = day.atTime(time).atZone(BANK_ZONE).toInstant();
    }

    /** {@code IllegalArgumentException} if that would be backwards. */
    void moveTo(LocalDate day, LocalTime time) {
        Instant then = day.atTime(time).atZone(BANK_ZONE).toInstant();
        if (then.isBefore(now)) {
            throw new IllegalArgumentException("the clock stands at " + now + " and cannot go back to " + then);
        }
        now = then;
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
        return new ClockElsewhere(this, zone);
    }
}
