package org.bankfeed.feed;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;

/**
 * An account as the provider shares it now.
 *
 * @param id the provider's id
 * @param reference the number by which the world knows it
 * @param currency of the account; one number may have several accounts in different currencies
 * @param subtype {@code checking}, {@code savings}, {@code card}, {@code psp}, {@code securities} or a newer word
 * @param description the bank's label, or {@code null}
 * @param holder the holder's name, or {@code null}
 * @param institution the bank's name, or {@code null} where unknown
 * @param zone the bank's time zone: its days are bank days
 * @param current booked funds, or {@code null} if not told
 * @param available usable funds, credit lines included, or {@code null}
 * @param synchronizedAt when the provider last asked the bank, or {@code null}
 * @param authorizedAt when the holder last gave his consent at the bank, or {@code null}
 * @param authorizationEnds when that consent is expected to end, or {@code null} if not told
 * @param availability whether it can be synchronized now
 * @param lastFailure the code of the last synchronization's error, or {@code null} if it went well
 * @param internalReference the bank's own id of the account, or {@code null} if not told. Equal ones of one bank are one
 *     account; different ones say nothing, for a bank may make it anew with each consent
 */
public record FeedAccount(
        FeedAccountId id,
        AccountReference reference,
        Currency currency,
        String subtype,
        @Nullable String description,
        @Nullable String holder,
        @Nullable String institution,
        ZoneId zone,
        @Nullable Balance current,
        @Nullable Balance available,
        @Nullable Instant synchronizedAt,
        @Nullable Instant authorizedAt,
        @Nullable Instant authorizationEnds,
        Availability availability,
        @Nullable String lastFailure,
        @Nullable String internalReference) {

    /** An account of which the bank's own id is not told. */
    public FeedAccount(
            FeedAccountId id,
            AccountReference reference,
            Currency currency,
            String subtype,
            @Nullable String description,
            @Nullable String holder,
            @Nullable String institution,
            ZoneId zone,
            @Nullable Balance current,
            @Nullable Balance available,
            @Nullable Instant synchronizedAt,
            @Nullable Instant authorizedAt,
            @Nullable Instant authorizationEnds,
            Availability availability,
            @Nullable String lastFailure) {
        this(
                id,
                reference,
                currency,
                subtype,
                description,
                holder,
                institution,
                zone,
                current,
                available,
                synchronizedAt,
                authorizedAt,
                authorizationEnds,
                availability,
                lastFailure,
                null);
    }

    /** Whether an account can be synchronized. */
    public enum Availability {
        AVAILABLE,
        /** The bank is under maintenance: what is there can be read, nothing new comes. */
        READ_ONLY,
        /** The provider replaced its connection to this bank: the holder must authorize the replacement. */
        DEPRECATED
    }
}
