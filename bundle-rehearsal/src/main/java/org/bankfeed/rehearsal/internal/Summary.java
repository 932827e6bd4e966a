package org.bankfeed.rehearsal.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.feed.Balance;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.Account;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.DecisionQuery;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** Says in plain words what came of the company's bank lines. */
final class Summary {

    private static final int PAGE = 500;
    private static final int EXAMPLES = 3;

    private final Chain chain;
    private final String company;
    private final List<Decision> decisions;
    private final List<InvoiceView> invoices;

    Summary(Chain chain, String company) {
        this.chain = chain;
        this.company = company;
        this.decisions = all(
                after -> chain.matching().decisions(chain.person(), new DecisionQuery(Set.of(), null, after, PAGE)));
        this.invoices = Arrays.stream(OpenItem.Direction.values())
                .flatMap(direction -> invoices(chain, direction).stream())
                .toList();
    }

    private static List<InvoiceView> invoices(Chain chain, OpenItem.Direction direction) {
        return all(after ->
                chain.matching().invoices(chain.person(), new InvoiceQuery(direction, Set.of(), null, after, PAGE)));
    }

    /** Asks for the part after another one, or for the first. */
    @FunctionalInterface
    private interface Query<T> {
        Page<T> part(@Nullable String after);
    }

    private static <T> List<T> all(Query<T> query) {
        List<T> items = new ArrayList<>();
        Page<T> page = query.part(null);
        items.addAll(page.items());
        while (page.next() != null) {
            page = query.part(page.next());
            items.addAll(page.items());
        }
        return items;
    }

    @Override
    public String toString() {
        List<Account> accounts = chain.journal().accounts(chain.person());
        long lines = accounts.stream().mapToLong(Account::transactions).sum();
        return company + " is linked: " + accounts.size() + " bank accounts, " + lines + " lines read.\n\n"
                + accounts(accounts) + "\n"
                + "What became of the lines\n\n" + lines() + "\n"
                + "What became of the invoices\n\n" + documents() + "\n"
                + examples("Booked by themselves, for example", Decision.State.AUTOMATIC)
                + examples("Left to a person, for example", Decision.State.SUGGESTED);
    }

    private static String accounts(List<Account> accounts) {
        Table table = new Table("Account", "Bank", "Number", " Balance", " Lines");
        for (Account account : accounts) {
            Balance current = account.current();
            table.row(
                    account.label(),
                    account.institution() == null ? "" : account.institution(),
                    account.reference().masked(),
                    current == null ? "unknown" : current.amount().toString(),
                    Long.toString(account.transactions()));
        }
        return table.toString();
    }

    private String lines() {
        Map<Decision.State, Integer> count = new EnumMap<>(Decision.State.class);
        decisions.forEach(decision -> count.merge(decision.state(), 1, Integer::sum));
        Table table = new Table("State", " Lines", "Meaning");
        count.forEach((state, number) -> table.row(state.name(), number.toString(), meaning(state)));
        return table.toString();
    }

    private static String meaning(Decision.State state) {
        return switch (state) {
            case AUTOMATIC -> "one explanation without a rival: booked";
            case CONFIRMED -> "booked as a person said";
            case SUGGESTED -> "explanations for a person to choose from";
            case NONE -> "no explanation found";
            case LINKED -> "booked by hand before: linked, not booked again";
            case NOT_AN_INVOICE -> "pays no invoice: wages, taxes, fees, cards, own transfers";
        };
    }

    private String documents() {
        Map<InvoiceView.Standing, Integer> count = new EnumMap<>(InvoiceView.Standing.class);
        invoices.forEach(invoice -> count.merge(invoice.standing(), 1, Integer::sum));
        Table table = new Table("Standing", " Documents");
        count.forEach((standing, number) -> table.row(standing.name(), number.toString()));
        return table.toString();
    }

    private String examples(String heading, Decision.State state) {
        List<Decision> latest = decisions.stream()
                .filter(decision -> decision.state() == state)
                .filter(decision -> !decision.evidence().isEmpty())
                .toList();
        List<Decision> shown = latest.subList(Math.max(0, latest.size() - EXAMPLES), latest.size());
        StringBuilder text = new StringBuilder(shown.isEmpty() ? "" : heading + "\n\n");
        shown.forEach(decision -> text.append(example(decision)));
        return text.append(shown.isEmpty() ? "" : "\n").toString();
    }

    private String example(Decision decision) {
        FeedTransaction line = chain.journal()
                .transaction(chain.person(), decision.transaction())
                .map(BankTransaction::line)
                .orElse(null);
        String said = line == null
                ? decision.transaction().feedId()
                : line.executionDate() + "  " + line.amount() + "  " + orNobody(line.counterpartyName()) + "  \""
                        + orNobody(line.remittance()) + "\"";
        List<Application> applications =
                !decision.applications().isEmpty() || decision.proposals().isEmpty()
                        ? decision.applications()
                        : decision.proposals().get(0).applications();
        String verb = decision.state() == Decision.State.SUGGESTED ? "perhaps pays " : "pays ";
        return "  " + said + "\n    " + verb + named(applications) + ": " + reasons(decision) + "\n";
    }

    private static String reasons(Decision decision) {
        return decision.evidence().stream()
                .limit(EXAMPLES)
                .map(evidence ->
                        (evidence.speaks() == Evidence.Speaks.FOR ? "" : "but ") + evidence.sentence(Locale.ENGLISH))
                .collect(Collectors.joining("; "));
    }

    private String named(List<Application> applications) {
        List<String> names = applications.stream().map(this::named).toList();
        return names.isEmpty() ? "nothing" : String.join(", ", names);
    }

    private String named(Application application) {
        String number = invoices.stream()
                .map(InvoiceView::item)
                .filter(item -> item.id().equals(application.document()))
                .map(item -> item.number())
                .findFirst()
                .orElse(application.document().value());
        return number + " (" + application.settles() + ")";
    }

    private static String orNobody(@Nullable String text) {
        return text == null || text.isBlank() ? "-" : text;
    }
}
