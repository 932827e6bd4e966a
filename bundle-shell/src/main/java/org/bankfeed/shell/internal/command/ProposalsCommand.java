package org.bankfeed.shell.internal.command;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.CommandException;
import org.bankfeed.access.Caller;
import org.bankfeed.journal.AccountId;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.State;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.shell.internal.completer.AccountCompleter;
import org.jspecify.annotations.Nullable;

@Service
@Command(
        scope = "bank",
        name = "proposals",
        description = "List the bank lines that wait for you, with what each may pay and why")
public final class ProposalsCommand extends TransactionCommand {

    @Option(name = "--account", description = "Only of this account")
    @Completion(AccountCompleter.class)
    @Nullable
    String account;

    @Option(name = "--suggested", description = "Only lines with an explanation to choose")
    boolean suggested;

    @Option(name = "--limit", description = "At most so many")
    int limit = 20;

    @Override
    void act(Caller caller) throws Exception {
        if (limit < 1) {
            throw new CommandException("--limit is at least 1");
        }
        if (account != null) {
            account(caller, account);
        }
        PaymentMatching source = matching();
        AccountId of = account == null ? null : new AccountId(account);
        Set<State> states = suggested ? Set.of(State.SUGGESTED) : Set.of(State.SUGGESTED, State.NONE);
        Paging.Part<Decision> found = Paging.first(
                limit, (after, size) -> source.decisions(caller, new DecisionQuery(states, of, after, size)));
        if (json) {
            Locale spoken = language();
            printJson(found.items().stream()
                    .map(waiting -> json(source, caller, waiting, spoken))
                    .toList());
            return;
        }
        for (Decision waiting : found.items()) {
            say(source, caller, waiting);
        }
        say(found.items().isEmpty() ? "Nothing waits for you." : "bank:confirm TRANSACTION NUMBER books one of them.");
        if (found.more()) {
            say("There are more: --limit shows them.");
        }
    }

    private Map<String, @Nullable Object> json(
            PaymentMatching source, Caller caller, Decision decision, Locale spoken) {
        BankTransaction transaction = transaction(caller, decision.transaction());
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(
                Shapes.decision(decision, SetOff.of(source, caller, decision, transaction), full, spoken));
        fields.put("line", transaction == null ? null : Shapes.transaction(transaction, decision, full));
        return fields;
    }

    private void say(PaymentMatching source, Caller caller, Decision decision) throws CommandException {
        BankTransaction transaction = transaction(caller, decision.transaction());
        sayLine(decision.transaction(), transaction);
        sayProposals(decision, SetOff.of(source, caller, decision, transaction));
        if (decision.proposals().isEmpty()) {
            say("  No explanation found yet.");
        }
        if (decision.problem() != null) {
            say("  Problem: " + Shapes.said(decision.problem(), full, language()));
        }
        say("");
    }
}
