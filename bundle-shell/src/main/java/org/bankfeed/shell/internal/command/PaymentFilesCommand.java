package org.bankfeed.shell.internal.command;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FilePayment;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.shell.internal.completer.PaymentFileCompleter;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "payment-files",
        description = "List the payment files that were announced, or the payments of one and how they stand")
public final class PaymentFilesCommand extends PaymentFileCommand {

    private static final int PAGE = 200;

    @Argument(name = "MESSAGE", description = "The message id of a file; by default the files are listed")
    @Completion(PaymentFileCompleter.class)
    @Nullable
    String message;

    @Argument(index = 1, name = "options", description = "Options may also stand here", multiValued = true)
    @Nullable
    List<String> more;

    @Option(name = "--limit", description = "At most so many files, the newest first; by default 50")
    int limit = 50;

    @Override
    @Nullable
    List<String> more() {
        return more;
    }

    @Override
    void run(Caller caller, PaymentFiles files) throws Exception {
        String id = message;
        if (id == null) {
            list(caller, files);
        } else {
            show(caller, files, id);
        }
    }

    private void list(Caller caller, PaymentFiles files) throws Exception {
        if (limit < 1) {
            throw new CommandException("--limit is at least 1");
        }
        List<PaymentFile> all = all((after, size) -> files.files(caller, after, size), limit);
        if (json) {
            printJson(all.stream().map(file -> fields(file).map()).toList());
            return;
        }
        ShellTable table = new ShellTable();
        table.column("File");
        table.column("Kind");
        table.column("Account");
        table.column("Expected");
        table.column("Payments").alignRight();
        table.column("Total").alignRight();
        table.column("State");
        table.column("Announced");
        table.emptyTableText("No payment file was announced: bank:announce FILE announces one.");
        for (PaymentFile file : all) {
            table.addRow()
                    .addContent(
                            file.messageId(),
                            file.kind() == PaymentFile.Kind.CREDIT_TRANSFERS ? "transfers" : "direct debits",
                            accounts(file),
                            file.expected(),
                            file.payments(),
                            totals(file),
                            states(file),
                            Texts.minute(file.announcedAt()) + " by " + file.announcedBy());
        }
        table.print(out);
    }

    private void show(Caller caller, PaymentFiles files, String id) throws Exception {
        PaymentFile file = files.file(caller, id)
                .orElseThrow(() -> new CommandException("There is no payment file " + id
                        + " in the books of this company: bank:payment-files lists them"));
        List<FilePayment> payments = all((after, size) -> files.payments(caller, id, after, size), Integer.MAX_VALUE);
        if (json) {
            printJson(fields(file)
                    .put(
                            "lines",
                            payments.stream().map(PaymentFileCommand::json).toList())
                    .map());
            return;
        }
        ShellTable table = new ShellTable();
        table.column("Payment");
        table.column("To or from");
        table.column("Amount").alignRight();
        table.column("Expected");
        table.column("End-to-end id");
        table.column("Pays");
        table.column("State");
        for (FilePayment payment : payments) {
            table.addRow()
                    .addContent(
                            payment.announced().id(),
                            Texts.shortened(payment.counterparty(), 30),
                            payment.announced().amount(),
                            payment.announced().expected(),
                            Texts.orDash(payment.announced().endToEndId()),
                            Texts.orDash(documents(payment)),
                            word(payment.state()) + (payment.since() == null ? "" : " " + payment.since()));
        }
        table.print(out);
        say(accounts(file) + ", " + totals(file) + ": " + states(file) + ".");
    }

    private static @Nullable String documents(FilePayment payment) {
        List<DocumentId> documents = payment.announced().documents();
        return documents.isEmpty()
                ? null
                : String.join(", ", documents.stream().map(DocumentId::value).toList());
    }

    /** Gives the page after a place. */
    @FunctionalInterface
    private interface Source<T> {
        Page<T> page(@Nullable String after, int limit) throws LedgerUnavailableException;
    }

    private static <T> List<T> all(Source<T> source, int most) throws LedgerUnavailableException {
        List<T> all = new ArrayList<>();
        String after = null;
        do {
            Page<T> page = source.page(after, Math.min(PAGE, most - all.size()));
            all.addAll(page.items());
            after = page.next();
        } while (after != null && all.size() < most);
        return all;
    }
}
