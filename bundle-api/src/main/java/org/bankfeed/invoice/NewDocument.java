package org.bankfeed.invoice;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A document to be entered.
 *
 * @param id the id it shall have, or {@code null} to have one made
 * @param direction whether we are owed or owe
 * @param type invoice or credit note
 * @param number as printed on it
 * @param party the other side; entered too if the ledger does not know its id
 * @param total positive
 * @param outstanding zero to {@code total}; the difference counts as settled before, by payments of unknown origin
 * @param issueDate printed on it
 * @param dueDate not before the issue date
 * @param paymentReference as printed, in the scheme of any country or none; one that is {@linkplain
 *     org.bankfeed.value.PaymentReference#isMistyped mistyped} is refused; or {@code null}
 * @param discount for early payment, or {@code null}
 * @param retentions what its payer will hold back by contract or law, often nothing; together at most {@code total}
 */
public record NewDocument(
        @Nullable DocumentId id,
        OpenItem.Direction direction,
        OpenItem.Type type,
        String number,
        Party party,
        Money total,
        Money outstanding,
        LocalDate issueDate,
        LocalDate dueDate,
        @Nullable String paymentReference,
        @Nullable Discount discount,
        List<Retention> retentions) {

    public NewDocument {
        retentions = List.copyOf(retentions);
    }

    /** Nothing is held back. */
    public NewDocument(
            @Nullable DocumentId id,
            OpenItem.Direction direction,
            OpenItem.Type type,
            String number,
            Party party,
            Money total,
            Money outstanding,
            LocalDate issueDate,
            LocalDate dueDate,
            @Nullable String paymentReference,
            @Nullable Discount discount) {
        this(
                id,
                direction,
                type,
                number,
                party,
                total,
                outstanding,
                issueDate,
                dueDate,
                paymentReference,
                discount,
                List.of());
    }
}
