package org.bankfeed.shell.internal.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.matching.Proposal;
import org.bankfeed.shell.internal.InvoiceQueries;
import org.bankfeed.shell.internal.completer.InvoiceCompleter;
import org.bankfeed.shell.internal.completer.OpenTransactionCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(scope = "bank", name = "confirm", description = "Book a bank line: one of its proposals, or your own choice")
public final class ConfirmCommand extends TransactionCommand {

    @Argument(name = "transaction", description = "Its id, as bank:proposals shows it", required = true)
    @Completion(OpenTransactionCompleter.class)
    String id = "";

    @Argument(
            index = 1,
            name = "number",
            description = "Which proposal; may be left out where there is one only. Options may also stand here",
            multiValued = true)
    @Nullable
    List<String> more;

    /** Which proposal. */
    @Nullable
    Integer number;

    @Option(
            name = "--invoice",
            description = "What it pays instead: ID=AMOUNT or ID=AMOUNT+WRITEOFF; may stand several times",
            multiValued = true)
    @Completion(InvoiceCompleter.class)
    @Nullable
    List<String> invoices;

    @Option(
            name = "--version",
            description = "Of the decision that you saw (bank:proposals --json); else the present one")
    @Nullable
    Long version;

    @Override
    @Nullable
    List<String> more() {
        return more;
    }

    @Override
    void accept(List<String> words) {
        if (words.isEmpty()) {
            return;
        }
        if (words.size() > 1 || !words.get(0).matches("\\d{1,4}")) {
            throw new IllegalArgumentException(
                    "Behind the transaction stands the number of a proposal, not '" + String.join(" ", words) + "'");
        }
        number = Integer.valueOf(words.get(0));
    }

    @Override
    void act(Caller caller) throws Exception {
        TransactionId transaction = TransactionId.parse(id);
        Decision seen = decision(caller, transaction);
        List<Application> applications =
                invoices == null || invoices.isEmpty() ? proposed(seen) : chosen(caller, invoices);
        long of = version == null ? seen.version() : version;
        print(caller, matching().confirm(caller, transaction, of, applications));
    }

    private List<Application> proposed(Decision seen) throws CommandException {
        List<Proposal> proposals = seen.proposals();
        if (proposals.isEmpty()) {
            throw new CommandException(
                    "There is no proposal for " + id + ": say what it pays with --invoice ID=AMOUNT");
        }
        if (number == null && proposals.size() > 1) {
            throw new CommandException("There are " + proposals.size() + " proposals for " + id
                    + ": say which one by its number (bank:explain shows them)");
        }
        int wanted = number == null ? 1 : number;
        if (wanted < 1 || wanted > proposals.size()) {
            throw new CommandException(
                    "There is no proposal " + wanted + " for " + id + ": it has " + proposals.size());
        }
        return proposals.get(wanted - 1).applications();
    }

    private List<Application> chosen(Caller caller, List<String> texts) throws CommandException {
        if (number != null) {
            throw new CommandException("Give either the number of a proposal or --invoice, not both");
        }
        List<Choice> choices = texts.stream().map(Choice::read).toList();
        List<OpenItem> known = documents(caller);
        List<Application> applications = new ArrayList<>();
        for (Choice choice : choices) {
            OpenItem item = document(known, choice.document());
            applications.add(choice.applyTo(item.id(), item.total().currency()));
        }
        return applications;
    }

    private List<OpenItem> documents(Caller caller) throws CommandException {
        PaymentMatching source = matching();
        return Paging.all(
                        (after, size) -> source.invoices(caller, InvoiceQueries.of(null, Set.of(), null, after, size)))
                .stream()
                .map(InvoiceView::item)
                .toList();
    }

    /** By the ERP's id, else by the number printed on it. */
    private static OpenItem document(List<OpenItem> known, String name) throws CommandException {
        for (OpenItem item : known) {
            if (item.id().value().equals(name)) {
                return item;
            }
        }
        List<OpenItem> numbered =
                known.stream().filter(item -> item.number().equals(name)).toList();
        if (numbered.size() == 1) {
            return numbered.get(0);
        }
        throw new CommandException(
                numbered.isEmpty()
                        ? "There is no invoice '" + name + "': bank:invoices lists them"
                        : "Several documents have the number '" + name + "': use the id that bank:invoices shows");
    }
}
