package org.bankfeed.rehearsal.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Real time until it is put forward; then it runs on from there. For many threads. */
final class RunningClock extends Clock {

    private final Clock real;
    private volatile Duration ahead = Duration.ZERO;

    RunningClock(Clock real) {
        this.real = real;
    }

    /** The day on the wall in Brussels. */
    LocalDate today() {
        return LocalDate.ofInstant(instant(), VirtualClock.BANK_ZONE);
    }

    /** {@code IllegalArgumentException} if that would be backwards. */
    synchronized void moveTo(LocalDate day, LocalTime time) {
        Instant now = instant();
        Instant then = day.atTime(time).atZone(VirtualClock.BANK_ZONE).toInstant();
        if (then.isBefore(now)) {
            throw new IllegalArgumentException("the clock stands at " + now + " and cannot go back to " + then);
        }
        ahead = ahead.plus(Duration.between(now, then));
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
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
