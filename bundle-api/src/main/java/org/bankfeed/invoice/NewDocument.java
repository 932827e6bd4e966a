package org.bankfeed.invoice;

import java.time.LocalDate;
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
 * @param paymentReference as printed, or {@code null}
 * @param discount for early payment, or {@code null}
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
        @Nullable Discount discount) {}
