package org.bankfeed.invoice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;

/**
 * A payment file of ours whose payments were announced.
 *
 * @param messageId what the file calls itself (ISO 20022: the message id), 1 to 35 characters, once in a company
 * @param kind what its payments are
 * @param accounts our own accounts that it pays from or collects to, each once
 * @param expected the earliest day on which the bank should book one of its payments
 * @param announcedAt when it was announced
 * @param announcedBy by whom
 * @param totals its payments' sum in each currency, signed as on the bank account
 * @param states how many of its payments stand in each state; states without any are left out
 */
public record PaymentFile(
        String messageId,
        Kind kind,
        List<AccountReference> accounts,
        LocalDate expected,
        Instant announcedAt,
        String announcedBy,
        List<Money> totals,
        Map<FilePayment.State, Long> states) {

    /** What the payments of a file are. */
    public enum Kind {
        /** Money that we send (pain.001). */
        CREDIT_TRANSFERS,
        /** Money that we collect (pain.008). */
        DIRECT_DEBITS
    }

    public PaymentFile {
        accounts = List.copyOf(accounts);
        totals = List.copyOf(totals);
        states = Map.copyOf(states);
    }

    /** How many payments it has. */
    public long payments() {
        return states.values().stream().mapToLong(Long::longValue).sum();
    }

    /** How many of them are in a state. */
    public long in(FilePayment.State state) {
        return states.getOrDefault(state, 0L);
    }
}
