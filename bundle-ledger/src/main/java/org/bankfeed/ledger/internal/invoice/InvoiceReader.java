package org.bankfeed.ledger.internal.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bankfeed.invoice.Discount;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.LedgerPage;
import org.bankfeed.invoice.LedgerPosition;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.invoice.Retention;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.jspecify.annotations.Nullable;

/** Documents as the contract shows them. */
public final class InvoiceReader {

    private static final String SELECT = """
            SELECT i.invoice_id, i.invoice_type_id, i.status_id, i.reference_number, i.payment_reference, \
            i.party_id_from, i.party_id, i.invoice_date, i.due_date, i.currency_uom_id, i.invoice_total, \
            i.outstanding, i.changed_by_entry, t.term_amount, t.last_day \
            FROM invoice i \
            LEFT JOIN invoice_term t ON t.company = i.company AND t.invoice_id = i.invoice_id \
            AND t.term_type_id = 'FIN_PAYMENT_DISC' \
            """;

    private InvoiceReader() {}

    public static Optional<OpenItem> item(UnitOfWork unit, String company, DocumentId id) {
        return unit.one(SELECT + "WHERE i.company = ? AND i.invoice_id = ?", InvoiceReader::found, company, id.value())
                .map(found -> complete(unit, company, List.of(found), InvoiceTerms.heldBack(unit, company, id))
                        .get(0));
    }

    /** Some documents, in the order asked for; each must exist. */
    public static List<OpenItem> items(UnitOfWork unit, String company, Collection<DocumentId> ids) {
        List<OpenItem> items = new ArrayList<>(ids.size());
        for (DocumentId id : ids) {
            items.add(item(unit, company, id).orElseThrow());
        }
        return items;
    }

    /** Documents of some types that are open, or were settled since a day; without what is held back of them. */
    public static List<OpenItem> payable(UnitOfWork unit, String company, Set<InvoiceType> types, LocalDate since) {
        List<Found> found = new ArrayList<>(unit.query(
                SELECT + "WHERE i.company = ? AND i.status_id = 'INVOICE_READY'", InvoiceReader::found, company));
        for (InvoiceStatus settled : List.of(InvoiceStatus.INVOICE_PAID, InvoiceStatus.INVOICE_CLOSED)) {
            found.addAll(unit.query(
                    SELECT + "WHERE i.company = ? AND i.status_id = ? AND i.paid_date >= ?",
                    InvoiceReader::found,
                    company,
                    settled,
                    since));
        }
        found.removeIf(one -> !types.contains(
                InvoiceType.of(one.item().direction(), one.item().type())));
        return complete(unit, company, found, Map.of());
    }

    /** The order names every column of the index, or H2 would sort all that follows the position. */
    public static LedgerPage changes(UnitOfWork unit, String company, LedgerPosition after, int limit) {
        List<Found> found = unit.query(
                SELECT + "WHERE i.company = ? AND i.changed_by_entry > ?"
                        + " ORDER BY i.company, i.changed_by_entry LIMIT ?",
                InvoiceReader::found,
                company,
                entry(after),
                limit + 1);
        boolean more = found.size() > limit;
        List<Found> page = more ? found.subList(0, limit) : found;
        if (page.isEmpty()) {
            return new LedgerPage(List.of(), after, more);
        }
        long last = page.get(page.size() - 1).entry();
        Map<String, List<Retention>> held =
                InvoiceTerms.heldBack(unit, company, page.get(0).entry(), last);
        return new LedgerPage(complete(unit, company, page, held), new LedgerPosition(Long.toString(last)), more);
    }

    private static long entry(LedgerPosition position) {
        try {
            return position.equals(LedgerPosition.START) ? 0 : Long.parseLong(position.value());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + position.value() + "' is no position of this ledger", e);
        }
    }

    private static Found found(Row row) {
        InvoiceType type = InvoiceType.valueOf(row.text("invoice_type_id"));
        String currency = row.text("currency_uom_id");
        Party onlyItsId = new Party(row.text(type.otherPartyColumn()), "", Party.Kind.UNKNOWN, List.of());
        OpenItem item = new OpenItem(
                new DocumentId(row.text("invoice_id")),
                type.direction(),
                type.type(),
                InvoiceStatus.valueOf(row.text("status_id")).state,
                row.text("reference_number"),
                onlyItsId,
                Rows.money(row, "invoice_total", currency),
                Rows.money(row, "outstanding", currency),
                row.date("invoice_date"),
                row.date("due_date"),
                row.textOrNull("payment_reference"),
                discount(row, currency));
        return new Found(item, row.number("changed_by_entry"));
    }

    private static @Nullable Discount discount(Row row, String currency) {
        return row.decimalOrNull("term_amount") == null
                ? null
                : new Discount(Rows.money(row, "term_amount", currency), row.date("last_day"));
    }

    private static List<OpenItem> complete(
            UnitOfWork unit, String company, List<Found> page, Map<String, List<Retention>> held) {
        Map<String, Party> parties = new HashMap<>();
        List<OpenItem> items = new ArrayList<>(page.size());
        for (Found found : page) {
            String id = found.item().party().id();
            Party party = parties.computeIfAbsent(id, key -> PartyTable.read(unit, company, key));
            items.add(with(
                    found.item(), party, held.getOrDefault(found.item().id().value(), List.of())));
        }
        return items;
    }

    private static OpenItem with(OpenItem i, Party party, List<Retention> retentions) {
        return new OpenItem(
                i.id(),
                i.direction(),
                i.type(),
                i.state(),
                i.number(),
                party,
                i.total(),
                i.outstanding(),
                i.issueDate(),
                i.dueDate(),
                i.paymentReference(),
                i.discount(),
                retentions);
    }

    /** A document whose party and retentions are not read yet, and the entry that changed it last. */
    private record Found(OpenItem item, long entry) {}
}
