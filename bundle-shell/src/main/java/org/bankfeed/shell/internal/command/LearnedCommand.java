package org.bankfeed.shell.internal.command;

import java.util.Locale;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.table.ShellTable;
import org.bankfeed.access.Caller;
import org.bankfeed.matching.FactQuery;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.matching.LearnedFact.Kind;
import org.bankfeed.matching.PaymentMatching;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "learned",
        description = "List what was learned of who pays for whom: accounts, names, mandates, third parties")
public final class LearnedCommand extends BankCommand {

    @Option(name = "--text", description = "Found in party, payer's name, mandate or the digits of the account")
    @Nullable
    String text;

    @Option(name = "--kind", description = "ACCOUNT, NAME or MANDATE")
    @Nullable
    String kind;

    @Option(name = "--third-parties", description = "Only payers who pay for somebody else")
    boolean thirdParties;

    @Option(name = "--limit", description = "At most so many")
    int limit = 50;

    @Option(name = "--full", description = "Show account numbers in full")
    boolean full;

    @Override
    void run(Caller caller) throws Exception {
        if (limit < 1) {
            throw new CommandException("--limit is at least 1");
        }
        PaymentMatching source = matching();
        Set<Kind> only = kind == null ? Set.of() : Set.of(kind(kind));
        Paging.Part<LearnedFact> found = Paging.first(
                limit, (after, size) -> source.learned(caller, new FactQuery(text, only, thirdParties, after, size)));
        if (json) {
            printJson(
                    found.items().stream().map(fact -> Shapes.fact(fact, full)).toList());
            return;
        }
        ShellTable table = new ShellTable();
        table.column("What");
        table.column("");
        table.column("Payer");
        table.column("Pays for");
        table.column("Confirmed").alignRight();
        table.column("Booked").alignRight();
        table.column("By");
        table.column("At");
        table.column("Id");
        table.emptyTableText("Nothing was learned (yet).");
        for (LearnedFact fact : found.items()) {
            table.addRow()
                    .addContent(
                            fact.kind(),
                            Shapes.value(fact, full),
                            fact.thirdParty() ? Texts.shortened(Shapes.text(fact.payer(), full), 30) : "",
                            Texts.shortened(fact.partyName(), 30),
                            fact.confirmed(),
                            fact.booked(),
                            Texts.orDash(fact.by()),
                            Texts.minute(fact.at()),
                            fact.id());
        }
        table.print(out);
        if (found.more()) {
            say("There are more: --limit shows them.");
        }
    }

    private static Kind kind(String name) {
        for (Kind one : Kind.values()) {
            if (one.name().equals(name.toUpperCase(Locale.ROOT))) {
                return one;
            }
        }
        throw new IllegalArgumentException("--kind is '" + name + "': there are ACCOUNT, NAME and MANDATE");
    }
}
