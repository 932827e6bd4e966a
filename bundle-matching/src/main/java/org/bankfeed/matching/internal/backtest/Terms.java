package org.bankfeed.matching.internal.backtest;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import org.bankfeed.history.HistoryAnnouncement;
import org.bankfeed.history.HistoryApplication;
import org.bankfeed.history.HistoryDiscount;
import org.bankfeed.history.HistoryEvent;
import org.bankfeed.history.HistoryInvoice;
import org.bankfeed.history.HistoryRetention;
import org.bankfeed.history.HistoryTransaction;
import org.bankfeed.invoice.Retention;
import org.bankfeed.matching.internal.core.Announced;
import org.bankfeed.matching.internal.core.Document;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Share;
import org.bankfeed.matching.internal.core.book.Book;
import org.jspecify.annotations.Nullable;

/** Says what a history tells in the core's terms, and back. */
public final class Terms {

    private Terms() {}

    static Document document(HistoryInvoice invoice) {
        HistoryDiscount discount = invoice.discount();
        String currency = invoice.currency();
        return new Document(
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
                discount == null ? null : discount.until(),
                held(invoice.retentions(), currency));
    }

    private static List<Document.Held> held(List<HistoryRetention> retentions, String currency) {
        return retentions.isEmpty()
                ? List.of()
                : retentions.stream().map(held -> held(held, currency)).toList();
    }

    private static Document.Held held(HistoryRetention held, String currency) {
        return new Document.Held(
                Retention.Kind.valueOf(held.kind().name()), minor(held.amount(), currency), held.dueDate());
    }

    static Line line(HistoryTransaction transaction) {
        return new Line(
                transaction.id(),
                transaction.account(),
                transaction.executionDate(),
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
                Line.withReason(transaction.additionalInformation(), transaction.description(), null));
    }

    /** A line, as a history writes it. */
    public static HistoryTransaction transaction(Line line) {
        LocalDate day = line.day();
        return new HistoryTransaction(
                line.id(),
                line.account(),
                day,
                day,
                major(line.amount(), line.currency()),
                line.currency(),
                orNull(line.name()),
                orNull(line.counterpart()),
                orNull(line.text()),
                line.structured()
                        ? HistoryTransaction.RemittanceType.STRUCTURED
                        : HistoryTransaction.RemittanceType.UNSTRUCTURED,
                orNull(line.code()),
                orNull(line.endToEndId()),
                orNull(line.mandate()),
                orNull(line.creditor()),
                null,
                null,
                orNull(line.more()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    static Announced announced(HistoryAnnouncement payment) {
        return new Announced(
                payment.id(),
                Line.orEmpty(payment.endToEndId()),
                payment.batch(),
                payment.file(),
                minor(payment.amount(), payment.currency()),
                payment.currency(),
                payment.expected(),
                payment.invoiceIds());
    }

    /** A payment of ours, as a history writes it. */
    public static HistoryAnnouncement announcement(Announced payment) {
        return new HistoryAnnouncement(
                payment.id(),
                orNull(payment.endToEndId()),
                payment.batch(),
                payment.file(),
                major(payment.amount(), payment.currency()),
                payment.currency(),
                payment.expected(),
                payment.documents());
    }

    static void tell(HistoryEvent.FactSaid said, Book book) {
        String key = letter(said.sign()) + said.key();
        String shown = said.shown();
        if (shown == null) {
            book.forget(key, said.partyId());
        } else {
            book.correct(key, said.partyId(), shown);
        }
    }

    /** What a person said of a fact, as a history writes it. */
    public static HistoryEvent.FactSaid said(String key, String party, @Nullable String shown) {
        HistoryEvent.Sign sign = Arrays.stream(HistoryEvent.Sign.values())
                .filter(one -> key.startsWith(letter(one)))
                .findFirst()
                .orElseThrow();
        return new HistoryEvent.FactSaid(sign, key.substring(1), party, shown);
    }

    /** With which a key of the sign begins in the core. */
    private static String letter(HistoryEvent.Sign sign) {
        return sign.name().substring(0, 1);
    }

    static List<Share> shares(List<HistoryApplication> applications, String currency) {
        return applications.stream()
                .map(application -> share(application, currency))
                .toList();
    }

    private static Share share(HistoryApplication application, String currency) {
        BigDecimal writeOff = application.writeOff();
        return new Share(
                application.invoiceId(),
                minor(application.amount(), currency),
                writeOff == null ? 0 : minor(writeOff, currency),
                application.takesBack());
    }

    /** What shares come to, as a history writes it. */
    public static List<HistoryApplication> applications(List<Share> shares, String currency) {
        if (shares.size() == 1) {
            return List.of(application(shares.get(0), currency)); // as it mostly is
        }
        return shares.stream().map(share -> application(share, currency)).toList();
    }

    private static HistoryApplication application(Share share, String currency) {
        return new HistoryApplication(
                share.document(),
                major(share.amount(), currency),
                share.writeOff() == 0 ? null : major(share.writeOff(), currency),
                share.takesBack());
    }

    private static long minor(BigDecimal amount, String currency) {
        return amount.movePointRight(decimals(currency)).longValueExact();
    }

    /** An amount in minor units, at its currency's number of decimals. */
    public static BigDecimal major(long amount, String currency) {
        return BigDecimal.valueOf(amount, decimals(currency));
    }

    private static int decimals(String currency) {
        return "EUR".equals(currency) ? 2 : Currency.getInstance(currency).getDefaultFractionDigits();
    }
}
