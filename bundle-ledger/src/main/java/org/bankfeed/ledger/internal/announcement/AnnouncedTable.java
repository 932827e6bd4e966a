package org.bankfeed.ledger.internal.announcement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FilePayment;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.ledger.internal.invoice.InvoiceStatus;
import org.bankfeed.ledger.internal.pain.Message;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/** Payments that were sent to the bank, and what became of each. */
public final class AnnouncedTable {

    /** What was not seen at the bank so many days after its day counts as under way no more. */
    static final int DAYS_UNDER_WAY = 90;

    private static final String WITH_DOCUMENTS = """
            SELECT n.*, d.invoice_id, i.status_id AS invoice_status \
            FROM announced_payment n \
            LEFT JOIN announced_payment_invoice d ON d.company = n.company \
            AND d.announced_payment_id = n.announced_payment_id \
            LEFT JOIN invoice i ON i.company = d.company AND i.invoice_id = d.invoice_id \
            """;

    private static final String INSERT = """
            INSERT INTO announced_payment (company, announced_payment_id, end_to_end_id, amount, currency_uom_id, \
            expected_date, batch_id, status_id, message_id, place, party_name, account_type, account_number, remittance) \
            VALUES (?, ?, ?, ?, ?, ?, ?, 'ANNOUNCED', ?, ?, ?, ?, ?, ?)""";

    private AnnouncedTable() {}

    /** Those under way: what names documents is so as long as one of them is open. */
    public static List<AnnouncedPayment> underWay(UnitOfWork unit, CompanyId company, LocalDate today) {
        return joined(unit.query(
                        WITH_DOCUMENTS + "WHERE n.company = ? AND n.status_id = 'ANNOUNCED' AND n.expected_date >= ?"
                                + " ORDER BY n.expected_date, n.announced_payment_id, d.invoice_id",
                        row -> read(row, today),
                        company.value(),
                        today.minusDays(DAYS_UNDER_WAY)))
                .stream()
                .filter(payment -> payment.state() == FilePayment.State.ANNOUNCED)
                .map(FilePayment::announced)
                .toList();
    }

    /** Those of a file whose place is after one, in its order. */
    public static List<FilePayment> ofFile(
            UnitOfWork unit, CompanyId company, String message, int after, int to, LocalDate today) {
        return joined(unit.query(
                WITH_DOCUMENTS + "WHERE n.company = ? AND n.message_id = ? AND n.place > ? AND n.place <= ?"
                        + " ORDER BY n.place, d.invoice_id",
                row -> read(row, today),
                company.value(),
                message,
                after,
                to));
    }

    /**
     * The payments that name a document which one of a file's names too, those of the file among them; none that was
     * withdrawn or is not expected any more. The first that was expected comes first.
     */
    static List<FilePayment> sharingDocuments(Entry entry, String message, LocalDate today) {
        return joined(entry.unit()
                        .query(
                                WITH_DOCUMENTS + "WHERE n.company = ? AND n.status_id IN ('ANNOUNCED', 'EXECUTED')"
                                        + " AND n.announced_payment_id IN (SELECT o.announced_payment_id"
                                        + " FROM announced_payment_invoice o JOIN announced_payment_invoice f"
                                        + " ON f.company = o.company AND f.invoice_id = o.invoice_id"
                                        + " JOIN announced_payment m ON m.company = f.company"
                                        + " AND m.announced_payment_id = f.announced_payment_id"
                                        + " WHERE o.company = ? AND m.message_id = ?)"
                                        + " ORDER BY n.expected_date, n.announced_payment_id, d.invoice_id",
                                row -> read(row, today),
                                entry.company(),
                                entry.company(),
                                message))
                .stream()
                .filter(payment -> payment.state() != FilePayment.State.LAPSED)
                .toList();
    }

    /** Of those under way that name no document, the newest; each with what it says to the other side. */
    static List<FilePayment> withoutDocuments(Entry entry, LocalDate today, int most) {
        return entry.unit()
                .query(
                        "SELECT n.*, d.invoice_id, NULL AS invoice_status FROM announced_payment n"
                                + " LEFT JOIN announced_payment_invoice d ON d.company = n.company"
                                + " AND d.announced_payment_id = n.announced_payment_id"
                                + " WHERE n.company = ? AND n.status_id = 'ANNOUNCED' AND n.expected_date >= ?"
                                + " AND n.message_id IS NOT NULL AND d.invoice_id IS NULL"
                                + " ORDER BY n.expected_date DESC LIMIT ?",
                        row -> read(row, today),
                        entry.company(),
                        today.minusDays(DAYS_UNDER_WAY),
                        most);
    }

    /** Takes what one row for each document says of a payment together. */
    private static List<FilePayment> joined(List<FilePayment> rows) {
        Map<String, FilePayment> byId = new LinkedHashMap<>();
        rows.forEach(row -> byId.merge(row.announced().id(), row, AnnouncedTable::joined));
        return List.copyOf(byId.values());
    }

    private static FilePayment joined(FilePayment one, FilePayment other) {
        List<DocumentId> documents = new ArrayList<>(one.announced().documents());
        documents.addAll(other.announced().documents());
        AnnouncedPayment a = one.announced();
        return new FilePayment(
                new AnnouncedPayment(a.id(), a.endToEndId(), a.amount(), a.expected(), documents, a.batch(), a.file()),
                one.counterparty(),
                one.account(),
                one.text(),
                one.state() == FilePayment.State.SETTLED ? other.state() : one.state(),
                one.since(),
                one.by(),
                one.transaction());
    }

    private static FilePayment read(Row row, LocalDate today) {
        String document = row.textOrNull("invoice_id");
        AnnouncedPayment announced = new AnnouncedPayment(
                row.text("announced_payment_id"),
                row.textOrNull("end_to_end_id"),
                Rows.money(row, "amount", row.text("currency_uom_id")),
                row.date("expected_date"),
                document == null ? List.of() : List.of(new DocumentId(document)),
                row.textOrNull("batch_id"),
                row.textOrNull("message_id"));
        String counterparty = row.textOrNull("party_name");
        return new FilePayment(
                announced,
                counterparty == null ? "" : counterparty,
                Rows.account(row),
                row.textOrNull("remittance"),
                state(row, announced, today),
                row.dateOrNull("status_date"),
                row.textOrNull("change_by_user_login_id"),
                row.textOrNull("transaction_id"));
    }

    private static FilePayment.State state(Row row, AnnouncedPayment announced, LocalDate today) {
        FilePayment.State written = FilePayment.State.valueOf(row.text("status_id"));
        if (written != FilePayment.State.ANNOUNCED) {
            return written;
        }
        String document = row.textOrNull("invoice_status");
        if (document != null && !document.equals(InvoiceStatus.INVOICE_READY.name())) {
            return FilePayment.State.SETTLED;
        }
        boolean lapsed = announced.expected().isBefore(today.minusDays(DAYS_UNDER_WAY));
        return lapsed ? FilePayment.State.LAPSED : FilePayment.State.ANNOUNCED;
    }

    /** Enters a payment that belongs to no file. */
    public static void insert(Entry entry, AnnouncedPayment payment) {
        entry.unit().update(INSERT, row(entry, payment, null, null, null));
        pays(entry, payment.id(), payment.documents());
    }

    /** Enters a file's payments, each beside what is announced of it. */
    static void insert(Entry entry, String message, Map<AnnouncedPayment, Message.Payment> payments) {
        List<@Nullable Object[]> rows = new ArrayList<>(payments.size());
        List<@Nullable Object[]> documents = new ArrayList<>();
        payments.forEach((announced, payment) -> {
            rows.add(row(entry, announced, message, rows.size() + 1, payment));
            announced
                    .documents()
                    .forEach(document ->
                            documents.add(new @Nullable Object[] {entry.company(), announced.id(), document.value()}));
        });
        entry.unit().updateAll(INSERT, rows);
        if (!documents.isEmpty()) {
            entry.unit().updateAll(PAYS, documents);
        }
    }

    private static final String PAYS =
            "INSERT INTO announced_payment_invoice (company, announced_payment_id, invoice_id) VALUES (?, ?, ?)";

    /** Says which documents a payment pays. */
    static void pays(Entry entry, String payment, Collection<DocumentId> documents) {
        documents.forEach(document -> entry.unit().update(PAYS, entry.company(), payment, document.value()));
    }

    private static @Nullable Object[] row(
            Entry entry,
            AnnouncedPayment announced,
            @Nullable String message,
            @Nullable Integer place,
            Message.@Nullable Payment payment) {
        AccountReference account = payment == null ? null : payment.account();
        return new @Nullable Object[] {
            entry.company(),
            announced.id(),
            announced.endToEndId(),
            announced.amount().amount(),
            announced.amount().currency().getCurrencyCode(),
            announced.expected(),
            announced.batch(),
            message,
            place,
            payment == null ? null : payment.counterparty(),
            account == null ? null : account.type(),
            account == null ? null : account.value(),
            payment == null || payment.remittance().isEmpty() ? null : Rows.cut(payment.remittance(), 2000)
        };
    }

    /** Takes a payment away that is to be entered anew. */
    public static void delete(Entry entry, String id) {
        for (String table : List.of("announced_payment_invoice", "announced_payment")) {
            entry.unit()
                    .update(
                            "DELETE FROM " + table + " WHERE company = ? AND announced_payment_id = ?",
                            entry.company(),
                            id);
        }
    }

    /** A booking carries out what it names of those under way. */
    public static void execute(Entry entry, Booking booking) {
        for (String id : booking.announced()) {
            entry.unit()
                    .update(
                            "UPDATE announced_payment SET status_id = 'EXECUTED', transaction_id = ?, attempt = ?, status_date = ?"
                                    + " WHERE company = ? AND announced_payment_id = ? AND status_id = 'ANNOUNCED'",
                            booking.key().transaction(),
                            booking.key().attempt(),
                            booking.date(),
                            entry.company(),
                            id);
        }
    }

    /** A booking was taken back: what it carried out is under way again. */
    public static void notExecuted(Entry entry, BookingKey key) {
        entry.unit()
                .update(
                        "UPDATE announced_payment SET status_id = 'ANNOUNCED', transaction_id = NULL, attempt = NULL,"
                                + " status_date = NULL WHERE company = ? AND transaction_id = ? AND attempt = ?"
                                + " AND status_id = 'EXECUTED'",
                        entry.company(),
                        key.transaction(),
                        key.attempt());
    }

    /** Withdraws a payment that is under way; false if it is not. */
    public static boolean withdraw(Entry entry, String id, LocalDate today) {
        return entry.unit()
                        .update(
                                "UPDATE announced_payment SET status_id = 'WITHDRAWN', status_date = ?,"
                                        + " change_by_user_login_id = ? WHERE company = ? AND announced_payment_id = ?"
                                        + " AND status_id = 'ANNOUNCED'",
                                today,
                                Rows.cut(entry.caller().name(), 255),
                                entry.company(),
                                id)
                == 1;
    }

    /** Takes a withdrawal back; false if there is none. */
    static boolean announceAgain(Entry entry, String id) {
        return entry.unit()
                        .update(
                                "UPDATE announced_payment SET status_id = 'ANNOUNCED', status_date = NULL,"
                                        + " change_by_user_login_id = NULL WHERE company = ? AND announced_payment_id = ?"
                                        + " AND status_id = 'WITHDRAWN'",
                                entry.company(),
                                id)
                == 1;
    }
}
