package org.bankfeed.screens.internal.page.bank;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.access.Caller;
import org.bankfeed.feed.FeedTransaction;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.matching.Decision;
import org.bankfeed.matching.Decision.BookingStatus;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.matching.PaymentMatching;
import org.bankfeed.matching.Proposal;
import org.bankfeed.screens.internal.view.LineChoice;
import org.bankfeed.screens.internal.view.LineDocument;
import org.bankfeed.screens.internal.web.Parameters;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.screens.internal.words.Notation;
import org.bankfeed.value.Money;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/**
 * The documents that a line may be booked on, the most fitting first. Costs up to two pages of open documents; a search
 * for an amount goes through up to {@value #MOST_SEARCHED} of them in each direction, as no index knows amounts.
 */
final class BankChoices {

    static final int MOST_SHOWN = 40;

    private static final int PAGE = 200;
    private static final int MOST_SEARCHED = 2_000;
    private static final Set<Standing> OPEN =
            Set.of(Standing.OPEN, Standing.PARTLY_PAID, Standing.HELD_BACK, Standing.ON_ITS_WAY);

    private final PaymentMatching matching;
    private final Caller caller;
    private final FeedTransaction line;
    private final Decision decision;
    private final Notation notation;
    private final Map<DocumentId, Money> held = new HashMap<>();
    private final Set<DocumentId> proposed = new LinkedHashSet<>();

    BankChoices(PaymentMatching matching, Caller caller, FeedTransaction line, Decision decision, Notation notation) {
        this.notation = notation;
        this.matching = matching;
        this.caller = caller;
        this.line = line;
        this.decision = decision;
        boolean stands = decision.booking() == BookingStatus.BOOKED || decision.booking() == BookingStatus.PENDING;
        if (stands) {
            // booking anew undoes first, so what the line holds of a document is free for it again
            positive(decision.applications()).forEach(part -> held.put(part.document(), part.settles()));
        }
        decision.proposals()
                .forEach(one -> positive(one.applications()).forEach(part -> proposed.add(part.document())));
    }

    private static List<Application> positive(List<Application> applications) {
        return applications.stream().filter(part -> part.takesBack() == null).toList();
    }

    /** What is picked before anybody picked: what the line holds now, else what is suggested. */
    BankPick preset() {
        boolean suggested = decision.state() == Decision.State.SUGGESTED;
        List<Application> first = held.isEmpty()
                ? decision.proposals().stream()
                        .filter(one -> suggested)
                        .findFirst()
                        .map(Proposal::applications)
                        .orElse(List.of())
                : decision.applications();
        Map<String, List<String>> fields = new HashMap<>();
        List<String> documents = new ArrayList<>();
        for (Application part : positive(first)) {
            documents.add(part.document().value());
            fields.put("amount:" + part.document(), List.of(notation.typed(part.amount())));
            fields.put(
                    "write-off:" + part.document(),
                    List.of(part.writeOff().isZero() ? "" : notation.typed(part.writeOff())));
        }
        fields.put("document", documents);
        return new BankPick(new Parameters(fields));
    }

    /** Those that were picked, then those that fit the search. */
    List<LineChoice> list(@Nullable String text, BankPick pick) {
        Map<DocumentId, InvoiceView> found = new LinkedHashMap<>();
        Set<DocumentId> wanted = new LinkedHashSet<>(pick.documents());
        wanted.addAll(held.keySet());
        wanted.addAll(proposed);
        found.putAll(matching.invoices(caller, wanted));
        for (OpenItem.Direction direction : OpenItem.Direction.values()) {
            search(direction, text)
                    .forEach(view -> found.putIfAbsent(view.item().id(), view));
        }
        return found.values().stream()
                .filter(view -> fits(view, pick))
                .sorted(Comparator.comparingInt((InvoiceView view) -> rank(view, text, pick))
                        .thenComparing(view -> view.item().dueDate())
                        .thenComparing(view -> view.item().number()))
                .limit(MOST_SHOWN + (long) pick.documents().size())
                .map(view -> choice(view, pick))
                .toList();
    }

    private List<InvoiceView> search(OpenItem.Direction direction, @Nullable String text) {
        List<InvoiceView> found =
                new ArrayList<>(matching.invoices(caller, new InvoiceQuery(direction, OPEN, text, null, PAGE))
                        .items());
        BigDecimal amount = amount(text);
        String after = null;
        int searched = 0;
        while (amount != null && searched < MOST_SEARCHED) {
            Page<InvoiceView> page = matching.invoices(caller, new InvoiceQuery(direction, OPEN, null, after, PAGE));
            page.items().stream().filter(view -> has(view, amount)).forEach(found::add);
            searched += PAGE;
            after = page.next();
            if (after == null) {
                break;
            }
        }
        return found;
    }

    private static boolean has(InvoiceView view, BigDecimal amount) {
        return view.item().outstanding().amount().compareTo(amount) == 0
                || view.item().total().amount().compareTo(amount) == 0;
    }

    private static @Nullable BigDecimal amount(@Nullable String text) {
        if (text == null || !text.matches("[\\d.,\\s]+")) {
            return null;
        }
        try {
            return Parameters.amountOf(text, Message.of("word.amount"), null);
        } catch (RefusedException e) {
            return null;
        }
    }

    private boolean fits(InvoiceView view, BankPick pick) {
        OpenItem item = view.item();
        boolean payable = item.total().currency().equals(line.amount().currency())
                && room(item).signum() > 0;
        return payable || pick.ticked(item.id());
    }

    /** How much of a document this line may settle. */
    Money room(OpenItem item) {
        Money mine = held.get(item.id());
        return mine == null ? item.outstanding() : item.outstanding().plus(mine);
    }

    /** Where it stands in the list: lower is earlier. */
    private int rank(InvoiceView view, @Nullable String text, BankPick pick) {
        OpenItem item = view.item();
        if (pick.ticked(item.id())) {
            return 0;
        }
        int rank = item.isSettledBy(line.amount()) ? 10 : item.type() == OpenItem.Type.CREDIT_NOTE ? 20 : 30;
        if (text == null && proposed.contains(item.id())) {
            rank -= 4;
        }
        if (room(item).equals(line.amount().abs())) {
            rank -= 3;
        }
        String who = line.counterpartyName();
        return who != null && who.strip().equalsIgnoreCase(item.party().name()) ? rank - 2 : rank;
    }

    private LineChoice choice(InvoiceView view, BankPick pick) {
        OpenItem item = view.item();
        Money room = room(item);
        Money whole = line.amount().abs();
        boolean subtracts = !item.isSettledBy(line.amount());
        boolean comparable = room.currency().equals(whole.currency());
        Money fitting = subtracts || !comparable || room.compareTo(whole) < 0 ? room : whole;
        return new LineChoice(
                view,
                LineDocument.of(item.id(), view),
                room,
                subtracts,
                pick.ticked(item.id()),
                pick.amount(item.id(), notation.typed(fitting)),
                pick.writeOff(item.id()));
    }
}
