package org.bankfeed.ledger.internal.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.CompanyId;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.BookingState;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.store.Row;
import org.bankfeed.store.UnitOfWork;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/** Bookings by their key, and what they applied. */
final class BookingTable {

    /** What a booking applied to each document, in cash and as write-off; a reversal's counter-rows left out. */
    private static final String APPLICATIONS = """
            SELECT a.invoice_id, p.currency_uom_id, \
            SUM(CASE WHEN p.payment_type_id = 'WRITE_OFF' THEN 0 ELSE a.amount_applied END) AS cash, \
            SUM(CASE WHEN p.payment_type_id = 'WRITE_OFF' THEN a.amount_applied ELSE 0 END) AS write_off, \
            a.takes_back_transaction_id, a.takes_back_attempt \
            FROM payment p JOIN payment_application a ON a.company = p.company AND a.payment_id = p.payment_id \
            WHERE p.company = ? AND p.transaction_id = ? AND p.attempt = ? AND a.reverses_application_id IS NULL \
            GROUP BY a.invoice_id, p.currency_uom_id, a.takes_back_transaction_id, a.takes_back_attempt \
            ORDER BY a.invoice_id""";

    /** What standing bookings took back of one booking, each named once for each document. */
    private static final String TAKEN_BACK = """
            SELECT p.transaction_id, p.attempt, a.invoice_id, p.currency_uom_id, \
            SUM(CASE WHEN p.payment_type_id = 'WRITE_OFF' THEN 0 ELSE a.amount_applied END) AS cash, \
            SUM(CASE WHEN p.payment_type_id = 'WRITE_OFF' THEN a.amount_applied ELSE 0 END) AS write_off \
            FROM payment_application a JOIN payment p ON p.company = a.company AND p.payment_id = a.payment_id \
            WHERE a.company = ? AND a.takes_back_transaction_id = ? AND a.takes_back_attempt = ? \
            AND p.status_id <> 'PMNT_VOID' \
            GROUP BY p.transaction_id, p.attempt, a.invoice_id, p.currency_uom_id \
            ORDER BY p.transaction_id, p.attempt, a.invoice_id""";

    private BookingTable() {}

    /** A booking that is in the books. */
    record Entered(BookingState state, AccountReference account, LocalDate date, Money amount) {

        /** Whether a call asks for what was entered. The words beside (names, texts) do not make another booking. */
        boolean says(Booking booking) {
            return account.equals(booking.account()) && date.equals(booking.date()) && amount.equals(booking.amount());
        }
    }

    /** What a standing booking took back of another. */
    record TakenBack(BookingKey by, DocumentId document, Money amount, Money writeOff) {}

    static BookingState state(UnitOfWork unit, CompanyId company, BookingKey key) {
        return find(unit, company, key).map(Entered::state).orElse(BookingState.UNKNOWN);
    }

    static Optional<Entered> find(UnitOfWork unit, CompanyId company, BookingKey key) {
        return unit.one("""
                SELECT state, account_type, account_number, booking_date, amount, currency_uom_id \
                FROM booking WHERE company = ? AND transaction_id = ? AND attempt = ?""", BookingTable::entered, company.value(), key.transaction(), key.attempt());
    }

    private static Entered entered(Row row) {
        return new Entered(
                BookingState.valueOf(row.text("state")),
                new AccountReference(
                        AccountReference.Type.valueOf(row.text("account_type")), row.text("account_number")),
                row.date("booking_date"),
                Rows.money(row, "amount", row.text("currency_uom_id")));
    }

    /** The attempt at a bank line that stands, if any. */
    static Optional<BookingKey> standingAttempt(Entry entry, String transaction) {
        return entry.unit()
                .one(
                        "SELECT attempt FROM booking WHERE company = ? AND transaction_id = ? AND state = 'BOOKED'",
                        row -> new BookingKey(transaction, row.integer("attempt")),
                        entry.company(),
                        transaction);
    }

    static List<Application> applications(UnitOfWork unit, CompanyId company, BookingKey key) {
        return unit.query(APPLICATIONS, BookingTable::application, company.value(), key.transaction(), key.attempt());
    }

    private static Application application(Row row) {
        String currency = row.text("currency_uom_id");
        return new Application(
                new DocumentId(row.text("invoice_id")),
                Rows.money(row, "cash", currency),
                Rows.money(row, "write_off", currency),
                Rows.key(row, "takes_back_transaction_id", "takes_back_attempt"));
    }

    static List<TakenBack> takenBack(Entry entry, BookingKey key) {
        return entry.unit()
                .query(TAKEN_BACK, BookingTable::takenBack, entry.company(), key.transaction(), key.attempt());
    }

    private static TakenBack takenBack(Row row) {
        String currency = row.text("currency_uom_id");
        return new TakenBack(
                new BookingKey(row.text("transaction_id"), row.integer("attempt")),
                new DocumentId(row.text("invoice_id")),
                Rows.money(row, "cash", currency),
                Rows.money(row, "write_off", currency));
    }

    static void insert(Entry entry, Booking booking) {
        entry.unit()
                .update(
                        """
                INSERT INTO booking (company, transaction_id, attempt, state, account_type, account_number, \
                payment_method_id, booking_date, amount, currency_uom_id, counterparty, remittance, booked_by, \
                booked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                        entry.company(),
                        booking.key().transaction(),
                        booking.key().attempt(),
                        BookingState.BOOKED,
                        booking.account().type(),
                        booking.account().value(),
                        Rows.cut(booking.hostAccount(), 255),
                        booking.date(),
                        booking.amount().amount(),
                        booking.amount().currency().getCurrencyCode(),
                        Rows.cut(booking.counterparty(), 255),
                        Rows.cut(booking.text(), 2000),
                        Rows.cut(entry.caller().name(), 255),
                        entry.at());
    }

    /** The day on which a booking was written, and that of its counter-entry if it has one. */
    record Days(LocalDate written, @Nullable LocalDate reversed) {

        /** Whether the counter-entry could not stand on the booking's day. */
        boolean moved() {
            return reversed != null && !reversed.equals(written);
        }
    }

    static Days days(Entry entry, BookingKey key) {
        return entry.unit()
                .one(
                        """
                SELECT MIN(p.effective_date) AS written, MIN(b.reversal_date) AS reversed FROM booking b \
                JOIN payment p ON p.company = b.company AND p.transaction_id = b.transaction_id \
                AND p.attempt = b.attempt \
                WHERE b.company = ? AND b.transaction_id = ? AND b.attempt = ?""",
                        row -> new Days(row.date("written"), row.dateOrNull("reversed")),
                        entry.company(),
                        key.transaction(),
                        key.attempt())
                .orElseThrow();
    }

    static void reverse(Entry entry, BookingKey key, String reason, LocalDate day) {
        entry.unit()
                .update(
                        """
                UPDATE booking SET state = ?, reversed_by = ?, reversed_at = ?, reversal_reason = ?, \
                reversal_date = ? \
                WHERE company = ? AND transaction_id = ? AND attempt = ?""",
                        BookingState.REVERSED,
                        Rows.cut(entry.caller().name(), 255),
                        entry.at(),
                        Rows.cut(reason, 255),
                        day,
                        entry.company(),
                        key.transaction(),
                        key.attempt());
    }
}
