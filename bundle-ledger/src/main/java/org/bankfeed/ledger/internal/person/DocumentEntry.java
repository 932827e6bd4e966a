package org.bankfeed.ledger.internal.person;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.bankfeed.access.Caller;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.InvoiceEntry.Refused;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.RefusalCode;
import org.bankfeed.ledger.internal.announcement.PaymentFileEntry;
import org.bankfeed.ledger.internal.books.Books;
import org.bankfeed.ledger.internal.books.Entry;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.ledger.internal.books.Periods;
import org.bankfeed.ledger.internal.invoice.Invoice;
import org.bankfeed.ledger.internal.invoice.InvoiceReader;
import org.bankfeed.ledger.internal.invoice.InvoiceStatus;
import org.bankfeed.ledger.internal.invoice.InvoiceTable;
import org.bankfeed.ledger.internal.invoice.PartyTable;
import org.bankfeed.ledger.internal.payment.Payment;
import org.bankfeed.ledger.internal.payment.PaymentOrigin;
import org.bankfeed.ledger.internal.payment.PaymentTable;
import org.bankfeed.ledger.internal.payment.PaymentType;
import org.bankfeed.value.Money;
import org.bankfeed.words.Argument.Amount;
import org.bankfeed.words.Argument.Day;
import org.bankfeed.words.Argument.Name;
import org.bankfeed.words.Sentence;
import org.jspecify.annotations.Nullable;

/** Enters, withdraws and closes documents. */
public final class DocumentEntry {

    private final Books books;
    private final Clock clock;

    public DocumentEntry(Books books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    public OpenItem add(Caller caller, NewDocument document) throws Refused, LedgerUnavailableException {
        NewDocumentCheck.check(document);
        return books.<OpenItem, Refused>inTransaction(unit -> add(new Entry(unit, caller, clock.instant()), document));
    }

    private static OpenItem add(Entry entry, NewDocument document) throws Refused {
        DocumentId wanted = document.id();
        if (wanted != null && InvoiceTable.lock(entry, wanted).isPresent()) {
            throw new Refused(Sentence.of(RefusalCode.DOCUMENT_KNOWN, new Name(wanted.value())));
        }
        PartyTable.enter(entry.unit(), entry.company(), document.party());
        long number = entry.numbers(2);
        DocumentId id = wanted == null ? freeId(entry, number) : wanted;
        Invoice invoice = InvoiceTable.insert(entry, id, document, number);
        Money before = document.total().minus(document.outstanding());
        if (before.signum() > 0) {
            settleByUnknown(entry, invoice, before, document.issueDate(), "settled before it was entered", number + 1);
        }
        PaymentFileEntry.documentCame(entry, id);
        entry.audit(
                "add",
                id.value(),
                "Entered " + invoice.named() + " of " + document.total() + ", " + document.outstanding()
                        + " outstanding, due on " + document.dueDate() + ".");
        return item(entry, id);
    }

    /** An id made of the entry's number; somebody may have given a document that very name by hand. */
    private static DocumentId freeId(Entry entry, long number) {
        DocumentId id = new DocumentId("D" + number);
        for (int n = 2; InvoiceTable.lock(entry, id).isPresent(); n++) {
            id = new DocumentId("D" + number + "-" + n);
        }
        return id;
    }

    public OpenItem cancel(Caller caller, DocumentId id, String reason) throws Refused, LedgerUnavailableException {
        return books.<OpenItem, Refused>inTransaction(
                unit -> cancel(new Entry(unit, caller, clock.instant()), id, reason));
    }

    private static OpenItem cancel(Entry entry, DocumentId id, String reason) throws Refused {
        Invoice invoice = locked(entry, id);
        if (invoice.status() == InvoiceStatus.INVOICE_CANCELLED) {
            return item(entry, id);
        }
        if (PaymentTable.last(entry, id).isPresent()) {
            throw new Refused(Sentence.of(
                    RefusalCode.SOMETHING_PAID,
                    invoice.said(),
                    new Amount(invoice.outstanding()),
                    new Amount(invoice.total())));
        }
        LocalDate on = entry.at().atZone(ZoneOffset.UTC).toLocalDate();
        InvoiceTable.cancel(entry, invoice, on, reason, entry.numbers(1));
        entry.audit("cancel", id.value(), "Withdrew " + invoice.named() + " of " + invoice.total() + ": " + reason);
        return item(entry, id);
    }

    public OpenItem close(Caller caller, DocumentId id, LocalDate on) throws Refused, LedgerUnavailableException {
        return books.<OpenItem, Refused>inTransaction(unit -> close(new Entry(unit, caller, clock.instant()), id, on));
    }

    private static OpenItem close(Entry entry, DocumentId id, LocalDate on) throws Refused {
        Invoice invoice = locked(entry, id);
        if (invoice.status() == InvoiceStatus.INVOICE_CANCELLED) {
            throw new Refused(Sentence.of(RefusalCode.NOTHING_TO_CLOSE, invoice.said()));
        }
        if (invoice.outstanding().isZero()) {
            return item(entry, id);
        }
        long number = entry.numbers(1);
        LocalDate open = Periods.open(entry, on);
        if (!open.equals(on)) {
            throw new Refused(Sentence.of(RefusalCode.PERIOD_CLOSED, invoice.said(), new Day(on), new Day(open)));
        }
        Money rest = invoice.outstanding();
        settleByUnknown(entry, invoice, rest, on, "closed by " + entry.caller().name(), number);
        entry.audit(
                "close",
                id.value(),
                "Closed " + invoice.named() + ": " + rest + " settled by a payment of unknown origin on " + on + ".");
        return item(entry, id);
    }

    private static void settleByUnknown(
            Entry entry, Invoice invoice, Money amount, LocalDate on, String comment, long number) {
        Flow flow = invoice.type().settledBy();
        Payment payment = new Payment(
                PaymentType.of(flow, invoice.type().direction()),
                flow,
                amount,
                invoice.party(),
                List.of(new Payment.Part(invoice.id(), amount, null)));
        PaymentTable.insert(entry, number, unknown(on, invoice.paymentReference(), comment), List.of(payment));
        InvoiceTable.settle(entry, invoice, amount, InvoiceStatus.INVOICE_CLOSED, on, number);
    }

    private static PaymentTable.Circumstances unknown(LocalDate on, @Nullable String reference, String comment) {
        return new PaymentTable.Circumstances(PaymentOrigin.UNKNOWN, null, on, null, null, reference, comment);
    }

    private static Invoice locked(Entry entry, DocumentId id) throws Refused {
        return InvoiceTable.lock(entry, id)
                .orElseThrow(() -> new Refused(
                        Sentence.of(RefusalCode.NO_DOCUMENT, new Name(id.value()), new Name(entry.company()))));
    }

    private static OpenItem item(Entry entry, DocumentId id) {
        return InvoiceReader.item(entry.unit(), entry.company(), id).orElseThrow();
    }
}
