package org.bankfeed.shell.internal.command;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.Backtests;
import org.bankfeed.value.Masking;
import org.jspecify.annotations.Nullable;

/** What plays or writes a whole history: it takes a while, tells how far it is, and ends when its thread is to end. */
abstract class TrialCommand extends OneThingCommand {

    private static final long EVERY = 10_000;

    @Reference(optional = true)
    @Nullable
    Backtests backtests;

    private long told;

    @Override
    final void run(Caller caller) throws Exception {
        try {
            run(caller, present(backtests, "The matching is", "bankfeed-matching"));
        } catch (FileSystemException e) {
            // its message is hardly more than the file's name
            throw new CommandException(
                    "Karaf's own user cannot open " + e.getFile() + ": it is a folder, not his, or the disk is full",
                    e);
        } catch (IOException e) {
            throw new CommandException(Masking.of(sentence(e)), e);
        }
    }

    abstract void run(Caller caller, Backtests trials) throws Exception;

    /** Tells how far it is now and then; Ctrl-C ends it. */
    boolean at(long lines, long all) {
        if (!json && lines - told >= EVERY) {
            told = lines;
            say(lines + (all == 0 ? "" : " of " + all) + " lines");
            out.flush();
        }
        return !Thread.currentThread().isInterrupted();
    }
}
