package org.bankfeed.matching.internal.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.Discount;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.matching.InvoiceQuery;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Minor;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/** Every document ever seen, as the ledger last told it. */
public final class ItemTable {

    private static final String COLUMNS = "direction, type, state, number, party_id, party_name, party_kind, accounts,"
            + " currency, total, outstanding, issue_date, due_date, reference, discount, discount_day, retentions";
    private static final String INSERT = "INSERT INTO item (" + COLUMNS + ", base, sequence, closed_day,"
            + " closed_sequence, company, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String UPDATE = "UPDATE item SET direction = ?, type = ?, state = ?, number = ?, party_id = ?,"
            + " party_name = ?, party_kind = ?, accounts = ?, currency = ?, total = ?, outstanding = ?, issue_date = ?,"
            + " due_date = ?, reference = ?, discount = ?, discount_day = ?, retentions = ?, base = ?, sequence = ?,"
            + " closed_day = ?, closed_sequence = ? WHERE company = ? AND id = ?";
    private static final String ONE = "SELECT * FROM item WHERE company = ? AND id = ?";
    private static final String ALL = "SELECT * FROM item WHERE company = ? ORDER BY sequence";
    private static final String PAGE = "SELECT * FROM item WHERE company = ?";

    private ItemTable() {}

    /**
     * A document with what the book must know to be made again.
     *
     * @param base what would be open without our lines, in minor units
     * @param sequence its place in the order of arrival
     * @param closedDay when the user closed it, or {@code null}
     * @param closedSequence the place of that, or 0
     */
    public record Kept(
            OpenItem item,
            long base,
            long sequence,
            @Nullable LocalDate closedDay,
            long closedSequence) {

        public Document document() {
            return document(base);
        }

        public Document document(long outstanding) {
            Discount discount = item.discount();
            return new Document(
                    item.id().value(),
                    item.direction() == OpenItem.Direction.SALES,
                    item.type() == OpenItem.Type.CREDIT_NOTE,
                    item.number(),
                    item.paymentReference(),
                    new Document.Party(
                            item.party().id(),
                            item.party().name(),
                            item.party().accounts().stream()
                                    .map(AccountReference::value)
                                    .toList()),
                    item.total().currency().getCurrencyCode(),
                    outstanding,
                    item.issueDate(),
                    item.dueDate(),
                    discount == null ? 0 : Minor.of(discount.amount()),
                    discount == null ? null : discount.lastDay(),
                    item.retentions().stream()
                            .map(held -> new Document.Held(held.kind(), Minor.of(held.amount()), held.dueDate()))
                            .toList());
        }
    }

    public static void insert(UnitOfWork unit, CompanyId company, Kept kept) {
        unit.update(INSERT, parameters(company, kept));
    }

    public static void update(UnitOfWork unit, CompanyId company, Kept kept) {
        unit.update(UPDATE, parameters(company, kept));
    }

    public static Optional<Kept> one(UnitOfWork unit, CompanyId company, String id) {
        return unit.one(ONE, ItemTable::read, company.value(), id);
    }

    /** Those of some documents that this company has, in no order. */
    public static List<OpenItem> several(UnitOfWork unit, CompanyId company, Collection<DocumentId> ids) {
        List<String> keys = ids.stream().map(DocumentId::value).toList();
        return unit.query(
                "SELECT * FROM item WHERE (company, id) IN " + Keys.marks(keys),
                row -> read(row).item(),
                Keys.of(company, keys));
    }

    /** The open documents that came after a place in the order of arrival. */
    public static Set<String> openSince(UnitOfWork unit, CompanyId company, long sequence) {
        return new HashSet<>(unit.query(
                "SELECT id FROM item WHERE company = ? AND sequence > ? AND state = 'OPEN'",
                row -> row.text("id"),
                company.value(),
                sequence));
    }

    public static List<OpenItem> openSalesInvoices(UnitOfWork unit, CompanyId company) {
        return unit.query(
                "SELECT * FROM item WHERE company = ? AND state = 'OPEN' AND direction = 'SALES' AND type = 'INVOICE'"
                        + " AND outstanding > 0",
                row -> read(row).item(),
                company.value());
    }

    public static List<Kept> all(UnitOfWork unit, CompanyId company) {
        return unit.query(ALL, ItemTable::read, company.value());
    }

    /** Those with a place in the order of arrival (or of being closed: {@code column}) after one, up to another. */
    public static List<Kept> between(UnitOfWork unit, CompanyId company, String column, long after, long to) {
        return unit.query(
                "SELECT * FROM item WHERE company = ? AND " + column + " > ? AND " + column + " <= ? ORDER BY "
                        + column,
                ItemTable::read,
                company.value(),
                after,
                to);
    }

    public static void forget(UnitOfWork unit, CompanyId company) {
        unit.update("DELETE FROM item WHERE company = ?", company.value());
    }

    /** The part of the documents after a place, by due date, number and id, either way; null for the first. */
    public static List<OpenItem> page(
            UnitOfWork unit, CompanyId company, InvoiceQuery query, @Nullable OpenItem after, int limit) {
        StringBuilder sql = new StringBuilder(PAGE);
        List<@Nullable Object> parameters = new ArrayList<>(List.of(company.value()));
        if (query.direction() != null) {
            sql.append(" AND direction = ?");
            parameters.add(query.direction().name());
        }
        if (query.text() != null) {
            sql.append(" AND (lower(number) LIKE ? ESCAPE '!' OR lower(party_name) LIKE ? ESCAPE '!'"
                    + " OR lower(coalesce(reference, '')) LIKE ? ESCAPE '!')");
            String like = "%" + query.text().toLowerCase(java.util.Locale.ROOT).replaceAll("([!%_])", "!$1") + "%";
            parameters.addAll(List.of(like, like, like));
        }
        boolean latest = query.order() == InvoiceQuery.Order.LATEST_DUE;
        if (after != null) {
            String behind = latest ? "<" : ">";
            sql.append(" AND (due_date " + behind + " ? OR due_date = ? AND (number " + behind
                    + " ? OR number = ? AND id " + behind + " ?))");
            parameters.addAll(List.of(
                    after.dueDate(),
                    after.dueDate(),
                    after.number(),
                    after.number(),
                    after.id().value()));
        }
        sql.append(latest ? " ORDER BY due_date DESC, number DESC, id DESC" : " ORDER BY due_date, number, id");
        sql.append(" LIMIT ").append(limit);
        return unit.query(sql.toString(), row -> read(row).item(), parameters.toArray());
    }

    private static @Nullable Object[] parameters(CompanyId company, Kept kept) {
        OpenItem item = kept.item();
        Discount discount = item.discount();
        return new @Nullable Object[] {
            item.direction(),
            item.type(),
            item.state(),
            item.number(),
            item.party().id(),
            item.party().name(),
            item.party().kind(),
            item.party().accounts().stream()
                    .map(account -> account.type() + ":" + account.value())
                    .collect(Collectors.joining("\n")),
            item.total().currency().getCurrencyCode(),
            Minor.of(item.total()),
            Minor.of(item.outstanding()),
            item.issueDate(),
            item.dueDate(),
            item.paymentReference(),
            discount == null ? null : Minor.of(discount.amount()),
            discount == null ? null : discount.lastDay(),
            Retentions.written(item.retentions()),
            kept.base(),
            kept.sequence(),
            kept.closedDay(),
            kept.closedSequence(),
            company.value(),
            item.id().value()
        };
    }

    private static Kept read(Row row) {
        String currency = row.text("currency");
        LocalDate discountDay = row.dateOrNull("discount_day");
        OpenItem item = new OpenItem(
                new DocumentId(row.text("id")),
                OpenItem.Direction.valueOf(row.text("direction")),
                OpenItem.Type.valueOf(row.text("type")),
                OpenItem.State.valueOf(row.text("state")),
                row.text("number"),
                new Party(
                        row.text("party_id"),
                        row.text("party_name"),
                        Party.Kind.valueOf(row.text("party_kind")),
                        accounts(row.text("accounts"))),
                Minor.money(row.number("total"), currency),
                Minor.money(row.number("outstanding"), currency),
                row.date("issue_date"),
                row.date("due_date"),
                row.textOrNull("reference"),
                discountDay == null ? null : new Discount(Minor.money(row.number("discount"), currency), discountDay),
                Retentions.read(row.textOrNull("retentions"), currency));
        return new Kept(
                item,
                row.number("base"),
                row.number("sequence"),
                row.dateOrNull("closed_day"),
                row.number("closed_sequence"));
    }

    private static List<AccountReference> accounts(String text) {
        List<AccountReference> accounts = new ArrayList<>();
        for (String line : text.split("\n")) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                accounts.add(new AccountReference(
                        AccountReference.Type.valueOf(line.substring(0, colon)), line.substring(colon + 1)));
            }
        }
        return accounts;
    }
}
