package org.bankfeed.screens.internal.page.invoice;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.BankTransaction;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.screens.internal.rooms.Rooms;
import org.bankfeed.screens.internal.view.Format;
import org.bankfeed.screens.internal.view.InvoiceRow;
import org.bankfeed.screens.internal.view.InvoiceStanding;
import org.bankfeed.screens.internal.web.Answer;
import org.bankfeed.screens.internal.web.RefusedException;
import org.bankfeed.screens.internal.web.Visit;
import org.bankfeed.screens.internal.words.Message;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;

/** Sales and purchases: whether each was paid, and by which transaction. */
public final class InvoiceListPage {

    private static final int ROWS = 50;

    private final Rooms rooms;

    public InvoiceListPage(Rooms rooms) {
        this.rooms = rooms;
    }

    public Answer show(Visit visit) {
        OpenItem.Direction direction = InvoiceAddress.direction(visit.parameters());
        InvoiceFilter filter =
                visit.parameters().choice("standing", InvoiceFilter.class).orElse(InvoiceFilter.ALL);
        String text = InvoiceAddress.search(visit.parameters(), "q");
        String after = after(visit);
        LocalDate today = new Format(rooms.clock()).today();
        Page<InvoiceView> found = rooms.matching()
                .invoices(
                        visit.caller(),
                        InvoiceQueries.of(direction, filter.standings(), text, after, ROWS, filter.order()));
        Page<InvoiceView> shown = filter == InvoiceFilter.OVERDUE ? overdue(found, today) : found;

        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("direction", InvoiceAddress.word(direction));
        model.put("filter", filter);
        model.put("filters", InvoiceFilter.values());
        model.put("text", text);
        model.put("after", after);
        model.put("next", shown.next());
        model.put("rows", rows(visit, shown.items(), today));
        model.put("mayEnter", rooms.entry().isPresent() && visit.caller().may(Role.BOOKKEEPER));
        model.put("entry", rooms.entry().isPresent());
        return Answer.Page.of("invoices.ftlh", model);
    }

    /** A place in the list is the document that stood before it. */
    private @Nullable String after(Visit visit) {
        if (visit.parameters().text("after").isEmpty()) {
            return null;
        }
        try {
            return InvoiceAddress.view(rooms, visit, "after").item().id().value();
        } catch (RefusedException e) {
            throw RefusedException.malformed(Message.of("invoices.no-place"));
        }
    }

    private static Page<InvoiceView> overdue(Page<InvoiceView> found, LocalDate today) {
        List<InvoiceView> past = found.items().stream()
                .takeWhile(view -> view.item().dueDate().isBefore(today))
                .toList();
        List<InvoiceView> overdue = past.stream()
                .filter(view -> new InvoiceStanding(view, today).overdue())
                .toList();
        return new Page<>(overdue, past.size() == found.items().size() ? found.next() : null);
    }

    private List<InvoiceRow> rows(Visit visit, List<InvoiceView> views, LocalDate today) {
        List<TransactionId> last = views.stream()
                .map(InvoiceListPage::last)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<TransactionId, BankTransaction> lines = last.isEmpty()
                ? Map.of()
                : rooms.journal().transactions(visit.caller(), last).stream()
                        .collect(Collectors.toMap(BankTransaction::id, Function.identity()));
        return views.stream().map(view -> row(view, lines, today)).toList();
    }

    private static InvoiceRow row(InvoiceView view, Map<TransactionId, BankTransaction> lines, LocalDate today) {
        TransactionId last = last(view);
        return new InvoiceRow(new InvoiceStanding(view, today), last == null ? null : lines.get(last));
    }

    private static @Nullable TransactionId last(InvoiceView view) {
        List<TransactionId> paidBy = view.paidBy();
        return paidBy.isEmpty() ? null : paidBy.get(paidBy.size() - 1);
    }
}
