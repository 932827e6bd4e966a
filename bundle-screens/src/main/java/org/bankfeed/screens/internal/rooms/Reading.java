package org.bankfeed.screens.internal.rooms;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How reading a company's banks stands: that which runs now, or the last one.
 *
 * @param who who ordered it
 * @param startedAt when, in the books' time
 * @param finishedAt when it ended; {@code null} while it runs
 * @param sentence what it brought; while it runs: how far it is
 * @param problems what went wrong, one sentence each
 */
public record Reading(
        String who, Instant startedAt, @Nullable Instant finishedAt, String sentence, List<String> problems) {

    public Reading {
        problems = List.copyOf(problems);
    }

    public boolean running() {
        return finishedAt == null;
    }
}
