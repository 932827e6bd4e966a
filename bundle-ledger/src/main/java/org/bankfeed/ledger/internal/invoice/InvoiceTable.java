package org.bankfeed.ledger.internal.invoice;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.store.Row;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Documents as entries see and change them: always with the row locked. */
public final class InvoiceTable {

    private static final String LOCK = """
            SELECT invoice_id, invoice_type_id, status_id, reference_number, party_id_from, party_id, \
            currency_uom_id, invoice_total, outstanding, invoice_date, payment_reference \
            FROM invoice WHERE company = ? AND invoice_id = ? FOR UPDATE""";

    private InvoiceTable() {}

    /** Locks those documents of the company that there are, in sorted order, so that two acts never wait in a ring. */
    public static Map<DocumentId, Invoice> lock(Entry entry, Collection<DocumentId> ids) {
        Map<DocumentId, Invoice> locked = new LinkedHashMap<>();
        for (DocumentId id : new TreeSet<>(ids)) {
            lock(entry, id).ifPresent(invoice -> locked.put(id, invoice));
        }
        return locked;
    }

    public static Optional<Invoice> lock(Entry entry, DocumentId id) {
        return entry.unit().one(LOCK, InvoiceTable::invoice, entry.company(), id.value());
    }

    private static Invoice invoice(Row row) {
        InvoiceType type = InvoiceType.valueOf(row.text("invoice_type_id"));
        String currency = row.text("currency_uom_id");
        return new Invoice(
                new DocumentId(row.text("invoice_id")),
                type,
                InvoiceStatus.valueOf(row.text("status_id")),
                row.text("reference_number"),
                row.text(type.otherPartyColumn()),
                Rows.money(row, "invoice_total", currency),
                Rows.money(row, "outstanding", currency),
                row.date("invoice_date"),
                row.textOrNull("payment_reference"));
    }

    /** Enters a document with nothing settled yet; the caller has seen that its id is free. */
    public static Invoice insert(Entry entry, DocumentId id, NewDocument document, long number) {
        InvoiceType type = InvoiceType.of(document.direction(), document.type());
        boolean sends = type.settledBy() == Flow.IN;
        String reference = document.paymentReference();
        Money total = document.total();
        entry.unit()
                .update(
                        """
                INSERT INTO invoice (company, invoice_id, invoice_type_id, party_id_from, party_id, status_id, \
                reference_number, payment_reference, invoice_date, due_date, currency_uom_id, invoice_total, \
                outstanding, changed_by_entry) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        entry.company(),
                        id.value(),
                        type,
                        sends ? entry.company() : document.party().id(),
                        sends ? document.party().id() : entry.company(),
                        InvoiceStatus.INVOICE_READY,
                        document.number(),
                        reference == null ? null : reference.strip(),
                        document.issueDate(),
                        document.dueDate(),
                        total.currency().getCurrencyCode(),
                        total.amount(),
                        total.amount(),
                        number);
        entry.unit().update("""
                INSERT INTO invoice_item (company, invoice_id, invoice_item_seq_id, invoice_item_type_id, quantity, \
                amount) VALUES (?, ?, '00001', ?, 1, ?)""", entry.company(), id.value(), type.itemType(), total.amount());
        InvoiceTerms.insert(entry, id, document.discount(), document.retentions());
        note(entry, id, InvoiceStatus.INVOICE_READY, null, number);
        return lock(entry, id).orElseThrow();
    }

    /**
     * Settles a part of a document, or re-opens it where the amount is negative.
     *
     * @param whenSettled how it stands if nothing is outstanding afterwards
     * @param on the day of it
     */
    public static void settle(
            Entry entry, Invoice invoice, Money amount, InvoiceStatus whenSettled, LocalDate on, long number) {
        Money left = invoice.outstanding().minus(amount);
        change(entry, invoice, left, left.isZero() ? whenSettled : InvoiceStatus.INVOICE_READY, on, null, number);
    }

    public static void cancel(Entry entry, Invoice invoice, LocalDate on, String reason, long number) {
        Money nothing = Money.zero(invoice.total().currency());
        change(entry, invoice, nothing, InvoiceStatus.INVOICE_CANCELLED, on, reason, number);
    }

    private static void change(
            Entry entry,
            Invoice invoice,
            Money outstanding,
            InvoiceStatus status,
            LocalDate on,
            @Nullable String reason,
            long number) {
        boolean paid = status == InvoiceStatus.INVOICE_PAID || status == InvoiceStatus.INVOICE_CLOSED;
        entry.unit()
                .update(
                        """
                UPDATE invoice SET outstanding = ?, status_id = ?, paid_date = ?, changed_by_entry = ? \
                WHERE company = ? AND invoice_id = ?""",
                        outstanding.amount(),
                        status,
                        paid ? on : null,
                        number,
                        entry.company(),
                        invoice.id().value());
        if (status != invoice.status()) {
            note(entry, invoice.id(), status, reason, number);
        }
    }

    private static void note(Entry entry, DocumentId id, InvoiceStatus status, @Nullable String reason, long number) {
        entry.unit()
                .update(
                        """
                INSERT INTO invoice_status (company, invoice_id, entry, status_id, status_date, \
                change_by_user_login_id, reason) VALUES (?, ?, ?, ?, ?, ?, ?)""",
                        entry.company(),
                        id.value(),
                        number,
                        status,
                        entry.at(),
                        Rows.cut(entry.caller().name(), 255),
                        Rows.cut(reason, 255));
    }
}
