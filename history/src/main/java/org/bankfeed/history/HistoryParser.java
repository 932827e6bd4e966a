package org.bankfeed.history;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.bankfeed.history.HistoryEvent.AnnouncementEnded;
import org.bankfeed.history.HistoryEvent.By;
import org.bankfeed.history.HistoryEvent.Confirmed;
import org.bankfeed.history.HistoryEvent.FactSaid;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.InvoiceOpened;
import org.bankfeed.history.HistoryEvent.PaymentAnnounced;
import org.bankfeed.history.HistoryEvent.Sign;
import org.bankfeed.history.HistoryEvent.TransactionBooked;
import org.bankfeed.history.HistoryInvoice.Direction;
import org.bankfeed.history.HistoryInvoice.Type;
import org.bankfeed.history.HistoryTransaction.RemittanceType;
import org.jspecify.annotations.Nullable;

/** Makes events of JSON objects, and proves that every name in one means something by what was seen before it. */
final class HistoryParser {

    private final Seen seen;

    HistoryParser(Seen seen) {
        this.seen = seen;
    }

    /** The event, or null if its kind is not known. */
    @Nullable
    HistoryEvent event(JsonFields line) throws BrokenLineException {
        return switch (line.text("event")) {
            case "invoice" -> opened(line.object("invoice"));
            case "invoiceClosed" -> new InvoiceClosed(knownInvoice(line, "invoiceId"));
            case "transaction" -> booked(line.object("transaction"));
            case "confirmed" -> confirmed(line);
            case "announced" -> announced(line.object("payment"));
            case "announcementEnded" -> new AnnouncementEnded(line.id("paymentId"));
            case "factSaid" -> said(line.object("fact"));
            default -> null;
        };
    }

    private InvoiceOpened opened(JsonFields fields) throws BrokenLineException {
        String currency = fields.currency("currency");
        HistoryInvoice invoice = new HistoryInvoice(
                fields.id("id"),
                fields.oneOf("direction", Direction.values(), Direction::name),
                fields.oneOf("type", Type.values(), Type::name),
                fields.text("number"),
                party(fields.object("party")),
                currency,
                fields.positiveAmount("total", currency),
                fields.positiveAmount("outstanding", currency),
                fields.date("issueDate"),
                fields.date("dueDate"),
                fields.textOrNull("paymentReference"),
                fields.has("discount") ? discount(fields.object("discount"), currency) : null,
                fields.has("retentions") ? retentions(fields, currency) : List.of());
        if (invoice.outstanding().compareTo(invoice.total()) > 0) {
            throw new BrokenLineException(
                    HistoryFault.OUTSTANDING_ABOVE_TOTAL,
                    invoice.outstanding().toPlainString(),
                    invoice.total().toPlainString());
        }
        if (held(invoice).compareTo(invoice.total()) > 0) {
            throw new BrokenLineException(
                    HistoryFault.RETENTIONS_ABOVE_TOTAL,
                    held(invoice).toPlainString(),
                    invoice.total().toPlainString());
        }
        if (seen.isOpened(invoice.id())) {
            throw new BrokenLineException(HistoryFault.INVOICE_TWICE, invoice.id());
        }
        return new InvoiceOpened(invoice);
    }

    private static HistoryParty party(JsonFields fields) throws BrokenLineException {
        return new HistoryParty(fields.id("id"), fields.text("name"), fields.texts("ibans"));
    }

    private static HistoryDiscount discount(JsonFields fields, String currency) throws BrokenLineException {
        return new HistoryDiscount(
                fields.decimal("percent"), fields.date("until"), fields.positiveAmount("amount", currency));
    }

    private static List<HistoryRetention> retentions(JsonFields fields, String currency) throws BrokenLineException {
        List<HistoryRetention> retentions = new ArrayList<>();
        for (JsonFields one : fields.objects("retentions")) {
            BigDecimal amount = one.positiveAmount("amount", currency);
            if (amount.signum() == 0) {
                throw new BrokenLineException(HistoryFault.RETENTION_OF_NOTHING, one.named("amount"));
            }
            retentions.add(new HistoryRetention(
                    one.oneOf("kind", HistoryRetention.Kind.values(), HistoryRetention.Kind::name),
                    amount,
                    one.has("dueDate") ? one.date("dueDate") : null));
        }
        return retentions;
    }

    private static BigDecimal held(HistoryInvoice invoice) {
        BigDecimal held = BigDecimal.ZERO;
        for (HistoryRetention retention : invoice.retentions()) {
            held = held.add(retention.amount());
        }
        return held;
    }

    private TransactionBooked booked(JsonFields fields) throws BrokenLineException {
        String currency = fields.currency("currency");
        HistoryTransaction transaction = new HistoryTransaction(
                fields.id("id"),
                fields.id("account"),
                fields.date("executionDate"),
                fields.date(fields.has("valueDate") ? "valueDate" : "executionDate"),
                fields.amount("amount", currency),
                currency,
                fields.textOrNull("counterpartName"),
                fields.textOrNull("counterpartReference"),
                fields.textOrNull("remittanceInformation"),
                remittanceType(fields),
                fields.textOrNull("bankTransactionCode"),
                fields.textOrNull("endToEndId"),
                fields.textOrNull("mandateId"),
                fields.textOrNull("creditorId"),
                fields.textOrNull("description"),
                fields.textOrNull("purposeCode"),
                fields.textOrNull("additionalInformation"));
        if (seen.currencyOf(transaction.id()) != null) {
            throw new BrokenLineException(HistoryFault.TRANSACTION_TWICE, transaction.id());
        }
        return new TransactionBooked(transaction);
    }

    private static @Nullable RemittanceType remittanceType(JsonFields fields) throws BrokenLineException {
        String field = "remittanceInformationType";
        return fields.has(field) ? fields.oneOf(field, RemittanceType.values(), RemittanceType::word) : null;
    }

    /** It may pay a document that reaches the books only later. */
    private static PaymentAnnounced announced(JsonFields fields) throws BrokenLineException {
        String currency = fields.currency("currency");
        return new PaymentAnnounced(new HistoryAnnouncement(
                fields.id("id"),
                fields.textOrNull("endToEndId"),
                fields.textOrNull("batch"),
                fields.textOrNull("file"),
                fields.amount("amount", currency),
                currency,
                fields.date("expected"),
                fields.texts("invoiceIds")));
    }

    private static FactSaid said(JsonFields fields) throws BrokenLineException {
        return new FactSaid(
                fields.oneOf("sign", Sign.values(), Sign::word),
                fields.id("key"),
                fields.text("partyId"),
                fields.textOrNull("shown"));
    }

    private Confirmed confirmed(JsonFields fields) throws BrokenLineException {
        String transaction = fields.id("transactionId");
        String currency = seen.currencyOf(transaction);
        if (currency == null) {
            throw new BrokenLineException(HistoryFault.CONFIRMED_NOT_BOOKED, transaction);
        }
        List<HistoryApplication> applications = new ArrayList<>();
        for (JsonFields application : fields.objects("applications")) {
            applications.add(application(application, currency));
        }
        By by = fields.has("by") ? fields.oneOf("by", By.values(), By::word) : By.PERSON;
        return new Confirmed(transaction, applications, by);
    }

    /** What a bookkeeper confirms may name a document that reaches the books only later: he holds the paper. */
    private HistoryApplication application(JsonFields fields, String currency) throws BrokenLineException {
        String invoice = fields.id("invoiceId");
        String takesBack = fields.textOrNull("takesBack");
        if (takesBack != null && seen.currencyOf(takesBack) == null) {
            throw new BrokenLineException(HistoryFault.TAKES_BACK_NOT_BOOKED, fields.named("takesBack"), takesBack);
        }
        return new HistoryApplication(
                invoice,
                fields.amount("amount", currency),
                fields.has("writeOff") ? fields.amount("writeOff", currency) : null,
                takesBack);
    }

    private String knownInvoice(JsonFields fields, String field) throws BrokenLineException {
        String id = fields.id(field);
        if (!seen.isOpened(id)) {
            throw new BrokenLineException(HistoryFault.INVOICE_NOT_OPENED, fields.named(field), id);
        }
        return id;
    }
}
