package org.bankfeed.shell.internal.command;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bankfeed.feed.Balance;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.feed.Organization;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Retention;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.Connection;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.LearnedFact;
import org.bankfeed.matching.Proposal;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Masking;
import org.bankfeed.value.Money;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** The JSON of our things. The names are promised in docs/shell.md: add, never rename. */
final class Shapes {

    private Shapes() {}

    static Map<String, @Nullable Object> connection(Connection connection) {
        return new Json.Fields()
                .put("id", connection.id())
                .put("feed", connection.feed())
                .put("state", connection.state())
                .put("organization", organization(connection))
                .put("since", connection.since())
                .put("lastReadAt", connection.lastReadAt())
                .put("problem", said(connection.problem(), false, Locale.ENGLISH))
                .put("cause", connection.cause())
                .map();
    }

    /** The name of whose accounts a link shares, if it is known. */
    static @Nullable String organization(Connection connection) {
        Organization organization = connection.organization();
        return organization == null ? null : organization.name();
    }

    static Map<String, @Nullable Object> account(Account account, boolean full) {
        return new Json.Fields()
                .put("id", account.id())
                .put("connection", account.connection())
                .put("number", number(account.reference(), full))
                .put("currency", account.currency())
                .put("label", label(account, full))
                .put("holder", text(account.holder(), full))
                .put("institution", account.institution())
                .put("active", account.active())
                .put("countFrom", account.countFrom())
                .put("hostAccount", account.hostAccount())
                .put("balance", amount(account.current()))
                .put("available", amount(account.available()))
                .put("loaded", account.loaded())
                .put("transactions", account.transactions())
                .put("unreadable", account.unreadable())
                .put("lastReadAt", account.lastReadAt())
                .put("synchronizedAt", account.synchronizedAt())
                .put("authorizationEnds", account.authorizationEnds())
                .put("problem", said(account.problem(), full, Locale.ENGLISH))
                .map();
    }

    static String number(AccountReference reference, boolean full) {
        return full ? reference.value() : reference.masked();
    }

    /** The bank's label; some banks put the number into it. */
    static String label(Account account, boolean full) {
        String label = account.label();
        return full ? label : Masking.of(label);
    }

    static @Nullable String counterpartyAccount(FeedTransaction line, boolean full) {
        String account = line.counterpartyAccount();
        if (account == null || account.isBlank()) {
            return null;
        }
        return full ? account : AccountReference.of(account).masked();
    }

    /** A text of the bank, which may hold account numbers. */
    static @Nullable String text(@Nullable String text, boolean full) {
        return text == null || full ? text : Masking.of(text);
    }

    /** What is said of something, in words. */
    static @Nullable String said(@Nullable Sentence sentence, boolean full, Locale spoken) {
        return sentence == null ? null : text(sentence.in(spoken), full);
    }

    static Map<String, @Nullable Object> transaction(
            BankTransaction transaction, @Nullable Decision decision, boolean full) {
        Json.Fields fields = new Json.Fields()
                .put("id", transaction.id())
                .put("account", transaction.id().account())
                .put("state", transaction.state());
        FeedTransaction line = transaction.line();
        if (line != null) {
            fields.put("executionDate", line.executionDate())
                    .put("valueDate", line.valueDate())
                    .put("amount", line.amount().decimal())
                    .put("currency", line.amount().currency())
                    .put("counterparty", text(line.counterpartyName(), full))
                    .put("counterpartyAccount", counterpartyAccount(line, full))
                    .put("remittance", text(line.remittance(), full))
                    .put("description", text(line.description(), full))
                    .put("endToEndId", text(line.endToEndId(), full));
        }
        return fields.put("arrivedAt", transaction.arrivedAt())
                .put("problem", said(transaction.problem(), full, Locale.ENGLISH))
                .put("decision", decision == null ? null : decision.state())
                .map();
    }

    static Map<String, @Nullable Object> decision(Decision decision, SetOff setOff, boolean full, Locale spoken) {
        return new Json.Fields()
                .put("transaction", decision.transaction())
                .put("state", decision.state())
                .put("booking", decision.booking())
                .put("confidence", decision.confidence())
                .put("applications", applications(decision.applications(), setOff))
                .put("evidence", evidence(decision.evidence(), full, spoken))
                .put(
                        "proposals",
                        decision.proposals().stream()
                                .map(p -> proposal(p, setOff, full, spoken))
                                .toList())
                .put("version", decision.version())
                .put("decidedBy", decision.decidedBy())
                .put("decidedAt", decision.decidedAt())
                .put("problem", said(decision.problem(), full, spoken))
                .put("counterEntry", decision.counterEntry())
                .put("about", decision.about())
                .put("givesBack", decision.givesBack())
                .map();
    }

    private static Map<String, @Nullable Object> proposal(
            Proposal proposal, SetOff setOff, boolean full, Locale spoken) {
        return new Json.Fields()
                .put("confidence", proposal.confidence())
                .put("applications", applications(proposal.applications(), setOff))
                .put("evidence", evidence(proposal.evidence(), full, spoken))
                .map();
    }

    private static List<Map<String, @Nullable Object>> applications(List<Application> applications, SetOff setOff) {
        return applications.stream()
                .map(a -> new Json.Fields()
                        .put("invoice", a.document())
                        .put("amount", a.amount().decimal())
                        .put("writeOff", a.writeOff().decimal())
                        .put("currency", a.amount().currency())
                        .put("takesBack", a.takesBack())
                        .put("setOff", setOff.is(a))
                        .map())
                .toList();
    }

    static List<Map<String, @Nullable Object>> evidence(List<Evidence> evidence, boolean full, Locale spoken) {
        return evidence.stream()
                .map(e -> new Json.Fields()
                        .put("speaks", e.speaks())
                        .put("code", e.code())
                        .put("sentence", text(e.sentence(spoken), full))
                        .put("field", e.field())
                        .put("excerpt", text(e.excerpt(), full))
                        .put("from", e.at() == null ? null : e.at().from())
                        .put("to", e.at() == null ? null : e.at().to())
                        .map())
                .toList();
    }

    static Map<String, @Nullable Object> fact(LearnedFact fact, boolean full) {
        return new Json.Fields()
                .put("id", fact.id())
                .put("kind", fact.kind())
                .put("value", value(fact, full))
                .put("partyId", fact.partyId())
                .put("party", fact.partyName())
                .put("payer", text(fact.payer(), full))
                .put("thirdParty", fact.thirdParty())
                .put("confirmed", fact.confirmed())
                .put("booked", fact.booked())
                .put("rejected", fact.rejected())
                .put("from", fact.from())
                .put("by", fact.by())
                .put("at", fact.at())
                .map();
    }

    /** What on a line says it; account numbers masked unless asked for in full. */
    static @Nullable String value(LearnedFact fact, boolean full) {
        return full ? fact.value() : text(fact.shown(), false);
    }

    static Map<String, @Nullable Object> invoice(InvoiceView view) {
        OpenItem item = view.item();
        return new Json.Fields()
                .put("id", item.id())
                .put("number", item.number())
                .put("direction", item.direction())
                .put("type", item.type())
                .put("party", item.party().name())
                .put("partyId", item.party().id())
                .put("state", view.standing())
                .put("total", item.total().decimal())
                .put("outstanding", item.outstanding().decimal())
                .put("currency", item.total().currency())
                .put("issueDate", item.issueDate())
                .put("dueDate", item.dueDate())
                .put("paymentReference", item.paymentReference())
                .put(
                        "transactions",
                        view.paidBy().stream().map(Object::toString).toList())
                .put("onItsWay", view.onItsWay())
                .put(
                        "retentions",
                        item.retentions().stream().map(Shapes::retention).toList())
                .map();
    }

    private static Map<String, @Nullable Object> retention(Retention retention) {
        return new Json.Fields()
                .put("kind", retention.kind())
                .put("amount", retention.amount().decimal())
                .put("dueDate", retention.dueDate())
                .map();
    }

    private static @Nullable String amount(@Nullable Balance balance) {
        Money amount = balance == null ? null : balance.amount();
        return amount == null ? null : amount.decimal();
    }
}
