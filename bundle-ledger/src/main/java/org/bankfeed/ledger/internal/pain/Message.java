package org.bankfeed.ledger.internal.pain;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.invoice.PaymentFile;
import org.bankfeed.value.AccountReference;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payment file says.
 *
 * @param id what it calls itself
 * @param kind what its payments are
 * @param payments at least one
 */
public record Message(String id, PaymentFile.Kind kind, List<Payment> payments) {

    public Message {
        payments = List.copyOf(payments);
    }

    /** Our accounts, in the order in which they come. */
    public Set<AccountReference> accounts() {
        Set<AccountReference> accounts = new LinkedHashSet<>();
        payments.forEach(payment -> accounts.add(payment.ours()));
        return accounts;
    }

    /**
     * One payment.
     *
     * @param endToEndId as given to the bank, or {@code null} if none was
     * @param amount signed as it will stand on the account
     * @param day on which the bank is asked to book it
     * @param batch the payment information it stands in, or {@code null} if the bank is asked for a line of its own
     * @param ours our account
     * @param counterparty the other side's name
     * @param account its number, or {@code null}
     * @param references what stands in the fields for references and document numbers
     * @param text what stands in the field for free text, often empty
     */
    public record Payment(
            @Nullable String endToEndId,
            Money amount,
            LocalDate day,
            @Nullable String batch,
            AccountReference ours,
            String counterparty,
            @Nullable AccountReference account,
            List<String> references,
            String text) {

        public Payment {
            references = List.copyOf(references);
        }

        /** All that it says to the other side. */
        public String remittance() {
            return text.isEmpty()
                    ? String.join(" ", references)
                    : references.isEmpty() ? text : String.join(" ", references) + " " + text;
        }

        /** Without names, numbers and texts, so that none reaches a log by accident. */
        @Override
        public String toString() {
            return "Payment[%s for %s]".formatted(amount, day);
        }
    }
}
