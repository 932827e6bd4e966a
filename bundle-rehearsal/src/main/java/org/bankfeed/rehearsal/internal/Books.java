package org.bankfeed.rehearsal.internal;

import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.bankfeed.history.HistoryDiscount;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryParty;
import org.bankfeed.history.HistoryRetention;
import org.bankfeed.invoice.Discount;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.InvoiceEntry;
import org.bankfeed.invoice.LedgerUnavailableException;
import org.bankfeed.invoice.NewDocument;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.Party;
import org.bankfeed.invoice.Retention;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.bankfeed.value.PaymentReference;
import org.jspecify.annotations.Nullable;

/** Enters and closes the company's documents, as its invoicing people do. */
final class Books {

    private final Chain chain;

    Books(Chain chain) {
        this.chain = chain;
    }

    void open(HistoryInvoice invoice) throws RehearsalException {
        try {
            chain.entry().add(chain.person(), document(invoice));
        } catch (InvoiceEntry.Refused e) {
            throw new RehearsalException(
                    "The invoice ledger refused document '" + invoice.id() + "': " + e.getMessage(), e);
        } catch (LedgerUnavailableException e) {
            throw away(e);
        }
    }

    void close(String invoiceId, LocalDate on) throws RehearsalException {
        try {
            chain.entry().close(chain.person(), new DocumentId(invoiceId), on);
        } catch (InvoiceEntry.Refused e) {
            throw new RehearsalException(
                    "The invoice ledger refused to close document '" + invoiceId + "': " + e.getMessage(), e);
        } catch (LedgerUnavailableException e) {
            throw away(e);
        }
    }

    /** Enters a document, unless one of that id is there already. Returns whether it was entered. */
    boolean openUnlessThere(HistoryInvoice invoice) throws RehearsalException {
        try {
            open(invoice);
            return true;
        } catch (RehearsalException e) {
            if (e.getCause() instanceof InvoiceEntry.Refused
                    && standing(invoice.id()).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    /** Closes a document, unless somebody has withdrawn it. */
    void closeUnlessWithdrawn(String invoiceId, LocalDate on) throws RehearsalException {
        try {
            close(invoiceId, on);
        } catch (RehearsalException e) {
            if (!(e.getCause() instanceof InvoiceEntry.Refused)
                    || standing(invoiceId)
                            .filter(item -> item.state() == OpenItem.State.CANCELLED)
                            .isEmpty()) {
                throw e;
            }
        }
    }

    private Optional<OpenItem> standing(String invoiceId) throws RehearsalException {
        try {
            return chain.ledger().item(chain.person(), new DocumentId(invoiceId));
        } catch (LedgerUnavailableException e) {
            throw away(e);
        }
    }

    static RehearsalException away(LedgerUnavailableException e) {
        return new RehearsalException("The invoice ledger did not answer: " + e.getMessage(), e);
    }

    private static NewDocument document(HistoryInvoice invoice) {
        Currency currency = Currency.getInstance(invoice.currency());
        return new NewDocument(
                new DocumentId(invoice.id()),
                OpenItem.Direction.valueOf(invoice.direction().name()),
                OpenItem.Type.valueOf(invoice.type().name()),
                invoice.number(),
                party(invoice.party()),
                new Money(invoice.total(), currency),
                new Money(invoice.outstanding(), currency),
                invoice.issueDate(),
                invoice.dueDate().isBefore(invoice.issueDate()) ? invoice.issueDate() : invoice.dueDate(),
                printedReference(invoice.paymentReference()),
                discount(invoice.discount(), currency),
                invoice.retentions().stream()
                        .map(one -> retention(one, currency))
                        .toList());
    }

    private static Party party(HistoryParty party) {
        return new Party(
                party.id(),
                party.name(),
                Party.Kind.UNKNOWN,
                party.ibans().stream()
                        .filter(number -> !number.isBlank())
                        .map(AccountReference::of)
                        .toList());
    }

    /** A reference whose check digits fail is none: an invoicing program would not have printed it. */
    private static @Nullable String printedReference(@Nullable String reference) {
        return reference == null || reference.isBlank() || PaymentReference.isMistyped(reference) ? null : reference;
    }

    private static Retention retention(HistoryRetention held, Currency currency) {
        return new Retention(
                Retention.Kind.valueOf(held.kind().name()), new Money(held.amount(), currency), held.dueDate());
    }

    private static @Nullable Discount discount(@Nullable HistoryDiscount discount, Currency currency) {
        return discount == null ? null : new Discount(new Money(discount.amount(), currency), discount.until());
    }
}
