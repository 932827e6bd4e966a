package org.bankfeed.invoice;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A payment under way that the host knows of: a line of a payment file that was sent, or of a collection.
 *
 * @param id the host's id
 * @param endToEndId as given to the bank, or {@code null}
 * @param amount signed as it will stand on the bank account
 * @param expected the day on which it should be booked
 * @param documents what it pays
 */
public record AnnouncedPayment(
        String id, @Nullable String endToEndId, Money amount, LocalDate expected, List<DocumentId> documents) {

    public AnnouncedPayment {
        documents = List.copyOf(documents);
    }
}
