package org.bankfeed.ledger.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.bankfeed.access.Caller;
import org.bankfeed.access.Role;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.Booking;
import org.bankfeed.invoice.BookingKey;
import org.bankfeed.invoice.BookingResult;
import org.bankfeed.invoice.BookingState;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FilePayment;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.HostPayments;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.InvoiceLedger;
import org.bankfeed.invoice.LedgerPage;
import org.bankfeed.invoice.LedgerPosition;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.invoice.PaymentFiles;
import org.bankfeed.invoice.ReversalResult;
import org.bankfeed.invoice.Settlement;
import org.bankfeed.ledger.internal.announcement.AnnouncedTable;
import org.bankfeed.ledger.internal.announcement.PaymentFileEntry;
import org.bankfeed.ledger.internal.announcement.PaymentFileTable;
import org.bankfeed.ledger.internal.booking.Bookkeeping;
import org.bankfeed.ledger.internal.books.Books;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Periods;
import org.bankfeed.ledger.internal.invoice.InvoiceReader;
import org.bankfeed.ledger.internal.payment.HostPaymentList;
import org.bankfeed.ledger.internal.payment.PaymentTable;
import org.bankfeed.ledger.internal.person.DocumentEntry;
import org.bankfeed.ledger.internal.person.PaymentEntry;
import org.bankfeed.store.Migration;
import org.bankfeed.store.Store;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Page;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** The ledger's services: checks who asks, and hands on to what does it. */
@Component(service = {InvoiceLedger.class, InvoiceEntry.class, HostPayments.class, PaymentFiles.class})
public final class InvoiceModule implements InvoiceLedger, InvoiceEntry, HostPayments, PaymentFiles {

    private static final List<Migration> MIGRATIONS = List.of(
            Migration.of(InvoiceModule.class, "V1__invoices_payments_and_bookings.sql"),
            Migration.of(InvoiceModule.class, "V2__terms_held_back_and_batches.sql"),
            Migration.of(InvoiceModule.class, "V3__closed_periods.sql"),
            Migration.of(InvoiceModule.class, "V4__payment_files.sql"));

    private static final int LONGEST_PAGE = 1000;
    private static final int MOST_FILES = 200;
    private static final int MOST_PAYMENTS = 500;

    private final Clock clock;
    private final Books books;
    private final Bookkeeping bookkeeping;
    private final DocumentEntry documents;
    private final PaymentEntry payments;
    private final PaymentFileEntry files;

    @Activate
    public InvoiceModule(
            @Reference Store store,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    @Nullable
                    Clock clock) {
        Clock time = clock == null ? Clock.systemUTC() : clock;
        this.clock = time;
        books = new Books(store, MIGRATIONS);
        bookkeeping = new Bookkeeping(books, time);
        documents = new DocumentEntry(books, time);
        payments = new PaymentEntry(books, time);
        files = new PaymentFileEntry(books, time);
    }

    @Override
    public String id() {
        return books.ledgerId();
    }

    @Override
    public LedgerPage changes(Caller caller, LedgerPosition after, int limit) throws LedgerUnavailableException {
        mayRead(caller);
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new IllegalArgumentException("a page of changes has 1 to " + LONGEST_PAGE + " documents");
        }
        return books.inTransaction(
                unit -> InvoiceReader.changes(unit, caller.company().value(), after, limit));
    }

    @Override
    public Optional<OpenItem> item(Caller caller, DocumentId id) throws LedgerUnavailableException {
        mayRead(caller);
        return books.inTransaction(
                unit -> InvoiceReader.item(unit, caller.company().value(), id));
    }

    @Override
    public List<Settlement> settlements(Caller caller, DocumentId id) throws LedgerUnavailableException {
        mayRead(caller);
        return books.inTransaction(unit -> PaymentTable.settlements(unit, caller.company(), id));
    }

    @Override
    public BookingState booking(Caller caller, BookingKey key) throws LedgerUnavailableException {
        mayRead(caller);
        return bookkeeping.state(caller, key);
    }

    @Override
    public BookingResult book(Caller caller, Booking booking) throws LedgerUnavailableException {
        caller.require("book a payment", Role.JOB, Role.BOOKKEEPER);
        return bookkeeping.book(caller, booking);
    }

    @Override
    public ReversalResult reverse(Caller caller, BookingKey key, String reason) throws LedgerUnavailableException {
        caller.require("reverse a booking", Role.JOB, Role.BOOKKEEPER);
        return bookkeeping.reverse(caller, key, reason);
    }

    @Override
    public OpenItem add(Caller caller, NewDocument document) throws Refused, LedgerUnavailableException {
        caller.require("enter a document", Role.BOOKKEEPER);
        return documents.add(caller, document);
    }

    @Override
    public OpenItem cancel(Caller caller, DocumentId id, String reason) throws Refused, LedgerUnavailableException {
        caller.require("withdraw a document", Role.BOOKKEEPER);
        return documents.cancel(caller, id, reason);
    }

    @Override
    public OpenItem close(Caller caller, DocumentId id, LocalDate on) throws Refused, LedgerUnavailableException {
        caller.require("close a document", Role.BOOKKEEPER);
        return documents.close(caller, id, on);
    }

    @Override
    public Optional<LocalDate> closedUntil(Caller caller) throws LedgerUnavailableException {
        mayRead(caller);
        return books.inTransaction(
                unit -> Periods.closedUntil(unit, caller.company().value()));
    }

    @Override
    public void closeUntil(Caller caller, @Nullable LocalDate day) throws LedgerUnavailableException {
        caller.require("close a period of the books", Role.BOOKKEEPER);
        books.<Object, RuntimeException>inTransaction(unit -> {
            Periods.closeUntil(new Entry(unit, caller, clock.instant()), day);
            return caller;
        });
    }

    @Override
    public List<HostPayment> payments(Caller caller, LocalDate from, LocalDate to) throws LedgerUnavailableException {
        mayRead(caller);
        return books.inTransaction(unit -> HostPaymentList.payments(unit, caller.company(), from, to));
    }

    @Override
    public List<AnnouncedPayment> announced(Caller caller) throws LedgerUnavailableException {
        mayRead(caller);
        return books.inTransaction(unit -> AnnouncedTable.underWay(unit, caller.company(), today()));
    }

    @Override
    public Receipt announce(Caller caller, InputStream file, Collection<AccountReference> ours)
            throws Refused, LedgerUnavailableException, IOException {
        caller.require("announce payments", Role.BOOKKEEPER);
        return files.announce(caller, file, ours);
    }

    @Override
    public Page<PaymentFile> files(Caller caller, @Nullable String after, int limit) throws LedgerUnavailableException {
        mayLook(caller);
        if (limit < 1 || limit > MOST_FILES) {
            throw new IllegalArgumentException("a page of payment files has 1 to " + MOST_FILES);
        }
        return books.inTransaction(unit -> PaymentFileTable.page(unit, caller.company(), after, limit, today()));
    }

    @Override
    public Optional<PaymentFile> file(Caller caller, String messageId) throws LedgerUnavailableException {
        mayLook(caller);
        return books.inTransaction(unit -> PaymentFileTable.one(unit, caller.company(), messageId, today()));
    }

    @Override
    public Page<FilePayment> payments(Caller caller, String messageId, @Nullable String after, int limit)
            throws LedgerUnavailableException {
        mayLook(caller);
        if (limit < 1 || limit > MOST_PAYMENTS) {
            throw new IllegalArgumentException("a page of payments has 1 to " + MOST_PAYMENTS);
        }
        int from = after == null ? 0 : (int) Math.min(Integer.MAX_VALUE - limit - 1, PaymentFileTable.number(after));
        List<FilePayment> found = books.inTransaction(
                unit -> AnnouncedTable.ofFile(unit, caller.company(), messageId, from, from + limit + 1, today()));
        boolean more = found.size() > limit;
        return new Page<>(more ? found.subList(0, limit) : found, more ? Integer.toString(from + limit) : null);
    }

    @Override
    public int withdraw(Caller caller, String messageId, Collection<String> chosen)
            throws Refused, LedgerUnavailableException {
        caller.require("withdraw announced payments", Role.BOOKKEEPER);
        return files.withdraw(caller, messageId, List.copyOf(chosen));
    }

    @Override
    public int announceAgain(Caller caller, String messageId, Collection<String> chosen)
            throws Refused, LedgerUnavailableException {
        caller.require("announce payments", Role.BOOKKEEPER);
        return files.announceAgain(caller, messageId, List.copyOf(chosen));
    }

    /** For this module's own screens: a payment that a person enters; returns its id. */
    public String enterPayment(Caller caller, HostPayment payment) throws Refused, LedgerUnavailableException {
        caller.require("enter a payment", Role.BOOKKEEPER);
        return payments.enter(caller, payment);
    }

    /** For this module's own screens: a payment that was sent to the bank. */
    public AnnouncedPayment announcePayment(Caller caller, AnnouncedPayment payment)
            throws Refused, LedgerUnavailableException {
        caller.require("announce a payment", Role.BOOKKEEPER);
        return payments.announce(caller, payment);
    }

    /** For this module's own screens: an announced payment that is no longer under way; says whether there was one. */
    public boolean withdrawPayment(Caller caller, String announcedPaymentId) throws LedgerUnavailableException {
        caller.require("withdraw an announced payment", Role.BOOKKEEPER);
        return payments.withdraw(caller, announcedPaymentId);
    }

    private static void mayRead(Caller caller) {
        caller.require("read invoices", Role.VIEWER, Role.JOB);
    }

    private static void mayLook(Caller caller) {
        caller.require("see payment files", Role.VIEWER, Role.BOOKKEEPER);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
