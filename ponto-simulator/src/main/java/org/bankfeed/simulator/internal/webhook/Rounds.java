package org.bankfeed.simulator.internal.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** When deliveries are made: by a thread when their time has come, or when somebody calls. */
interface Rounds extends AutoCloseable {

    /** Those of one moment are made in the order in which they were given. */
    void after(Duration delay, Runnable delivery);

    /** Makes what is due now, and what becomes due by that. */
    void goThrough();

    @Override
    void close();

    /** By a thread of its own, in real time. */
    final class OwnThread implements Rounds {

        private final ScheduledThreadPoolExecutor worker;

        OwnThread() {
            worker = new ScheduledThreadPoolExecutor(1, task -> {
                Thread thread = new Thread(task, "ponto-simulator-webhooks");
                thread.setDaemon(true);
                return thread;
            });
            worker.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        }

        @Override
        public void after(Duration delay, Runnable delivery) {
            try {
                var unused = worker.schedule(delivery, delay.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                // stopped before it was delivered
            }
        }

        @Override
        public void goThrough() {
            // the thread does it
        }

        @Override
        public void close() {
            worker.shutdownNow();
        }
    }

    /** By who calls, in the time of a clock: nothing happens in between, so that a year can be lived again. */
    final class OnCall implements Rounds {

        private final Clock clock;
        private final PriorityQueue<Due> ahead =
                new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::number));
        private long given;

        private record Due(Instant at, long number, Runnable delivery) {}

        OnCall(Clock clock) {
            this.clock = clock;
        }

        @Override
        public synchronized void after(Duration delay, Runnable delivery) {
            ahead.add(new Due(clock.instant().plus(delay), ++given, delivery));
        }

        @Override
        public void goThrough() {
            for (Due due = next(); due != null; due = next()) {
                due.delivery().run(); // without the lock: what it leads to may tell of more
            }
        }

        private synchronized @Nullable Due next() {
            Due first = ahead.peek();
            return first == null || first.at().isAfter(clock.instant()) ? null : ahead.poll();
        }

        @Override
        public synchronized void close() {
            ahead.clear();
        }
    }
}
