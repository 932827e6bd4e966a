package org.bankfeed.shell.internal.command;

import java.util.Map;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.SyncReceipt;
import org.bankfeed.matching.WorkReceipt;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "bank", name = "sync", description = "Read the banks now, and match what came")
public final class SyncCommand extends BankCommand {

    @Override
    void run(Caller caller) throws Exception {
        SyncReceipt receipt = journal().synchronize(caller);
        WorkReceipt work = matching == null ? null : matching.work(caller);
        if (json) {
            printJson(new Json.Fields()
                    .put("added", receipt.added())
                    .put(
                            "accounts",
                            receipt.accounts().stream().map(SyncCommand::json).toList())
                    .put("problems", receipt.problems())
                    .put("matching", work == null ? null : json(work))
                    .map());
            return;
        }
        print(receipt);
        say(
                work == null
                        ? "The matching is not there (feature bankfeed-matching): nothing was matched."
                        : sentence(work));
    }

    private void print(SyncReceipt receipt) {
        ShellTable table = new ShellTable();
        table.column("Account");
        table.column("New").alignRight();
        table.column("Changed").alignRight();
        table.column("Unreadable").alignRight();
        table.column("All read");
        table.column("Problem");
        table.emptyTableText("No account was to be read.");
        for (SyncReceipt.AccountPart part : receipt.accounts()) {
            table.addRow()
                    .addContent(
                            part.account(),
                            part.added(),
                            part.changed(),
                            part.unreadable(),
                            part.complete() ? "yes" : "no",
                            Texts.orDash(part.problem()));
        }
        table.print(out);
        receipt.problems().forEach(this::say);
    }

    private static String sentence(WorkReceipt work) {
        String done = work.lines() + " lines matched: " + work.automatic() + " booked, " + work.suggested()
                + " left to you (bank:proposals).";
        String pending = work.pending() == 0 ? "" : " " + work.pending() + " bookings wait for the ledger's answer.";
        return done + pending + (work.waiting() == null ? "" : " It waits: " + work.waiting() + ".");
    }

    private static Map<String, @Nullable Object> json(SyncReceipt.AccountPart part) {
        return new Json.Fields()
                .put("account", part.account())
                .put("added", part.added())
                .put("changed", part.changed())
                .put("unreadable", part.unreadable())
                .put("complete", part.complete())
                .put("problem", part.problem())
                .map();
    }

    private static Map<String, @Nullable Object> json(WorkReceipt work) {
        return new Json.Fields()
                .put("lines", work.lines())
                .put("items", work.items())
                .put("automatic", work.automatic())
                .put("suggested", work.suggested())
                .put("pending", work.pending())
                .put("waiting", work.waiting())
                .map();
    }
}
