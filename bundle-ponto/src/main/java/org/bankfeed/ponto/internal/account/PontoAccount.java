package org.bankfeed.ponto.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.ponto.internal.wire.Words;
import org.jspecify.annotations.Nullable;

/** The shape of an account, as far as we use it; every attribute may be missing. */
public record PontoAccount(
        @Nullable String id,
        @Nullable Attributes attributes,
        @Nullable Meta meta,
        @Nullable JsonNode relationships) {

    record Attributes(
            @Nullable String subtype,
            @Nullable String reference,
            @Nullable String referenceType,
            @Nullable String internalReference,
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
            @Nullable String authorizationExpirationExpectedAt) {

        /** Without number and names. */
        @Override
        public String toString() {
            return "Attributes[…]";
        }
    }

    record Meta(
            @Nullable String availability,
            @Nullable String synchronizedAt,
            @Nullable Synchronization latestSynchronization) {}

    record Synchronization(@Nullable Outcome attributes) {}

    public record Outcome(
            @Nullable String subtype,
            @Nullable String status,
            @Nullable String updatedAt,
            @Nullable List<Failure> errors) {

        boolean isError() {
            return "error".equalsIgnoreCase(status);
        }

        public boolean isSuccess() {
            return "success".equalsIgnoreCase(status);
        }

        /** The codes of its errors, in their order. */
        List<String> codes() {
            return errors == null
                    ? List.of()
                    : errors.stream()
                            .map(failure -> failure == null ? null : Words.of(Json.given(failure.code())))
                            .filter(Objects::nonNull)
                            .toList();
        }
    }

    record Failure(@Nullable String code) {}

    /** The synchronization that ended last, if told. */
    @Nullable
    public Outcome latest() {
        return meta == null || meta.latestSynchronization == null ? null : meta.latestSynchronization.attributes;
    }

    public boolean isReadOnly() {
        return meta != null && "readonly".equalsIgnoreCase(meta.availability);
    }

    /** The id of its bank, if told. */
    @Nullable
    String institution() {
        return relationships == null
                ? null
                : Json.text(
                        relationships.path("financialInstitution").path("data").path("id"));
    }
}
