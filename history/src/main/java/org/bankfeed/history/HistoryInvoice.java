package org.bankfeed.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sales or purchase document as it was opened.
 *
 * @param id unique among the documents of a history
 * @param number the number that is printed on it
 * @param currency ISO 4217
 * @param total never negative, credit notes too
 * @param outstanding what was still open when it arrived, never negative
 * @param paymentReference the reference printed on it for the payer: Belgian {@code +++…+++}, ISO 11649 {@code RF…} or that of
 *     another country
 * @param discount what may be kept back for paying early
 * @param retentions what the payer holds back by contract or law, together at most the total
 */
public record HistoryInvoice(
        String id,
        Direction direction,
        Type type,
        String number,
        HistoryParty party,
        String currency,
        BigDecimal total,
        BigDecimal outstanding,
        LocalDate issueDate,
        LocalDate dueDate,
        @Nullable String paymentReference,
        @Nullable HistoryDiscount discount,
        List<HistoryRetention> retentions) {

    public HistoryInvoice {
        retentions = List.copyOf(retentions);
    }

    /** Nothing is held back. */
    public HistoryInvoice(
            String id,
            Direction direction,
            Type type,
            String number,
            HistoryParty party,
            String currency,
            BigDecimal total,
            BigDecimal outstanding,
            LocalDate issueDate,
            LocalDate dueDate,
            @Nullable String paymentReference,
            @Nullable HistoryDiscount discount) {
        this(
                id,
                direction,
                type,
                number,
                party,
                currency,
                total,
                outstanding,
                issueDate,
                dueDate,
                paymentReference,
                discount,
                List.of());
    }

    /** Who owes whom. */
    public enum Direction {
        /** The party owes us. */
        SALES,
        /** We owe the party. */
        PURCHASE
    }

    /** A credit note takes back what an invoice asked for. */
    public enum Type {
        INVOICE,
        CREDIT_NOTE
    }
}
