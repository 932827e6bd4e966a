package org.bankfeed.ledger.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.Money;

/** Payments that are in the books by another way than a bank line, and those that are on their way. */
final class HostPaymentList {

    private static final String PAYMENTS = """
            SELECT p.payment_id, p.party_id_from, p.party_id_to, p.status_id, p.effective_date, p.payment_ref_num, \
            p.amount, p.currency_uom_id, p.account_type, p.account_number, a.invoice_id \
            FROM payment p \
            LEFT JOIN payment_application a ON a.company = p.company AND a.payment_id = p.payment_id \
            WHERE p.company = ? AND p.origin = ? AND p.effective_date BETWEEN ? AND ? \
            AND p.status_id <> 'PMNT_VOID' \
            ORDER BY p.effective_date, p.entry, p.payment_id, a.payment_application_id""";

    /** One that names documents is under way as long as one of them is open. */
    private static final String ANNOUNCED = """
            SELECT n.announced_payment_id, n.end_to_end_id, n.batch_id, n.amount, n.currency_uom_id, n.expected_date, \
            d.invoice_id, i.status_id \
            FROM announced_payment n \
            LEFT JOIN announced_payment_invoice d ON d.company = n.company \
            AND d.announced_payment_id = n.announced_payment_id \
            LEFT JOIN invoice i ON i.company = d.company AND i.invoice_id = d.invoice_id \
            WHERE n.company = ? ORDER BY n.expected_date, n.announced_payment_id, d.invoice_id""";

    private HostPaymentList() {}

    /** One query for each origin: H2 finds no range behind an {@code IN}. */
    static List<HostPayment> payments(UnitOfWork unit, CompanyId company, LocalDate from, LocalDate to) {
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

    static List<AnnouncedPayment> announced(UnitOfWork unit, CompanyId company) {
        Map<String, AnnouncedPayment> byId = new LinkedHashMap<>();
        List<String> underWay = new ArrayList<>();
        unit.query(ANNOUNCED, HostPaymentList::announced, company.value()).forEach(line -> {
            byId.merge(line.payment().id(), line.payment(), HostPaymentList::joined);
            if (line.underWay()) {
                underWay.add(line.payment().id());
            }
        });
        byId.keySet().retainAll(underWay);
        return List.copyOf(byId.values());
    }

    private static AnnouncedLine announced(Row row) {
        AnnouncedPayment payment = new AnnouncedPayment(
                row.text("announced_payment_id"),
                row.textOrNull("end_to_end_id"),
                Rows.money(row, "amount", row.text("currency_uom_id")),
                row.date("expected_date"),
                documents(row),
                row.textOrNull("batch_id"));
        String status = row.textOrNull("status_id");
        return new AnnouncedLine(payment, status == null || status.equals(InvoiceStatus.INVOICE_READY.name()));
    }

    private static AnnouncedPayment joined(AnnouncedPayment one, AnnouncedPayment other) {
        return new AnnouncedPayment(
                one.id(),
                one.endToEndId(),
                one.amount(),
                one.expected(),
                both(one.documents(), other.documents()),
                one.batch());
    }

    private static List<DocumentId> both(List<DocumentId> some, List<DocumentId> more) {
        List<DocumentId> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }

    private record AnnouncedLine(AnnouncedPayment payment, boolean underWay) {}
}
