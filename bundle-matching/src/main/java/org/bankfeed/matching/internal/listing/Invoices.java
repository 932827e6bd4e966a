package org.bankfeed.matching.internal.listing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.journal.TransactionId;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.InvoiceView;
import org.bankfeed.matching.InvoiceView.Standing;
import org.bankfeed.matching.OpenSales;
import org.bankfeed.matching.internal.table.ItemTable;
import org.bankfeed.matching.internal.table.ShareTable;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.Money;
import org.bankfeed.value.Page;

/** A company's documents as a screen shows them: what is written, with what is on its way. */
public final class Invoices {

    private final UnitOfWork unit;
    private final CompanyId company;
    private final Map<DocumentId, Evidence> onItsWay;
    private final LocalDate today;

    /** @param today the day for which it is asked: what is held back falls due by a day */
    public Invoices(UnitOfWork unit, CompanyId company, Map<DocumentId, Evidence> onItsWay, LocalDate today) {
        this.unit = unit;
        this.company = company;
        this.onItsWay = onItsWay;
        this.today = today;
    }

    public Page<InvoiceView> page(InvoiceQuery query) {
        List<OpenItem> shown = new ArrayList<>();
        boolean more = wanted(query, shown);
        return new Page<>(views(shown), more ? shown.get(shown.size() - 1).id().value() : null);
    }

    /** Those of some documents that the company has. */
    public Map<DocumentId, InvoiceView> several(Collection<DocumentId> ids) {
        return new Asked<>(ids).inOrder(asked -> views(ItemTable.several(unit, company, asked)).stream()
                .collect(Collectors.toMap(view -> view.item().id(), Function.identity())));
    }

    public OpenSales openSales(Set<Currency> currencies) {
        List<OpenItem> due = ItemTable.openSalesInvoices(unit, company).stream()
                .filter(item -> currencies.contains(item.total().currency()) && !isHeldBack(item))
                .toList();
        Map<String, Money> sums = new TreeMap<>();
        due.forEach(item -> sums.merge(item.total().currency().getCurrencyCode(), item.outstanding(), Money::plus));
        long overdue = due.stream()
                .filter(item -> item.dueDate().isBefore(today) && !onItsWay.containsKey(item.id()))
                .count();
        return new OpenSales(due.size(), overdue, List.copyOf(sums.values()));
    }

    private List<InvoiceView> views(List<OpenItem> items) {
        Map<String, List<TransactionId>> paying = ShareTable.paying(
                unit, company, items.stream().map(item -> item.id().value()).toList());
        return items.stream()
                .map(item -> new InvoiceView(
                        item,
                        standing(item),
                        paying.getOrDefault(item.id().value(), List.of()),
                        item.isOpen() ? onItsWay.get(item.id()) : null))
                .toList();
    }

    /** Fills the documents of one page in; whether there are more. */
    private boolean wanted(InvoiceQuery query, List<OpenItem> shown) {
        OpenItem last = query.after() == null
                ? null
                : ItemTable.one(unit, company, query.after())
                        .map(ItemTable.Kept::item)
                        .orElse(null);
        int limit = query.limit() + 1;
        while (true) {
            List<OpenItem> part = ItemTable.page(unit, company, query, last, limit);
            for (OpenItem item : part) {
                last = item;
                if (!query.standings().isEmpty() && !query.standings().contains(standing(item))) {
                    continue;
                }
                if (shown.size() == query.limit()) {
                    return true;
                }
                shown.add(item);
            }
            if (part.size() < limit) {
                return false;
            }
        }
    }

    private Standing standing(OpenItem item) {
        return switch (item.state()) {
            case PAID -> Standing.PAID;
            case CLOSED -> Standing.CLOSED;
            case CANCELLED -> Standing.CANCELLED;
            case OPEN -> onItsWay.containsKey(item.id()) ? Standing.ON_ITS_WAY : open(item);
        };
    }

    private boolean isHeldBack(OpenItem item) {
        return item.heldBack(today).equals(item.outstanding());
    }

    private Standing open(OpenItem item) {
        if (isHeldBack(item)) {
            return Standing.HELD_BACK;
        }
        return item.outstanding().compareTo(item.total()) < 0 ? Standing.PARTLY_PAID : Standing.OPEN;
    }
}
