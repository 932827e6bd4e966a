package org.bankfeed.matching.internal.core;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A payment or collection of ours that was sent to the bank, as the host announced it.
 *
 * @param id the host's id
 * @param endToEndId as given to the bank, or empty
 * @param batch what the bank calls the file that it books as one line, or {@code null} for a line of its own
 * @param file what that file calls itself, where that is needed to tell batches apart, or {@code null}
 * @param amount signed as it will stand on the account, in minor units
 * @param currency ISO 4217
 * @param expected the day on which it should be booked
 * @param documents what it pays
 */
public record Announced(
        String id,
        String endToEndId,
        @Nullable String batch,
        @Nullable String file,
        long amount,
        String currency,
        LocalDate expected,
        List<String> documents) {

    public Announced {
        documents = List.copyOf(documents);
    }

    public long size() {
        return Math.abs(amount);
    }
}
