package org.bankfeed.invoice;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment that the host's books hold already, not by a booking of ours.
 *
 * @param id the host's id
 * @param amount signed as on the bank account: positive is money in
 * @param date the day of it
 * @param party the other side's id, or {@code null} if unknown
 * @param counterparty the other side's account, or {@code null}
 * @param reference a reference or end-to-end id that the bank line may carry, or {@code null}
 * @param documents what it was applied to
 */
public record HostPayment(
        String id,
        Money amount,
        LocalDate date,
        @Nullable String party,
        @Nullable AccountReference counterparty,
        @Nullable String reference,
        List<DocumentId> documents) {

    public HostPayment {
        documents = List.copyOf(documents);
    }
}
