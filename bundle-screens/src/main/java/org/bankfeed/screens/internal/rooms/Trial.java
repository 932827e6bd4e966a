package org.bankfeed.screens.internal.rooms;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bankfeed.access.AccessDeniedException;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.Backtests.Progress;
import org.bankfeed.matching.MatchingException;
import org.bankfeed.screens.internal.view.Words;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.store.StoreException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The past played once. Runs on one thread, is looked at by many.
 *
 * @param <T> what comes of it
 */
public final class Trial<T> implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Trial.class);

    private final Caller caller;
    private final Clock clock;
    private volatile @Nullable Work<T> work;
    private final Instant startedAt;
    private volatile long done;
    private volatile long all;
    private volatile boolean ended;
    private volatile @Nullable T result;
    private volatile @Nullable Message problem;
    private volatile @Nullable Instant finishedAt;

    /** What is played. */
    @FunctionalInterface
    public interface Work<T> {
        T play(Progress progress) throws MatchingException, IOException;
    }

    Trial(Caller caller, Clock clock, Work<T> work) {
        this.caller = caller;
        this.clock = clock;
        this.work = work;
        this.startedAt = clock.instant();
    }

    @Override
    public void run() {
        Work<T> once = Objects.requireNonNull(work);
        try {
            result = once.play(this::at);
        } catch (MissingRoomException e) {
            problem = e.said();
        } catch (AccessDeniedException | MatchingException e) {
            problem = Message.all(Words.said(e));
        } catch (StoreException.Unavailable e) {
            LOG.warn("a trial did not come to its end: the database did not answer", e);
            problem = Message.of("fault.database");
        } catch (IOException | RuntimeException e) {
            String incident = UUID.randomUUID().toString().substring(0, 8);
            LOG.error("a trial of company {} failed, incident {}", caller.company(), incident, e);
            problem = Message.of("trial.ours", incident);
        } finally {
            // what came of it is kept, but not what it was played from: that may be a file
            work = null;
            finishedAt = clock.instant();
        }
    }

    private boolean at(long lines, long of) {
        done = lines;
        all = of;
        return !ended;
    }

    void end() {
        ended = true;
    }

    /** It will not run any more: the pages are going away. */
    void cancel() {
        problem = Message.of("trial.stopped");
        work = null;
        finishedAt = clock.instant();
    }

    public boolean running() {
        return finishedAt == null;
    }

    /** Whether somebody has said that it shall end. */
    public boolean ended() {
        return ended;
    }

    /** Who began it. */
    public String who() {
        return caller.name();
    }

    public Instant startedAt() {
        return startedAt;
    }

    public @Nullable Instant finishedAt() {
        return finishedAt;
    }

    /** So many lines are played. */
    public long done() {
        return done;
    }

    /** So many there are; 0 if that is not known yet. */
    public long all() {
        return all;
    }

    /** What went wrong, in one sentence. */
    public @Nullable Message problem() {
        return problem;
    }

    /** What came of it, if it came to an end and is of that type. */
    public <R> Optional<R> result(Class<R> type) {
        return Optional.ofNullable(result).filter(type::isInstance).map(type::cast);
    }
}
