package org.bankfeed.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment or collection of the company's own that was sent to the bank.
 *
 * @param id unique among those that are under way at a time
 * @param endToEndId as given to the bank, or null
 * @param batch what the bank calls the file that it books as one line, or null for a line of its own
 * @param file what that file calls itself, where batches of several files bear one name, or null
 * @param amount signed as it will stand on the account
 * @param currency ISO 4217
 * @param expected the day on which it should be booked
 * @param invoiceIds what it pays, often nothing that is known
 */
public record HistoryAnnouncement(
        String id,
        @Nullable String endToEndId,
        @Nullable String batch,
        @Nullable String file,
        BigDecimal amount,
        String currency,
        LocalDate expected,
        List<String> invoiceIds) {

    public HistoryAnnouncement {
        invoiceIds = List.copyOf(invoiceIds);
    }
}
