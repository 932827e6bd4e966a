package org.bankfeed.history;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A line that the bank booked; the names are those of the Ponto Connect API. Texts are kept as they were recorded: an
 * empty one stays empty, an absent one is null.
 *
 * @param id unique among the transactions of a history
 * @param account the account number (usually an IBAN) of the company's account that holds the line
 * @param executionDate the bank day on which it was booked
 * @param valueDate the execution date if the record names none
 * @param amount signed: negative is money out
 * @param currency ISO 4217
 * @param remittanceInformationType {@code structured} or {@code unstructured}
 * @param bankTransactionCode ISO 20022 domain, family and subfamily joined by hyphens
 * @param mandateId the mandate of a direct debit
 * @param creditorId who collects by direct debit: its SEPA creditor identifier
 * @param description what the bank calls the movement
 * @param purposeCode ISO 20022 external purpose code
 */
public record HistoryTransaction(
        String id,
        String account,
        LocalDate executionDate,
        LocalDate valueDate,
        BigDecimal amount,
        String currency,
        @Nullable String counterpartName,
        @Nullable String counterpartReference,
        @Nullable String remittanceInformation,
        @Nullable RemittanceType remittanceInformationType,
        @Nullable String bankTransactionCode,
        @Nullable String endToEndId,
        @Nullable String mandateId,
        @Nullable String creditorId,
        @Nullable String description,
        @Nullable String purposeCode,
        @Nullable String additionalInformation) {

    /** The same line with other values of these fields. */
    public HistoryTransaction with(LocalDate value, @Nullable String movement, @Nullable String purpose) {
        return new HistoryTransaction(
                id,
                account,
                executionDate,
                value,
                amount,
                currency,
                counterpartName,
                counterpartReference,
                remittanceInformation,
                remittanceInformationType,
                bankTransactionCode,
                endToEndId,
                mandateId,
                creditorId,
                movement,
                purpose,
                additionalInformation);
    }

    /** How the bank says the remittance information is written. */
    public enum RemittanceType {
        STRUCTURED("structured"),
        UNSTRUCTURED("unstructured");

        private final String word;

        RemittanceType(String word) {
            this.word = word;
        }

        /** The word that stands in the record. */
        public String word() {
            return word;
        }
    }
}
