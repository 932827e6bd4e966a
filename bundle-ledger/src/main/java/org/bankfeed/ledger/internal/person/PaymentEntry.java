package org.bankfeed.ledger.internal.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.HostPayment;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.ledger.internal.announcement.AnnouncedTable;
import org.bankfeed.ledger.internal.books.Books;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.ledger.internal.books.Rows;
import org.bankfeed.ledger.internal.invoice.Invoice;
import org.bankfeed.ledger.internal.invoice.InvoiceStatus;
import org.bankfeed.ledger.internal.invoice.InvoiceTable;
import org.bankfeed.ledger.internal.payment.Payment;
import org.bankfeed.ledger.internal.payment.PaymentOrigin;
import org.bankfeed.ledger.internal.payment.PaymentTable;
import org.bankfeed.ledger.internal.payment.PaymentType;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * Enters what a host's own screens would: payments by hand, and payments that were sent to the bank.
 *
 * <p>As in OFBiz, a payment takes of each document the smaller of what it still holds and what is outstanding.
 */
public final class PaymentEntry {

    private final Books books;
    private final Clock clock;

    public PaymentEntry(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** Enters a payment; its id is not used, one is made and returned. */
    public String enter(Caller caller, HostPayment payment) throws Refused, LedgerUnavailableException {
        return books.<String, Refused>inTransaction(unit -> enter(new Entry(unit, caller, clock.instant()), payment));
    }

    private static String enter(Entry entry, HostPayment payment) throws Refused {
        Flow flow = Flow.of(payment.amount());
        if (payment.amount().isZero() || Rows.isTooLarge(payment.amount())) {
            throw new Refused(Sentence.of(RefusalCode.PAYMENT_NOT_POSSIBLE, new Amount(payment.amount())));
        }
        Map<DocumentId, Invoice> invoices = locked(entry, payment.documents());
        List<Payment.Part> parts = parts(flow, payment, invoices);
        long number = entry.numbers(parts.size() + 1);
        Invoice first = parts.isEmpty() ? null : invoices.get(parts.get(0).invoice());
        PaymentTable.Circumstances circumstances = new PaymentTable.Circumstances(
                PaymentOrigin.BY_HAND,
                null,
                payment.date(),
                null,
                payment.counterparty(),
                payment.reference(),
                "entered by " + entry.caller().name());
        Payment written = new Payment(type(flow, first), flow, payment.amount().abs(), party(payment, first), parts);
        String id = PaymentTable.insert(entry, number, circumstances, List.of(written))
                .get(0);
        long change = number;
        for (Payment.Part part : parts) {
            Invoice invoice = invoices.get(part.invoice());
            if (invoice != null) {
                InvoiceTable.settle(
                        entry, invoice, part.amount(), InvoiceStatus.INVOICE_PAID, payment.date(), change++);
            }
        }
        entry.audit("enter payment", id, "Entered a payment of " + payment.amount() + " of " + payment.date() + ".");
        return id;
    }

    private static PaymentType type(Flow flow, @Nullable Invoice first) {
        if (first == null) {
            return flow == Flow.IN ? PaymentType.CUSTOMER_PAYMENT : PaymentType.VENDOR_PAYMENT;
        }
        return PaymentType.of(flow, first.type().direction());
    }

    private static @Nullable String party(HostPayment payment, @Nullable Invoice first) {
        return payment.party() != null || first == null ? payment.party() : first.party();
    }

    private static List<Payment.Part> parts(Flow flow, HostPayment payment, Map<DocumentId, Invoice> invoices)
            throws Refused {
        Money rest = payment.amount().abs();
        List<Payment.Part> parts = new ArrayList<>();
        for (Invoice invoice : invoices.values()) {
            if (invoice.type().settledBy() != flow
                    || !invoice.total().currency().equals(rest.currency())) {
                throw new Refused(
                        Sentence.of(RefusalCode.PAYMENT_SETTLES_NOT, new Amount(payment.amount()), invoice.said()));
            }
            Money takes = rest.compareTo(invoice.outstanding()) < 0 ? rest : invoice.outstanding();
            if (takes.signum() > 0) {
                parts.add(new Payment.Part(invoice.id(), takes, null));
                rest = rest.minus(takes);
            }
        }
        return parts;
    }

    /** Enters a payment that was sent to the bank; an id that stands is replaced. */
    public AnnouncedPayment announce(Caller caller, AnnouncedPayment payment)
            throws Refused, LedgerUnavailableException {
        return books.<AnnouncedPayment, Refused>inTransaction(unit -> {
            Entry entry = new Entry(unit, caller, clock.instant());
            locked(entry, payment.documents());
            AnnouncedTable.delete(entry, payment.id());
            AnnouncedTable.insert(entry, payment);
            entry.audit(
                    "announce payment",
                    payment.id(),
                    "Announced a payment of " + payment.amount() + " for " + payment.expected() + ".");
            return payment;
        });
    }

    /** Says that the bank will not carry an announced payment out; whether there was one under way. */
    public boolean withdraw(Caller caller, String announcedPaymentId) throws LedgerUnavailableException {
        return books.<Boolean, RuntimeException>inTransaction(unit -> {
            Entry entry = new Entry(unit, caller, clock.instant());
            LocalDate today = LocalDate.ofInstant(entry.at(), ZoneOffset.UTC);
            boolean known = AnnouncedTable.withdraw(entry, announcedPaymentId, today);
            if (known) {
                entry.audit("withdraw payment", announcedPaymentId, "Withdrew the announced payment.");
            }
            return known;
        });
    }

    private static Map<DocumentId, Invoice> locked(Entry entry, List<DocumentId> documents) throws Refused {
        Map<DocumentId, Invoice> invoices = InvoiceTable.lock(entry, documents);
        for (DocumentId document : documents) {
            if (!invoices.containsKey(document)) {
                throw new Refused(
                        Sentence.of(RefusalCode.NO_DOCUMENT, new Name(document.value()), new Name(entry.company())));
            }
        }
        return invoices;
    }
}
