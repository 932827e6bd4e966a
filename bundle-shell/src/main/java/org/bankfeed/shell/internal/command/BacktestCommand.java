package org.bankfeed.shell.internal.command;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.BacktestReport;
import org.bankfeed.matching.Backtests;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "backtest",
        description =
                "Play a history to the matching, line by line, and hold what it would have booked against what was"
                        + " decided; without a file the company's own. Nothing is changed")
public final class BacktestCommand extends TrialCommand {

    private static final String IN_FOLDER = "history.jsonl";

    @Argument(
            name = "FILE",
            description = "A history, as bank:export-history writes it, or a folder that holds a history.jsonl;"
                    + " by default the company's own")
    @Completion(FileCompleter.class)
    @Nullable
    String file;

    @Option(name = "--full", description = "Show whole account numbers")
    boolean full;

    @Override
    boolean full() {
        return full;
    }

    @Override
    void run(Caller caller, Backtests trials) throws Exception {
        BacktestReport report = file == null ? trials.own(caller, this::at) : played(caller, trials, Path.of(file));
        BacktestShapes shapes = new BacktestShapes(full, settings().language());
        if (json) {
            printJson(shapes.json(report));
        } else {
            shapes.print(report, out);
        }
    }

    private BacktestReport played(Caller caller, Backtests trials, Path place) throws Exception {
        Path path = Files.isDirectory(place) ? place.resolve(IN_FOLDER) : place;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
            return trials.recorded(caller, String.valueOf(path.getFileName()), in, this::at);
        } catch (NoSuchFileException e) {
            throw new CommandException("There is no file " + path.toAbsolutePath() + " on this machine", e);
        }
    }
}
