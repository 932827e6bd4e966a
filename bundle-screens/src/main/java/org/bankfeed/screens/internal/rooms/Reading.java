package org.bankfeed.screens.internal.rooms;

import java.time.Instant;
import java.util.List;
import org.bankfeed.screens.internal.words.Message;
import org.jspecify.annotations.Nullable;

/**
 * How reading a company's banks stands: that which runs now, or the last one.
 *
 * @param who who ordered it
 * @param startedAt when, in the books' time
 * @param finishedAt when it ended; {@code null} while it runs
 * @param said what it brought; while it runs: how far it is
 * @param problems what went wrong, one sentence each
 * @param asked whether the banks are asked, for a person who waits; else only what the provider has is read
 * @param done accounts that are done with; 0 where nobody counts
 * @param total accounts that there are; 0 where nobody counts
 */
public record Reading(
        String who,
        Instant startedAt,
        @Nullable Instant finishedAt,
        Message said,
        List<Message> problems,
        boolean asked,
        int done,
        int total) {

    public Reading {
        problems = List.copyOf(problems);
    }

    public boolean running() {
        return finishedAt == null;
    }
}
