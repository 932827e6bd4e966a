package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.JournalException;
import org.bankfeed.journal.SyncProgress;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.matching.WorkReceipt;
import org.bankfeed.shell.internal.completer.AccountCompleter;
import org.bankfeed.value.InternetAddress;
import org.bankfeed.value.Masking;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "sync",
        description = "Read the banks now, and match what came; with --now the provider asks the banks first")
public final class SyncCommand extends BankCommand {

    @Option(name = "--now", description = "Have the provider ask the banks first, for you who wait")
    boolean now;

    @Option(
            name = "--address",
            description = "With --now: your own public internet address, as the provider wants it;"
                    + " by default the address of etc/org.bankfeed.shell.cfg")
    @Nullable
    String address;

    @Option(
            name = "--account",
            description = "With --now: only this account; may stand several times",
            multiValued = true)
    @Completion(AccountCompleter.class)
    @Nullable
    List<String> accounts;

    @Override
    void run(Caller caller) throws Exception {
        SyncReceipt receipt = now ? order(caller) : journal().synchronize(caller);
        WorkReceipt work = matching == null ? null : matching.work(caller);
        if (json) {
            printJson(new Json.Fields()
                    .put("asked", now)
                    .put("added", receipt.added())
                    .put(
                            "accounts",
                            receipt.accounts().stream().map(SyncCommand::json).toList())
                    .put(
                            "problems",
                            receipt.problems().stream()
                                    .map(problem -> Shapes.said(problem, false, Locale.ENGLISH))
                                    .toList())
                    .put("matching", work == null ? null : json(work))
                    .map());
            return;
        }
        print(receipt);
        say(
                work == null
                        ? "The matching is not there (feature bankfeed-matching): nothing was matched."
                        : sentence(work, language()));
    }

    private SyncReceipt order(Caller caller) throws CommandException, JournalException {
        Set<AccountId> wanted = accounts == null
                ? Set.of()
                : accounts.stream().map(AccountId::new).collect(Collectors.toSet());
        Locale spoken = language();
        return journal().synchronizeNow(caller, wanted, person().value(), progress -> tell(progress, spoken));
    }

    private void tell(SyncProgress progress, Locale spoken) {
        if (!json) {
            say(progress.done() + " of " + progress.total() + "  " + Shapes.said(progress.sentence(), false, spoken));
            out.flush();
        }
    }

    private InternetAddress person() throws CommandException {
        String text = address == null ? settings().address().orElse("") : address;
        if (text.isEmpty()) {
            throw new CommandException(
                    "The provider wants your own public internet address with it: add --address, or set"
                            + " address in etc/org.bankfeed.shell.cfg");
        }
        InternetAddress person = InternetAddress.read(text)
                .orElseThrow(() -> new CommandException(
                        "'" + text + "' is no internet address such as 203.0.113.7 or 2001:db8::7"));
        if (!person.isPublic()) {
            throw new CommandException(
                    person + " is known in your own network only: the provider wants the public address"
                            + " from which you go out to the internet. bank:sync without --now needs none");
        }
        return person;
    }

    private void print(SyncReceipt receipt) throws CommandException {
        ShellTable table = new ShellTable();
        table.column("Account");
        table.column("New").alignRight();
        table.column("Changed").alignRight();
        table.column("Unreadable").alignRight();
        table.column("All read");
        table.column(Columns.sentence("Problem"));
        table.emptyTableText("No account was to be read.");
        String before = null;
        for (SyncReceipt.AccountPart part : receipt.accounts()) {
            String problem = Shapes.said(part.problem(), false, language());
            table.addRow()
                    .addContent(
                            part.account(),
                            part.added(),
                            part.changed(),
                            part.unreadable(),
                            part.complete() ? "yes" : "no",
                            problem != null && problem.equals(before) ? "the same" : Texts.orDash(problem));
            before = problem;
        }
        table.print(out);
        for (Sentence problem : receipt.problems()) {
            say(Masking.of(problem.in(language())));
        }
    }

    private static String sentence(WorkReceipt work, Locale spoken) {
        String done = work.lines() + " lines matched: " + work.automatic() + " booked, " + work.suggested()
                + " left to you (bank:proposals).";
        String pending = work.pending() == 0 ? "" : " " + work.pending() + " bookings wait for the ledger's answer.";
        return done
                + pending
                + (work.waiting() == null ? "" : " It waits: " + Shapes.said(work.waiting(), false, spoken));
    }

    private static Map<String, @Nullable Object> json(SyncReceipt.AccountPart part) {
        return new Json.Fields()
                .put("account", part.account())
                .put("added", part.added())
                .put("changed", part.changed())
                .put("unreadable", part.unreadable())
                .put("complete", part.complete())
                .put("problem", Shapes.said(part.problem(), false, Locale.ENGLISH))
                .map();
    }

    private static Map<String, @Nullable Object> json(WorkReceipt work) {
        return new Json.Fields()
                .put("lines", work.lines())
                .put("items", work.items())
                .put("automatic", work.automatic())
                .put("suggested", work.suggested())
                .put("pending", work.pending())
                .put("waiting", Shapes.said(work.waiting(), false, Locale.ENGLISH))
                .map();
    }
}
