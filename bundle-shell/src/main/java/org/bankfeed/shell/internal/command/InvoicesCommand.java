package org.bankfeed.shell.internal.command;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.shell.internal.InvoiceQueries;
import org.bankfeed.shell.internal.completer.StandingCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "invoices",
        description = "List invoices and credit notes, and what the bank says of each")
public final class InvoicesCommand extends BankCommand {

    private static final int SCREENFUL = 50;

    @Option(name = "--sales", description = "Only those by which we are owed")
    boolean sales;

    @Option(name = "--purchase", description = "Only those by which we owe")
    boolean purchase;

    @Option(
            name = "--state",
            description =
                    "OPEN, ON_ITS_WAY, PARTLY_PAID, HELD_BACK, PAID, CLOSED or CANCELLED; may stand several times",
            multiValued = true)
    @Completion(StandingCompleter.class)
    @Nullable
    List<String> states;

    @Option(name = "--text", description = "Found in number, party or reference")
    @Nullable
    String text;

    @Option(name = "--limit", description = "At most so many; a table shows 50, --json all of them unless it is said")
    @Nullable
    Integer limit;

    @Option(name = "--all", description = "All of them")
    boolean all;

    @Override
    void run(Caller caller) throws Exception {
        PaymentMatching source = matching();
        OpenItem.Direction direction = direction();
        Set<Standing> standings = standings();
        Paging.Part<InvoiceView> found = Paging.first(
                most(),
                (after, size) -> source.invoices(caller, InvoiceQueries.of(direction, standings, text, after, size)));
        if (json) {
            printJson(found.items().stream().map(Shapes::invoice).toList());
            return;
        }
        print(found.items());
        if (found.more()) {
            say("There are more: --all or --limit shows them.");
        }
    }

    private int most() throws CommandException {
        if (limit != null && (limit < 1 || all)) {
            throw new CommandException(all ? "Give either --all or --limit" : "--limit is at least 1");
        }
        if (limit != null) {
            return limit;
        }
        return all || json ? Integer.MAX_VALUE : SCREENFUL;
    }

    private OpenItem.@Nullable Direction direction() {
        if (sales == purchase) {
            return null;
        }
        return sales ? OpenItem.Direction.SALES : OpenItem.Direction.PURCHASE;
    }

    private Set<Standing> standings() {
        Set<Standing> wanted = EnumSet.noneOf(Standing.class);
        for (String state : states == null ? List.<String>of() : states) {
            wanted.add(standing(state));
        }
        return wanted;
    }

    private static Standing standing(String state) {
        for (Standing standing : Standing.values()) {
            if (standing.name().equals(state.toUpperCase(Locale.ROOT).replace('-', '_'))) {
                return standing;
            }
        }
        throw new IllegalArgumentException("--state is '" + state + "': there are " + EnumSet.allOf(Standing.class));
    }

    private void print(List<InvoiceView> invoices) {
        ShellTable table = new ShellTable();
        table.column("Number");
        table.column("Party");
        table.column("Kind");
        table.column("Due");
        table.column("Total").alignRight();
        table.column("Outstanding").alignRight();
        table.column("");
        table.column("State");
        table.column("Held back");
        table.column("Id");
        table.emptyTableText("No such invoice.");
        for (InvoiceView view : invoices) {
            OpenItem item = view.item();
            table.addRow()
                    .addContent(
                            item.number(),
                            Texts.shortened(item.party().name(), 30),
                            kind(item),
                            item.dueDate(),
                            item.total().decimal(),
                            item.outstanding().decimal(),
                            item.total().currency(),
                            view.standing(),
                            Texts.heldBack(item),
                            item.id());
        }
        table.print(out);
    }

    private static String kind(OpenItem item) {
        return item.direction().name().toLowerCase(Locale.ROOT)
                + (item.type() == OpenItem.Type.CREDIT_NOTE ? " credit note" : " invoice");
    }
}
