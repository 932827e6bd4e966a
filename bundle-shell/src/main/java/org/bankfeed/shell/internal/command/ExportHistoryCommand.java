package org.bankfeed.shell.internal.command;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.Backtests;
import org.bankfeed.matching.HistoryExport;

@Service
@Command(
        scope = "bank",
        name = "export-history",
        description =
                "Write the company's own history (documents, lines, decisions) to a new file on this machine, with"
                        + " whole account numbers: only its owner may read it")
public final class ExportHistoryCommand extends TrialCommand {

    private static final Set<OpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    @Argument(name = "FILE", description = "The file to make, such as /var/tmp/history.jsonl", required = true)
    @Completion(FileCompleter.class)
    String file = "";

    @Override
    void run(Caller caller, Backtests trials) throws Exception {
        Path path = Path.of(file).toAbsolutePath();
        HistoryExport export = write(caller, trials, path);
        if (json) {
            printJson(new Json.Fields()
                    .put("file", path)
                    .put("lines", export.lines())
                    .put("documents", export.documents())
                    .put("decisions", export.decisions())
                    .map());
            return;
        }
        say(export.lines() + " lines, " + export.documents() + " documents and " + export.decisions()
                + " decisions are in " + path + ".");
        say("Account numbers in it are whole. bank:backtest plays it.");
    }

    private HistoryExport write(Caller caller, Backtests trials, Path path) throws Exception {
        OutputStream fresh = create(path);
        boolean done = false;
        try (OutputStream out = new BufferedOutputStream(fresh, 1 << 16)) {
            HistoryExport export = trials.export(caller, out, this::at);
            done = export.complete();
            if (!done) {
                throw new CommandException("Ended before it was complete: nothing was kept");
            }
            return export;
        } finally {
            if (!done) {
                Files.deleteIfExists(path);
            }
        }
    }

    /** A file that nobody else can read, from its first moment on; never one that is there already. */
    private static OutputStream create(Path path) throws IOException, CommandException {
        try {
            return Channels.newOutputStream(Files.newByteChannel(path, NEW, ownersOnly(path)));
        } catch (FileAlreadyExistsException e) {
            throw new CommandException(path + " is there already and is not overwritten: name a new file", e);
        } catch (NoSuchFileException e) {
            throw new CommandException("There is no folder " + path.getParent() + ": make it first", e);
        }
    }

    private static FileAttribute<?>[] ownersOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
