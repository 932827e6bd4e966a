package org.bankfeed.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bankfeed.history.AnswerWriter;
import org.bankfeed.history.BrokenHistoryException;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryDecision;
import org.bankfeed.history.HistoryDiscount;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryReader;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.matching.Evidence;
import org.bankfeed.matching.internal.core.Book;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.Verdict;
import org.jspecify.annotations.Nullable;

/** Plays a company's history to the matching, event by event, and writes what it decides of each transaction. */
public final class Backtest {

    private final Book book = new Book();
    private final Map<String, Line> lines = new HashMap<>();
    private final Map<String, String> currencies = new HashMap<>();
    private final List<HistoryEvent.InvoiceClosed> undated = new ArrayList<>();

    /** Reads events from standard input and writes one line for each transaction to standard output. */
    public static void main(String[] arguments) throws IOException {
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16);
        try (InputStream in = new BufferedInputStream(System.in, 1 << 16);
                HistoryReader reader = HistoryReader.of("standard input", in);
                AnswerWriter writer = AnswerWriter.of(out)) {
            new Backtest().play(reader, writer);
        } catch (BrokenHistoryException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private void play(HistoryReader reader, AnswerWriter writer) throws IOException {
        for (HistoryEvent event = reader.next(); event != null; event = reader.next()) {
            HistoryDecision decision = take(event);
            if (decision != null) {
                writer.write(decision);
                writer.flush();
            }
        }
    }

    /** Takes an event in; what is decided if it is a transaction. */
    @Nullable
    HistoryDecision take(HistoryEvent event) {
        if (event instanceof HistoryEvent.InvoiceOpened opened) {
            open(opened.invoice());
        } else if (event instanceof HistoryEvent.InvoiceClosed closed) {
            undated.add(closed);
        } else if (event instanceof HistoryEvent.Confirmed confirmed) {
            confirm(confirmed);
        } else if (event instanceof HistoryEvent.TransactionBooked booked) {
            return decide(booked.transaction());
        }
        return null;
    }

    private void open(HistoryInvoice invoice) {
        currencies.put(invoice.id(), invoice.currency());
        String currency = invoice.currency();
        HistoryDiscount discount = invoice.discount();
        book.put(new Document(
                invoice.id(),
                invoice.direction() == HistoryInvoice.Direction.SALES,
                invoice.type() == HistoryInvoice.Type.CREDIT_NOTE,
                invoice.number(),
                invoice.paymentReference(),
                new Document.Party(
                        invoice.party().id(),
                        invoice.party().name(),
                        invoice.party().ibans()),
                currency,
                minor(invoice.outstanding(), currency),
                invoice.issueDate(),
                invoice.dueDate(),
                discount == null ? 0 : minor(discount.amount(), currency),
                discount == null ? null : discount.until()));
    }

    private void confirm(HistoryEvent.Confirmed confirmed) {
        Line line = lines.get(confirmed.transactionId());
        if (line != null) {
            List<Share> shares = new ArrayList<>();
            for (HistoryApplication application : confirmed.applications()) {
                shares.add(share(application, line.currency()));
            }
            book.record(line, shares, true);
        }
    }

    private static Share share(HistoryApplication application, String currency) {
        BigDecimal writeOff = application.writeOff();
        return new Share(
                application.invoiceId(),
                minor(application.amount(), currency),
                writeOff == null ? 0 : minor(writeOff, currency),
                null);
    }

    private HistoryDecision decide(HistoryTransaction transaction) {
        // an event without a date of its own belongs to the day of the next transaction
        undated.forEach(closed ->
                book.close(closed.invoiceId(), (int) transaction.executionDate().toEpochDay()));
        undated.clear();
        Line line = line(transaction);
        lines.put(line.id(), line);
        Verdict verdict = book.decide(line);
        boolean booked = verdict.kind() == Verdict.Kind.BOOK;
        book.record(line, booked ? verdict.shares() : List.of(), false);
        if (verdict.settled() != null) {
            book.link(line.id(), verdict.settled());
        }
        return decision(line, verdict);
    }

    private static Line line(HistoryTransaction transaction) {
        LocalDate day = transaction.executionDate();
        return new Line(
                transaction.id(),
                transaction.account(),
                day,
                minor(transaction.amount(), transaction.currency()),
                transaction.currency(),
                Line.orEmpty(transaction.counterpartName()),
                Line.orEmpty(transaction.counterpartReference()),
                Line.orEmpty(transaction.remittanceInformation()),
                transaction.remittanceInformationType() == HistoryTransaction.RemittanceType.STRUCTURED,
                Line.orEmpty(transaction.bankTransactionCode()),
                Line.orEmpty(transaction.endToEndId()),
                Line.orEmpty(transaction.mandateId()),
                Line.orEmpty(transaction.creditorId()),
                Line.orEmpty(transaction.additionalInformation()));
    }

    private static HistoryDecision decision(Line line, Verdict verdict) {
        HistoryDecision.Verdict kind =
                switch (verdict.kind()) {
                    case BOOK -> HistoryDecision.Verdict.AUTOMATIC;
                    case SUGGEST -> HistoryDecision.Verdict.SUGGESTED;
                    case OPEN, NO_PAYMENT -> HistoryDecision.Verdict.NONE;
                };
        return new HistoryDecision(
                line.id(),
                kind,
                applications(verdict.shares(), line.currency()),
                verdict.confidence(),
                verdict.alternatives().stream()
                        .map(other -> new HistoryDecision.Alternative(
                                applications(other.shares(), line.currency()), other.confidence()))
                        .toList(),
                verdict.evidence().stream().map(Backtest::sentence).toList());
    }

    private static String sentence(Evidence evidence) {
        String sentence =
                (evidence.speaks() == Evidence.Speaks.AGAINST ? "but: " : "") + evidence.sentence(Locale.ENGLISH);
        return evidence.field() == null ? sentence : sentence + " [" + evidence.field() + "]";
    }

    private static List<HistoryApplication> applications(List<Share> shares, String currency) {
        return shares.stream()
                .map(share -> new HistoryApplication(
                        share.document(),
                        major(share.amount(), currency),
                        share.writeOff() == 0 ? null : major(share.writeOff(), currency)))
                .toList();
    }

    private static long minor(BigDecimal amount, String currency) {
        return amount.movePointRight(decimals(currency)).longValueExact();
    }

    private static BigDecimal major(long amount, String currency) {
        return BigDecimal.valueOf(amount, decimals(currency));
    }

    private static int decimals(String currency) {
        return "EUR".equals(currency) ? 2 : Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
