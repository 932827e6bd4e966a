package org.bankfeed.ledger.internal.booking;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.Application;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.BookingResult;
import org.bankfeed.invoice.BookingState;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.invoice.ReversalResult;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.ledger.internal.announcement.AnnouncedTable;
import org.bankfeed.ledger.internal.books.Books;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Periods;
import org.bankfeed.ledger.internal.invoice.Invoice;
import org.bankfeed.ledger.internal.invoice.InvoiceReader;
import org.bankfeed.ledger.internal.invoice.InvoiceStatus;
import org.bankfeed.ledger.internal.invoice.InvoiceTable;
import org.bankfeed.ledger.internal.payment.PaymentOrigin;
import org.bankfeed.ledger.internal.payment.PaymentTable;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Day;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Writes bookings and their reversals: each as a whole, in one transaction, once for a key. */
public final class Bookkeeping {

    private final Books books;
    private final Clock clock;

    public Bookkeeping(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    public BookingState state(Caller caller, BookingKey key) throws LedgerUnavailableException {
        return books.inTransaction(unit -> BookingTable.state(unit, caller.company(), key));
    }

    public BookingResult book(Caller caller, Booking booking) throws LedgerUnavailableException {
        return books.inTransaction(unit -> book(new Entry(unit, caller, clock.instant()), booking));
    }

    private static BookingResult book(Entry entry, Booking booking) {
        List<DocumentId> documents = documents(booking.applications());
        Map<DocumentId, Invoice> invoices = InvoiceTable.lock(entry, documents);
        Optional<BookingTable.Entered> entered =
                BookingTable.find(entry.unit(), entry.caller().company(), booking.key());
        if (entered.isPresent()) {
            return again(entry, entered.get(), booking, documents);
        }
        Sentence refusal = new BookingCheck(entry, booking, invoices).refusal();
        if (refusal != null) {
            return new BookingResult.Refused(refusal);
        }
        long number = entry.numbers(booking.applications().size());
        Optional<BookingKey> standing =
                BookingTable.standingAttempt(entry, booking.key().transaction());
        if (standing.isPresent()) {
            return new BookingResult.Refused(Sentence.of(RefusalCode.LINE_BOOKED_ALREADY, name(standing.get())));
        }
        write(entry, booking, invoices, number);
        return new BookingResult.Booked(items(entry, documents));
    }

    private static void write(Entry entry, Booking booking, Map<DocumentId, Invoice> invoices, long number) {
        BookingTable.insert(entry, booking);
        LocalDate day = Periods.open(entry, booking.date());
        PaymentTable.Circumstances circumstances = new PaymentTable.Circumstances(
                PaymentOrigin.BOOKING,
                booking.key(),
                day,
                booking.hostAccount(),
                null,
                booking.key().toString(),
                booking.text());
        PaymentTable.insert(entry, number, circumstances, PaymentPlan.of(booking, invoices));
        long change = number;
        for (Application application : booking.applications()) {
            Invoice invoice = locked(invoices, application.document());
            InvoiceTable.settle(entry, invoice, application.settles(), InvoiceStatus.INVOICE_PAID, day, change++);
        }
        AnnouncedTable.execute(entry, booking);
        entry.audit(
                "book",
                booking.key().toString(),
                "Booked " + booking.amount() + " of " + booking.date() + moved(booking.date(), day) + ": "
                        + listed(booking.applications(), invoices) + ".");
    }

    private static BookingResult again(
            Entry entry, BookingTable.Entered entered, Booking booking, List<DocumentId> documents) {
        BookingKey key = booking.key();
        if (entered.state() == BookingState.REVERSED) {
            return new BookingResult.Refused(Sentence.of(RefusalCode.BOOKING_REVERSED, name(key)));
        }
        List<Application> applied =
                BookingTable.applications(entry.unit(), entry.caller().company(), key);
        boolean same = applied.size() == booking.applications().size()
                && applied.containsAll(booking.applications())
                && entered.says(booking);
        return same
                ? new BookingResult.Booked(items(entry, documents))
                : new BookingResult.Refused(Sentence.of(
                        RefusalCode.BOOKING_DIFFERS, name(key), new Amount(entered.amount()), new Day(entered.date())));
    }

    public ReversalResult reverse(Caller caller, BookingKey key, String reason) throws LedgerUnavailableException {
        return books.inTransaction(unit -> reverse(new Entry(unit, caller, clock.instant()), key, reason));
    }

    private static ReversalResult reverse(Entry entry, BookingKey key, String reason) {
        List<Application> applied =
                BookingTable.applications(entry.unit(), entry.caller().company(), key);
        List<DocumentId> documents = documents(applied);
        Map<DocumentId, Invoice> invoices = InvoiceTable.lock(entry, documents);
        BookingState state = BookingTable.state(entry.unit(), entry.caller().company(), key);
        if (state == BookingState.UNKNOWN) {
            return new ReversalResult.Refused(Sentence.of(RefusalCode.NO_BOOKING, name(key)));
        }
        if (state == BookingState.BOOKED) {
            Sentence refusal = whyItStays(entry, key, applied, invoices);
            if (refusal != null) {
                return new ReversalResult.Refused(refusal);
            }
            counter(entry, key, reason, applied, invoices);
        }
        BookingTable.Days days = BookingTable.days(entry, key);
        return new ReversalResult.Reversed(items(entry, documents), days.moved() ? days.reversed() : null);
    }

    /** How a sentence goes on about an entry whose own period is closed. */
    private static String moved(LocalDate own, LocalDate day) {
        return own.equals(day) ? "" : " (on " + day + ", because the period of " + own + " is closed)";
    }

    private static @Nullable Sentence whyItStays(
            Entry entry, BookingKey key, List<Application> applied, Map<DocumentId, Invoice> invoices) {
        List<BookingTable.TakenBack> later = BookingTable.takenBack(entry, key);
        if (!later.isEmpty()) {
            return Sentence.of(RefusalCode.TAKEN_BACK_LATER, name(key), names(later));
        }
        for (Application application : applied) {
            Invoice invoice = locked(invoices, application.document());
            Money settlesAgain = application.settles().negate();
            if (settlesAgain.compareTo(invoice.outstanding()) > 0) {
                return settledSince(entry, invoice, key, settlesAgain);
            }
        }
        return null;
    }

    private static Name name(BookingKey key) {
        return new Name(key.toString());
    }

    private static Name names(List<BookingTable.TakenBack> later) {
        return new Name(
                later.stream().map(taken -> taken.by().toString()).distinct().collect(Collectors.joining(", ")));
    }

    /** What it would settle again is settled otherwise: by the latest booking or closing that is not its own. */
    private static Sentence settledSince(Entry entry, Invoice invoice, BookingKey key, Money settlesAgain) {
        List<Argument> what = List.of(new Amount(settlesAgain), invoice.said(), new Amount(invoice.outstanding()));
        List<Argument> said = with(List.of(name(key)), what);
        List<Settlement> settlements =
                PaymentTable.settlements(entry.unit(), entry.caller().company(), invoice.id());
        for (int i = settlements.size() - 1; i >= 0; i--) {
            Settlement settlement = settlements.get(i);
            BookingKey by = settlement.key();
            if (settlement.amount().plus(settlement.writeOff()).signum() > 0 && !key.equals(by)) {
                Day day = new Day(settlement.date());
                return by == null
                        ? new Sentence(RefusalCode.SETTLED_SINCE_CLOSED, with(said, List.of(day)))
                        : new Sentence(
                                RefusalCode.SETTLED_SINCE_BY_PAYMENT,
                                with(what, List.of(day, new Amount(settlement.amount()))));
            }
        }
        return new Sentence(RefusalCode.SETTLED_SINCE, said);
    }

    private static List<Argument> with(List<Argument> said, List<Argument> more) {
        return Stream.concat(said.stream(), more.stream()).toList();
    }

    private static void counter(
            Entry entry, BookingKey key, String reason, List<Application> applied, Map<DocumentId, Invoice> invoices) {
        long change = entry.numbers(applied.size());
        PaymentTable.voidBooking(entry, key);
        LocalDate own = BookingTable.days(entry, key).written();
        LocalDate day = Periods.open(entry, own);
        BookingTable.reverse(entry, key, reason, day);
        AnnouncedTable.notExecuted(entry, key);
        for (Application application : applied) {
            Invoice invoice = locked(invoices, application.document());
            Money reopens = application.settles().negate();
            PaymentTable.Last last = PaymentTable.last(entry, invoice.id())
                    .orElse(new PaymentTable.Last(PaymentOrigin.BOOKING, invoice.issueDate()));
            InvoiceStatus whenSettled =
                    last.origin() == PaymentOrigin.UNKNOWN ? InvoiceStatus.INVOICE_CLOSED : InvoiceStatus.INVOICE_PAID;
            InvoiceTable.settle(entry, invoice, reopens, whenSettled, last.date(), change++);
        }
        entry.audit(
                "reverse", key.toString(), "Reversed " + listed(applied, invoices) + moved(own, day) + ": " + reason);
    }

    private static List<DocumentId> documents(List<Application> applications) {
        return applications.stream().map(Application::document).toList();
    }

    private static List<OpenItem> items(Entry entry, List<DocumentId> documents) {
        return InvoiceReader.items(entry.unit(), entry.company(), documents);
    }

    private static Invoice locked(Map<DocumentId, Invoice> invoices, DocumentId id) {
        Invoice invoice = invoices.get(id);
        if (invoice == null) {
            throw new IllegalStateException("document " + id + " was not locked");
        }
        return invoice;
    }

    private static String listed(List<Application> applications, Map<DocumentId, Invoice> invoices) {
        return applications.stream()
                .map(a -> a.amount() + (a.writeOff().isZero() ? "" : " and a write-off of " + a.writeOff()) + " on "
                        + locked(invoices, a.document()).named())
                .collect(Collectors.joining(", "));
    }
}
