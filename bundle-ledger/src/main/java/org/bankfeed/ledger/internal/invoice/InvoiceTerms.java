package org.bankfeed.ledger.internal.invoice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.invoice.Discount;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.Retention;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Terms of payment, a row each: the discount for early payment, and each part that is held back. */
final class InvoiceTerms {

    private static final String HELD_BACK = "HELD_BACK_";
    private static final String INSERT = """
            INSERT INTO invoice_term (company, invoice_id, invoice_term_id, term_type_id, term_amount, last_day, due_date) \
            VALUES (?, ?, ?, ?, ?, ?, ?)""";
    private static final String SELECT = """
            SELECT i.invoice_id, i.currency_uom_id, t.term_type_id, t.term_amount, t.due_date \
            FROM invoice i \
            JOIN invoice_term t ON t.company = i.company AND t.invoice_id = i.invoice_id \
            WHERE i.company = ? AND t.term_type_id <> 'FIN_PAYMENT_DISC' AND\s""";
    private static final String ORDER = " ORDER BY t.invoice_id, t.invoice_term_id";

    private InvoiceTerms() {}

    static void insert(Entry entry, DocumentId id, @Nullable Discount discount, List<Retention> retentions) {
        int place = 1;
        if (discount != null) {
            insert(entry, id, place++, "FIN_PAYMENT_DISC", discount.amount(), discount.lastDay(), null);
        }
        for (Retention one : retentions) {
            insert(entry, id, place++, HELD_BACK + one.kind(), one.amount(), null, one.dueDate());
        }
    }

    private static void insert(
            Entry entry,
            DocumentId id,
            int place,
            String type,
            Money amount,
            @Nullable LocalDate lastDay,
            @Nullable LocalDate dueDate) {
        entry.unit()
                .update(
                        INSERT,
                        entry.company(),
                        id.value(),
                        "%05d".formatted(place),
                        type,
                        amount.amount(),
                        lastDay,
                        dueDate);
    }

    /** What is held back of one document. */
    static Map<String, List<Retention>> heldBack(UnitOfWork unit, String company, DocumentId id) {
        return byInvoice(unit.query(SELECT + "i.invoice_id = ?" + ORDER, InvoiceTerms::read, company, id.value()));
    }

    /** What is held back of the documents that entries of a stretch changed last, both ends included. */
    static Map<String, List<Retention>> heldBack(UnitOfWork unit, String company, long first, long last) {
        return byInvoice(unit.query(
                SELECT + "i.changed_by_entry BETWEEN ? AND ?" + ORDER, InvoiceTerms::read, company, first, last));
    }

    private static Term read(Row row) {
        Retention.Kind kind = Retention.Kind.valueOf(row.text("term_type_id").substring(HELD_BACK.length()));
        Money amount = Rows.money(row, "term_amount", row.text("currency_uom_id"));
        return new Term(row.text("invoice_id"), new Retention(kind, amount, row.dateOrNull("due_date")));
    }

    private static Map<String, List<Retention>> byInvoice(List<Term> terms) {
        Map<String, List<Retention>> byInvoice = new HashMap<>();
        for (Term term : terms) {
            byInvoice
                    .computeIfAbsent(term.invoice(), none -> new ArrayList<>(2))
                    .add(term.retention());
        }
        return byInvoice;
    }

    private record Term(String invoice, Retention retention) {}
}
