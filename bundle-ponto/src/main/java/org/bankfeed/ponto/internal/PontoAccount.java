package org.bankfeed.ponto.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shape of an account, as far as we use it; every attribute may be missing. */
record PontoAccount(
        @Nullable String id,
        @Nullable Attributes attributes,
        @Nullable Meta meta,
        @Nullable JsonNode relationships) {

    record Attributes(
            @Nullable String subtype,
            @Nullable String reference,
            @Nullable String referenceType,
            @Nullable String description,
            @Nullable String product,
            @Nullable String holderName,
            @Nullable String currency,
            @Nullable BigDecimal currentBalance,
            @Nullable String currentBalanceReferenceDate,
            @Nullable BigDecimal availableBalance,
            @Nullable String availableBalanceReferenceDate,
            @Nullable Boolean deprecated,
            @Nullable String authorizedAt,
            @Nullable String authorizationExpirationExpectedAt) {}

    record Meta(
            @Nullable String availability,
            @Nullable String synchronizedAt,
            @Nullable Synchronization latestSynchronization) {}

    record Synchronization(@Nullable Outcome attributes) {}

    record Outcome(@Nullable String status, @Nullable List<Failure> errors) {}

    record Failure(@Nullable String code) {}

    /** The id of its bank, if told. */
    @Nullable
    String institution() {
        return relationships == null
                ? null
                : Json.text(
                        relationships.path("financialInstitution").path("data").path("id"));
    }
}
