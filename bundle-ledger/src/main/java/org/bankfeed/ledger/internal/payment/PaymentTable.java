package org.bankfeed.ledger.internal.payment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/** Payments and their applications. */
public final class PaymentTable {

    private static final String INSERT_PAYMENT = """
            INSERT INTO payment (company, payment_id, entry, origin, payment_type_id, payment_method_id, \
            party_id_from, party_id_to, status_id, effective_date, payment_ref_num, amount, currency_uom_id, comments, \
            account_type, account_number, transaction_id, attempt) \
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private static final String INSERT_APPLICATION = """
            INSERT INTO payment_application (company, payment_application_id, payment_id, invoice_id, amount_applied, \
            takes_back_transaction_id, takes_back_attempt) VALUES (?, ?, ?, ?, ?, ?, ?)""";

    /** One booking's applications together; each payment of another origin by itself. */
    private static final String SETTLEMENTS = """
            SELECT p.transaction_id, p.attempt, MIN(p.effective_date) AS settled_on, MIN(p.entry) AS first_entry, \
            p.currency_uom_id, \
            SUM(CASE WHEN p.payment_type_id = 'WRITE_OFF' THEN 0 ELSE a.amount_applied END) AS cash, \
            SUM(CASE WHEN p.payment_type_id = 'WRITE_OFF' THEN a.amount_applied ELSE 0 END) AS write_off \
            FROM payment_application a JOIN payment p ON p.company = a.company AND p.payment_id = a.payment_id \
            WHERE a.company = ? AND a.invoice_id = ? AND p.status_id <> 'PMNT_VOID' \
            GROUP BY p.transaction_id, p.attempt, p.currency_uom_id, \
            CASE WHEN p.transaction_id IS NULL THEN p.payment_id ELSE '' END \
            ORDER BY settled_on, first_entry""";

    private PaymentTable() {}

    /**
     * What the payments of one act have in common.
     *
     * @param origin how they came into the books
     * @param key the booking, or {@code null}
     * @param date the day of it
     * @param hostAccount the host's id of our account, or {@code null}
     * @param counterparty the other side's account, or {@code null}
     * @param reference what a bank line may carry, or {@code null}
     * @param comment for people, or {@code null}
     */
    public record Circumstances(
            PaymentOrigin origin,
            @Nullable BookingKey key,
            LocalDate date,
            @Nullable String hostAccount,
            @Nullable AccountReference counterparty,
            @Nullable String reference,
            @Nullable String comment) {}

    /** Writes payments; returns their ids, made of the entry's number. */
    public static List<String> insert(Entry entry, long number, Circumstances of, List<Payment> payments) {
        List<String> ids = new ArrayList<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> applications = new ArrayList<>();
        for (Payment payment : payments) {
            String id = number + "-" + (ids.size() + 1);
            ids.add(id);
            rows.add(row(entry, number, id, of, payment));
            int part = 0;
            for (Payment.Part application : payment.parts()) {
                applications.add(row(entry, id, ++part, application));
            }
        }
        entry.unit().updateAll(INSERT_PAYMENT, rows);
        if (!applications.isEmpty()) {
            entry.unit().updateAll(INSERT_APPLICATION, applications);
        }
        return ids;
    }

    private static @Nullable Object[] row(Entry entry, long number, String id, Circumstances of, Payment payment) {
        boolean in = payment.flow() == Flow.IN;
        BookingKey key = of.key();
        AccountReference counterparty = of.counterparty();
        return new @Nullable Object[] {
            entry.company(),
            id,
            number,
            of.origin(),
            payment.type(),
            Rows.cut(of.hostAccount(), 255),
            in ? payment.party() : entry.company(),
            in ? entry.company() : payment.party(),
            PaymentStatus.of(payment.flow()),
            of.date(),
            Rows.cut(of.reference(), 140),
            payment.amount().amount(),
            payment.amount().currency().getCurrencyCode(),
            Rows.cut(of.comment(), 255),
            counterparty == null ? null : counterparty.type(),
            counterparty == null ? null : counterparty.value(),
            key == null ? null : key.transaction(),
            key == null ? null : key.attempt()
        };
    }

    private static @Nullable Object[] row(Entry entry, String paymentId, int part, Payment.Part application) {
        BookingKey takesBack = application.takesBack();
        return new @Nullable Object[] {
            entry.company(),
            paymentId + "-" + part,
            paymentId,
            application.invoice().value(),
            application.amount().amount(),
            takesBack == null ? null : takesBack.transaction(),
            takesBack == null ? null : takesBack.attempt()
        };
    }

    /** Voids a booking's payments and sets a reversing application beside each of theirs. */
    public static void voidBooking(Entry entry, BookingKey key) {
        entry.unit().update("""
                INSERT INTO payment_application (company, payment_application_id, payment_id, invoice_id, \
                amount_applied, takes_back_transaction_id, takes_back_attempt, reverses_application_id) \
                SELECT a.company, a.payment_application_id || 'R', a.payment_id, a.invoice_id, -a.amount_applied, \
                a.takes_back_transaction_id, a.takes_back_attempt, a.payment_application_id \
                FROM payment_application a JOIN payment p ON p.company = a.company AND p.payment_id = a.payment_id \
                WHERE p.company = ? AND p.transaction_id = ? AND p.attempt = ? AND p.status_id <> 'PMNT_VOID'""", entry.company(), key.transaction(), key.attempt());
        entry.unit()
                .update(
                        "UPDATE payment SET status_id = ? WHERE company = ? AND transaction_id = ? AND attempt = ?",
                        PaymentStatus.PMNT_VOID,
                        entry.company(),
                        key.transaction(),
                        key.attempt());
    }

    public static List<Settlement> settlements(UnitOfWork unit, CompanyId company, DocumentId id) {
        return unit.query(SETTLEMENTS, PaymentTable::settlement, company.value(), id.value());
    }

    private static Settlement settlement(Row row) {
        String currency = row.text("currency_uom_id");
        return new Settlement(
                Rows.key(row, "transaction_id", "attempt"),
                row.date("settled_on"),
                Rows.money(row, "cash", currency),
                Rows.money(row, "write_off", currency));
    }

    /** The last payment that stands on a document: how it came into the books, and its day. */
    public record Last(PaymentOrigin origin, LocalDate date) {}

    public static Optional<Last> last(Entry entry, DocumentId id) {
        return entry.unit()
                .one(
                        """
                SELECT p.origin, p.effective_date FROM payment_application a \
                JOIN payment p ON p.company = a.company AND p.payment_id = a.payment_id \
                WHERE a.company = ? AND a.invoice_id = ? AND p.status_id <> 'PMNT_VOID' \
                ORDER BY p.entry DESC LIMIT 1""",
                        row -> new Last(PaymentOrigin.valueOf(row.text("origin")), row.date("effective_date")),
                        entry.company(),
                        id.value());
    }
}
