package org.bankfeed.ledger.internal.announcement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.invoice.AnnouncedPayment;
import org.bankfeed.invoice.DocumentId;
import org.bankfeed.invoice.FilePayment;
import org.bankfeed.invoice.OpenItem;
import org.bankfeed.invoice.PaymentFiles.PaidTwice;
import org.bankfeed.ledger.internal.books.Flow;
import org.bankfeed.ledger.internal.invoice.InvoiceType;

/**
 * Finds payments that pay once more what others cover. What the bank has carried out has lowered what is open; what is
 * still to come must not be more than that.
 */
final class DoublePayments {

    private final Map<DocumentId, List<FilePayment>> byDocument = new HashMap<>();
    private final Map<DocumentId, OpenItem> items = new HashMap<>();

    /**
     * @param payments those that name the documents, under way or executed; none that was withdrawn
     * @param documents what they name
     */
    DoublePayments(Collection<FilePayment> payments, Collection<OpenItem> documents) {
        documents.forEach(item -> items.put(item.id(), item));
        for (FilePayment payment : payments) {
            for (DocumentId document : payment.announced().documents()) {
                byDocument.computeIfAbsent(document, none -> new ArrayList<>(2)).add(payment);
            }
        }
    }

    /** What a payment pays once more: for each document that others pay too, the other one that came first. */
    List<PaidTwice> of(FilePayment payment) {
        List<PaidTwice> twice = new ArrayList<>();
        for (DocumentId document : payment.announced().documents()) {
            OpenItem item = items.get(document);
            List<FilePayment> others = byDocument.getOrDefault(document, List.of()).stream()
                    .filter(other -> isOther(payment, other))
                    .toList();
            if (item != null && !others.isEmpty() && isMoreThanOpen(payment, others)) {
                FilePayment first = others.get(0);
                twice.add(new PaidTwice(
                        payment.announced(),
                        first.announced(),
                        first.state() == FilePayment.State.EXECUTED,
                        document,
                        item.number()));
            }
        }
        return twice;
    }

    private static boolean isOther(FilePayment payment, FilePayment other) {
        AnnouncedPayment one = payment.announced();
        AnnouncedPayment two = other.announced();
        return !one.id().equals(two.id())
                && one.amount().signum() == two.amount().signum()
                && one.amount().currency().equals(two.amount().currency());
    }

    /** Whether what is to come of these payments is more than is open of all that they name. */
    private boolean isMoreThanOpen(FilePayment payment, List<FilePayment> others) {
        Set<DocumentId> documents = new LinkedHashSet<>(payment.announced().documents());
        BigDecimal coming = size(payment);
        for (FilePayment other : others) {
            if (other.state() != FilePayment.State.EXECUTED) {
                documents.addAll(other.announced().documents());
                coming = coming.add(size(other));
            }
        }
        Flow flow = Flow.of(payment.announced().amount());
        BigDecimal open = BigDecimal.ZERO;
        for (DocumentId document : documents) {
            OpenItem item = items.get(document);
            if (item != null && item.isOpen()) {
                boolean sameWay = InvoiceType.of(item.direction(), item.type()).settledBy() == flow;
                BigDecimal amount = item.outstanding().amount();
                open = sameWay ? open.add(amount) : open.subtract(amount);
            }
        }
        return coming.compareTo(open) > 0;
    }

    private static BigDecimal size(FilePayment payment) {
        return payment.announced().amount().amount().abs();
    }

    /** The documents that some payments name. */
    static Set<DocumentId> documents(Collection<FilePayment> payments) {
        Set<DocumentId> documents = new LinkedHashSet<>();
        payments.forEach(payment -> documents.addAll(payment.announced().documents()));
        return documents;
    }
}
