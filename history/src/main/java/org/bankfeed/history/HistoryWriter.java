package org.bankfeed.history;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import org.bankfeed.history.HistoryEvent.AnnouncementEnded;
import org.bankfeed.history.HistoryEvent.Confirmed;
import org.bankfeed.history.HistoryEvent.FactSaid;
import org.bankfeed.history.HistoryEvent.InvoiceClosed;
import org.bankfeed.history.HistoryEvent.InvoiceOpened;
import org.bankfeed.history.HistoryEvent.PaymentAnnounced;
import org.bankfeed.history.HistoryEvent.TransactionBooked;
import org.jspecify.annotations.Nullable;

/** Writes events as {@link HistoryReader} reads them, one a line. For one thread. */
public final class HistoryWriter implements Closeable {

    private final JsonLines lines;

    private HistoryWriter(OutputStream out) throws IOException {
        lines = new JsonLines(out);
    }

    /** Writes to a new file, or over an old one. */
    public static HistoryWriter create(Path file) throws IOException {
        return of(new BufferedOutputStream(Files.newOutputStream(file)));
    }

    /** Writes to a stream; closing the writer closes the stream. */
    public static HistoryWriter of(OutputStream out) throws IOException {
        return new HistoryWriter(out);
    }

    /** Writes every event of a history in order of arrival. */
    public void write(History history) throws IOException {
        Iterator<HistoryEvent> events = history.events().iterator();
        while (events.hasNext()) {
            write(events.next());
        }
    }

    /** Writes one event. */
    public void write(HistoryEvent event) throws IOException {
        lines.line(() -> {
            if (event instanceof InvoiceOpened opened) {
                lines.text("event", "invoice");
                lines.object("invoice", () -> invoice(opened.invoice()));
            } else if (event instanceof InvoiceClosed closed) {
                lines.text("event", "invoiceClosed");
                lines.text("invoiceId", closed.invoiceId());
            } else if (event instanceof TransactionBooked booked) {
                lines.text("event", "transaction");
                lines.object("transaction", () -> transaction(booked.transaction()));
            } else if (event instanceof Confirmed confirmed) {
                confirmed(confirmed);
            } else if (event instanceof PaymentAnnounced announced) {
                lines.text("event", "announced");
                lines.object("payment", () -> announcement(announced.payment()));
            } else if (event instanceof AnnouncementEnded ended) {
                lines.text("event", "announcementEnded");
                lines.text("paymentId", ended.paymentId());
            } else if (event instanceof FactSaid said) {
                lines.text("event", "factSaid");
                lines.object("fact", () -> fact(said));
            }
        });
    }

    private void confirmed(Confirmed confirmed) throws IOException {
        lines.text("event", "confirmed");
        lines.text("transactionId", confirmed.transactionId());
        lines.applications(confirmed.applications());
        lines.text(
                "by",
                confirmed.by() == HistoryEvent.By.PERSON ? null : confirmed.by().word());
    }

    private void announcement(HistoryAnnouncement payment) throws IOException {
        lines.text("id", payment.id());
        lines.text("endToEndId", payment.endToEndId());
        lines.text("batch", payment.batch());
        lines.text("file", payment.file());
        lines.amount("amount", payment.amount());
        lines.text("currency", payment.currency());
        lines.text("expected", payment.expected());
        lines.texts("invoiceIds", payment.invoiceIds());
    }

    private void fact(FactSaid said) throws IOException {
        lines.text("sign", said.sign().word());
        lines.text("key", said.key());
        lines.text("partyId", said.partyId());
        lines.text("shown", said.shown());
    }

    private void invoice(HistoryInvoice invoice) throws IOException {
        lines.text("id", invoice.id());
        lines.text("direction", invoice.direction());
        lines.text("type", invoice.type());
        lines.text("number", invoice.number());
        lines.object("party", () -> {
            lines.text("id", invoice.party().id());
            lines.text("name", invoice.party().name());
            lines.texts("ibans", invoice.party().ibans());
        });
        lines.text("currency", invoice.currency());
        lines.amount("total", invoice.total());
        lines.amount("outstanding", invoice.outstanding());
        lines.text("issueDate", invoice.issueDate());
        lines.text("dueDate", invoice.dueDate());
        lines.text("paymentReference", invoice.paymentReference());
        discount(invoice.discount());
        if (!invoice.retentions().isEmpty()) {
            lines.array("retentions", () -> {
                for (HistoryRetention retention : invoice.retentions()) {
                    lines.element(() -> retention(retention));
                }
            });
        }
    }

    private void retention(HistoryRetention retention) throws IOException {
        lines.text("kind", retention.kind());
        lines.amount("amount", retention.amount());
        lines.text("dueDate", retention.dueDate());
    }

    private void discount(@Nullable HistoryDiscount discount) throws IOException {
        if (discount != null) {
            lines.object("discount", () -> {
                lines.amount("percent", discount.percent());
                lines.text("until", discount.until());
                lines.amount("amount", discount.amount());
            });
        }
    }

    private void transaction(HistoryTransaction transaction) throws IOException {
        var type = transaction.remittanceInformationType();
        lines.text("id", transaction.id());
        lines.text("account", transaction.account());
        lines.text("executionDate", transaction.executionDate());
        lines.text("valueDate", transaction.valueDate());
        lines.amount("amount", transaction.amount());
        lines.text("currency", transaction.currency());
        lines.text("counterpartName", transaction.counterpartName());
        lines.text("counterpartReference", transaction.counterpartReference());
        lines.text("remittanceInformation", transaction.remittanceInformation());
        lines.text("remittanceInformationType", type == null ? null : type.word());
        lines.text("bankTransactionCode", transaction.bankTransactionCode());
        lines.text("endToEndId", transaction.endToEndId());
        lines.text("mandateId", transaction.mandateId());
        lines.text("creditorId", transaction.creditorId());
        lines.text("description", transaction.description());
        lines.text("purposeCode", transaction.purposeCode());
        lines.text("additionalInformation", transaction.additionalInformation());
    }

    /** Hands everything written so far to the stream. */
    public void flush() throws IOException {
        lines.flush();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
