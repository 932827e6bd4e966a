package org.bankfeed.ponto.internal.statement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The shape of a transaction, booked or pending, as far as we use it; every attribute may be missing. */
record PontoTransaction(@Nullable String id, @Nullable Attributes attributes) {

    record Attributes(
            @Nullable BigDecimal amount,
            @Nullable String currency,
            @Nullable String executionDate,
            @Nullable String valueDate,
            @Nullable String counterpartName,
            @Nullable String counterpartReference,
            @Nullable String remittanceInformation,
            @Nullable String remittanceInformationType,
            @Nullable String description,
            @Nullable String bankTransactionCode,
            @Nullable String proprietaryBankTransactionCode,
            @Nullable String endToEndId,
            @Nullable String mandateId,
            @Nullable String creditorId,
            @Nullable String purposeCode,
            @Nullable String additionalInformation) {

        /** Without texts, names and account numbers. */
        @Override
        public String toString() {
            return "Attributes[…]";
        }
    }
}
