package org.bankfeed.shell.internal.command;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankJournal;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.journal.TransactionQuery;
import org.bankfeed.matching.Decision;
import org.bankfeed.shell.internal.completer.AccountCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "bank", name = "transactions", description = "List bank transactions, newest first")
public final class TransactionsCommand extends BankCommand {

    @Option(name = "--account", description = "Only of this account")
    @Completion(AccountCompleter.class)
    @Nullable
    String account;

    private static final int MOST_AT_ONCE = 500;

    @Option(name = "--from", description = "Executed on this day or later (2026-01-31)")
    @Nullable
    String from;

    @Option(name = "--to", description = "Executed on this day or earlier")
    @Nullable
    String to;

    @Option(name = "--text", description = "Found in counterparty, texts, end-to-end id, mandate or amount")
    @Nullable
    String text;

    @Option(name = "--limit", description = "At most so many")
    int limit = 50;

    @Option(name = "--pending", description = "Those that the bank has not booked yet instead")
    boolean pending;

    @Option(name = "--full", description = "Show account numbers in full")
    boolean full;

    @Override
    boolean full() {
        return full;
    }

    @Override
    void run(Caller caller) throws Exception {
        if (limit < 1) {
            throw new CommandException("--limit is at least 1");
        }
        if (account != null) {
            account(caller, account);
        }
        Paging.Part<BankTransaction> found = pending ? pending(caller) : booked(caller);
        Map<TransactionId, Decision> decisions = decisions(caller, found.items());
        if (json) {
            printJson(found.items().stream()
                    .map(t -> Shapes.transaction(t, decisions.get(t.id()), full))
                    .toList());
            return;
        }
        print(found.items(), decisions);
        if (found.more()) {
            say("There are more: --limit shows them.");
        }
    }

    private Paging.Part<BankTransaction> booked(Caller caller) throws CommandException {
        BankJournal source = journal();
        AccountId of = account == null ? null : new AccountId(account);
        LocalDate first = Texts.day("--from", from);
        LocalDate last = Texts.day("--to", to);
        if (first != null && last != null && last.isBefore(first)) {
            throw new CommandException("--to " + last + " lies before --from " + first + ": swap them");
        }
        return Paging.first(
                limit,
                (after, size) -> source.transactions(caller, new TransactionQuery(of, first, last, text, after, size)));
    }

    private Paging.Part<BankTransaction> pending(Caller caller) throws CommandException {
        Stream<BankTransaction> all = journal().pending(caller).stream()
                .filter(t -> account == null || t.id().account().value().equals(account));
        List<BankTransaction> lines = all.toList();
        return new Paging.Part<>(lines.subList(0, Math.min(limit, lines.size())), lines.size() > limit);
    }

    private Map<TransactionId, Decision> decisions(Caller caller, List<BankTransaction> lines) {
        Map<TransactionId, Decision> decisions = new HashMap<>();
        if (matching != null && !pending) {
            for (int from = 0; from < lines.size(); from += MOST_AT_ONCE) {
                List<BankTransaction> some = lines.subList(from, Math.min(lines.size(), from + MOST_AT_ONCE));
                decisions.putAll(matching.decisions(
                        caller, some.stream().map(BankTransaction::id).toList()));
            }
        }
        return decisions;
    }

    private void print(List<BankTransaction> transactions, Map<TransactionId, Decision> decisions)
            throws CommandException {
        ShellTable table = new ShellTable();
        table.column("Day");
        table.column("Amount").alignRight();
        table.column("");
        table.column("Counterparty");
        table.column("Account");
        table.column("Remittance");
        table.column("Decision");
        table.column("Id");
        table.emptyTableText("No such transaction.");
        for (BankTransaction transaction : transactions) {
            Decision decision = decisions.get(transaction.id());
            FeedTransaction line = transaction.line();
            if (line == null) {
                table.addRow()
                        .addContent(
                                "-",
                                "-",
                                "",
                                "unreadable",
                                "-",
                                Texts.orDash(Shapes.said(transaction.problem(), full, language())),
                                "-",
                                transaction.id());
                continue;
            }
            table.addRow()
                    .addContent(
                            line.executionDate(),
                            line.amount().decimal(),
                            line.amount().currency(),
                            Texts.shortened(Shapes.text(line.counterpartyName(), full), 30),
                            Texts.orDash(Shapes.counterpartyAccount(line, full)),
                            Texts.shortened(Shapes.text(line.remittance(), full), 40),
                            decision == null ? "-" : decision.state(),
                            transaction.id());
        }
        table.print(out);
    }
}
