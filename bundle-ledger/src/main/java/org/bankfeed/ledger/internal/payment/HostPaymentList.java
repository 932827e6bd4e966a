package org.bankfeed.ledger.internal.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.Money;

/** Payments that are in the books by another way than a bank line. */
public final class HostPaymentList {

    private static final String PAYMENTS = """
            SELECT p.payment_id, p.party_id_from, p.party_id_to, p.status_id, p.effective_date, p.payment_ref_num, \
            p.amount, p.currency_uom_id, p.account_type, p.account_number, a.invoice_id \
            FROM payment p \
            LEFT JOIN payment_application a ON a.company = p.company AND a.payment_id = p.payment_id \
            WHERE p.company = ? AND p.origin = ? AND p.effective_date BETWEEN ? AND ? \
            AND p.status_id <> 'PMNT_VOID' \
            ORDER BY p.effective_date, p.entry, p.payment_id, a.payment_application_id""";

    private HostPaymentList() {}

    /** One query for each origin: H2 finds no range behind an {@code IN}. */
    public static List<HostPayment> payments(UnitOfWork unit, CompanyId company, LocalDate from, LocalDate to) {
        Map<String, HostPayment> byId = new LinkedHashMap<>();
        for (PaymentOrigin origin : List.of(PaymentOrigin.UNKNOWN, PaymentOrigin.BY_HAND)) {
            unit.query(PAYMENTS, HostPaymentList::payment, company.value(), origin, from, to)
                    .forEach(payment -> byId.merge(payment.id(), payment, HostPaymentList::joined));
        }
        return byId.values().stream()
                .sorted(Comparator.comparing(HostPayment::date))
                .toList();
    }

    private static HostPayment payment(Row row) {
        boolean in = PaymentStatus.valueOf(row.text("status_id")) == PaymentStatus.PMNT_RECEIVED;
        Money amount = Rows.money(row, "amount", row.text("currency_uom_id"));
        return new HostPayment(
                row.text("payment_id"),
                in ? amount : amount.negate(),
                row.date("effective_date"),
                row.textOrNull(in ? "party_id_from" : "party_id_to"),
                Rows.account(row),
                row.textOrNull("payment_ref_num"),
                documents(row));
    }

    private static List<DocumentId> documents(Row row) {
        String id = row.textOrNull("invoice_id");
        return id == null ? List.of() : List.of(new DocumentId(id));
    }

    private static HostPayment joined(HostPayment one, HostPayment other) {
        return new HostPayment(
                one.id(),
                one.amount(),
                one.date(),
                one.party(),
                one.counterparty(),
                one.reference(),
                both(one.documents(), other.documents()));
    }

    private static List<DocumentId> both(List<DocumentId> some, List<DocumentId> more) {
        List<DocumentId> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
