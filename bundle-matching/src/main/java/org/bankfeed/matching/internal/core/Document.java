package org.bankfeed.matching.internal.core;

import java.time.LocalDate;
import java.util.List;
import org.bankfeed.invoice.Retention;
import org.jspecify.annotations.Nullable;

/**
 * An invoice or credit note as the book takes it in. Amounts are in the currency's minor unit, never negative.
 *
 * @param id the host's id, unique in the book
 * @param sales whether we are owed (else we owe)
 * @param creditNote whether it takes back what an invoice asked for
 * @param number as printed
 * @param reference the structured reference as printed, or {@code null}
 * @param party whose it is
 * @param currency ISO 4217
 * @param outstanding still to be settled
 * @param issued printed on it
 * @param due when it is to be paid
 * @param discount what may be kept back for paying early; 0 for nothing
 * @param discountUntil the last day for that, or {@code null}
 * @param held what the payer holds back by contract or law, often nothing
 */
public record Document(
        String id,
        boolean sales,
        boolean creditNote,
        String number,
        @Nullable String reference,
        Party party,
        String currency,
        long outstanding,
        LocalDate issued,
        LocalDate due,
        long discount,
        @Nullable LocalDate discountUntil,
        List<Held> held) {

    public Document {
        held = List.copyOf(held);
    }

    /**
     * A part that the payer holds back.
     *
     * @param kind on what ground
     * @param amount more than zero
     * @param due the first day on which it is owed after all, or {@code null}
     */
    public record Held(
            Retention.Kind kind, long amount, @Nullable LocalDate due) {}

    /**
     * The other side of a document.
     *
     * @param id the host's id
     * @param name its name
     * @param accounts the account numbers that the host knows, often none
     */
    public record Party(String id, String name, List<String> accounts) {
        public Party {
            accounts = List.copyOf(accounts);
        }
    }
}
