package org.bankfeed.matching;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.bankfeed.access.Caller;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Plays what is past to the matching, line by line, to see what it would have booked by itself; nothing is changed. Each
 * line is judged by what was known before it, as the line itself came; afterwards the matching is told what was decided of
 * it, if somebody decided.
 *
 * <p>A call runs on its caller's thread until it is done, and neither waits for a run of the matching nor keeps one
 * waiting. A line costs one decision (well under a millisecond, 10 at worst); memory grows with the documents (about 1 KiB
 * each) and, much less, with the lines. Every method checks the caller's role and sees the caller's company only
 * ({@link org.bankfeed.access.AccessDeniedException}). Safe for use by many threads.
 */
@ProviderType
public interface Backtests {

    /** Hears how far it is, about a hundred lines apart, and may end it. */
    @FunctionalInterface
    interface Progress {
        /**
         * @param lines so many are done
         * @param all so many there are, or 0 if nobody knows
         * @return whether to go on
         */
        boolean at(long lines, long all);
    }

    /**
     * Plays the company's own history (viewer): what is in its books and bank accounts since it began, by the rules that
     * are in force now.
     *
     * @return what came of it; {@link BacktestReport#complete()} is false if {@code progress} ended it
     */
    BacktestReport own(Caller caller, Progress progress);

    /**
     * Plays a recorded history (viewer), in the format of {@code docs/history-format.md}, without any rules.
     *
     * @param name stands for it in messages
     * @param history is read to its end, and not closed
     * @throws MatchingException if it is no such history; says which line is wrong and what to do
     * @throws IOException if it cannot be read
     */
    BacktestReport recorded(Caller caller, String name, InputStream history, Progress progress)
            throws MatchingException, IOException;

    /**
     * Plays a recorded history as {@link #recorded} does, and writes what it says of each line (viewer).
     *
     * @param name stands for it in messages
     * @param history is read to its end, and not closed
     * @param answers takes one JSON object for each line, in the order of the lines, in the format of {@code
     *     decisions.jsonl} with codes for reasons; is flushed at the end, and not closed
     * @throws IOException if it cannot be read or is no such history, or what {@code answers} threw
     */
    void answers(Caller caller, String name, InputStream history, OutputStream answers) throws IOException;

    /**
     * Writes the company's own history in that format (bookkeeper or administrator): documents, lines, what was decided.
     * Whole account numbers stand in it, as the matching needs them: the caller sees to it that nobody else reads it. It is
     * written piece by piece, with little in memory, and noted in the audit log.
     *
     * @param out is flushed, and not closed
     * @throws IOException what {@code out} threw
     */
    HistoryExport export(Caller caller, OutputStream out, Progress progress) throws IOException;
}
