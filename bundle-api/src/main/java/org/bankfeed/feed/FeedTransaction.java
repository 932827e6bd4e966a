package org.bankfeed.feed;

import java.time.LocalDate;
import org.bankfeed.value.Money;
import org.jspecify.annotations.Nullable;

/**
 * A bank line as the provider tells it, its amount and days read. Texts are the bank's own, unaltered; absent is null.
 *
 * @param id the provider's id: its identity within the account
 * @param amount signed: negative is money out
 * @param executionDate the bank day on which it was booked, in the bank's zone
 * @param valueDate the bank day from which it counts
 * @param counterpartyName the other party's name
 * @param counterpartyAccount the other party's account number as given: an IBAN or not
 * @param remittance what the payer wrote
 * @param remittanceType structured or not, as the bank says (it can be wrong)
 * @param description the bank's description of the movement
 * @param bankCode ISO 20022 domain-family-subfamily, such as {@code PMNT-RCDT-ESCT}
 * @param proprietaryCode the bank's own code
 * @param endToEndId the originator's reference; {@code NOTPROVIDED} comes as null
 * @param mandateId direct-debit mandate
 * @param creditorId creditor identifier of a direct debit
 * @param purposeCode ISO 20022 purpose
 * @param additionalInformation extra text, reason codes among it
 */
public record FeedTransaction(
        String id,
        Money amount,
        LocalDate executionDate,
        LocalDate valueDate,
        @Nullable String counterpartyName,
        @Nullable String counterpartyAccount,
        @Nullable String remittance,
        RemittanceType remittanceType,
        @Nullable String description,
        @Nullable String bankCode,
        @Nullable String proprietaryCode,
        @Nullable String endToEndId,
        @Nullable String mandateId,
        @Nullable String creditorId,
        @Nullable String purposeCode,
        @Nullable String additionalInformation) {

    /** Without texts, names and account numbers, so that none reaches a log by accident. */
    @Override
    public String toString() {
        return "FeedTransaction[%s %s on %s]".formatted(id, amount, executionDate);
    }

    /** What the bank says of the remittance information. */
    public enum RemittanceType {
        STRUCTURED,
        UNSTRUCTURED,
        UNKNOWN
    }
}
