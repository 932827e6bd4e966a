package org.bankfeed.ponto.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.bankfeed.ponto.internal.http.Time;

/** Time that only passes when somebody waits, or when a test says so. */
public final class TestTime implements Time {

    public final List<Duration> pauses = new CopyOnWriteArrayList<>();
    volatile double chance = 0.5;
    private final Instant start;
    private final AtomicLong passed = new AtomicLong();

    public TestTime() {
        this(Instant.now());
    }

    public TestTime(Instant start) {
        this.start = start;
    }

    public void pass(Duration time) {
        passed.addAndGet(time.toNanos());
    }

    @Override
    public long nanos() {
        return Long.MAX_VALUE - 10 + passed.get(); // wraps around, as it may
    }

    @Override
    public Instant now() {
        return start.plusNanos(passed.get());
    }

    @Override
    public void pause(Duration wait) {
        pauses.add(wait);
        pass(wait);
    }

    @Override
    public double chance() {
        return chance;
    }
}
