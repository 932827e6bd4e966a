package org.bankfeed.journal.internal.table;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedInstitution.Maintenance;
import org.bankfeed.journal.Account;
import org.jspecify.annotations.Nullable;

/**
 * An account as it is kept.
 *
 * @param account what others see
 * @param subtype as the provider last said
 * @param ownLabel what a person calls it, or {@code null}
 * @param description the bank's own label, or {@code null}
 * @param zone whose days are the bank's days
 * @param authorizedAt when the holder last gave his consent, or {@code null}
 * @param availability as the provider last said
 * @param availabilitySince since when it says so
 * @param notSharedSince since when the provider no longer shares it, or {@code null}
 * @param maintenance whose work keeps it from being asked, or {@code null} if none or not told
 * @param maintenanceUntil when that ends, or {@code null}
 * @param lastFailure the provider's code of its last failure with the bank, or {@code null}
 * @param failingSince since when it fails for another reason than the consent, or {@code null}
 * @param internalReference the bank's own id of it, as last told, or {@code null}
 */
public record AccountRow(
        Account account,
        String subtype,
        @Nullable String ownLabel,
        @Nullable String description,
        ZoneId zone,
        @Nullable Instant authorizedAt,
        FeedAccount.Availability availability,
        Instant availabilitySince,
        @Nullable Instant notSharedSince,
        @Nullable Maintenance maintenance,
        @Nullable Instant maintenanceUntil,
        @Nullable String lastFailure,
        @Nullable Instant failingSince,
        @Nullable String internalReference) {

    /** What the codes by which a provider says that the bank no longer accepts the consent begin with. */
    private static final String CONSENT_FAILED = "authorization";

    public String id() {
        return account.id().value();
    }

    /** How a person knows it, without its full number. */
    public String called() {
        String number = account.reference().masked();
        String bankSays = description == null ? account.institution() : description;
        String label = ownLabel == null ? bankSays : ownLabel;
        boolean isNumber = label == null
                || label.isBlank()
                || label.replaceAll("\\s", "").contains(account.reference().value());
        return isNumber ? number : label + " (" + number + ")";
    }

    /** Whether the bank took the consent back before its end: the provider's last try failed for it. */
    public boolean consentFailed() {
        Instant asked = account.synchronizedAt();
        boolean givenSince = authorizedAt != null && asked != null && authorizedAt.isAfter(asked);
        return isOfConsent(lastFailure) && !givenSince;
    }

    /** Whether a provider's code says that the bank no longer accepts the consent. */
    public static boolean isOfConsent(@Nullable String failure) {
        return failure != null && failure.startsWith(CONSENT_FAILED);
    }

    /** Whether a line of that day may go to matching, as far as the person's settings say. */
    public boolean counts(LocalDate executionDate) {
        LocalDate from = account.countFrom();
        return from == null || !executionDate.isBefore(from);
    }

    /** The account as its feed last described it, under one of the ids it had there. */
    public FeedAccount asFeedAccount(String feedAccount) {
        return new FeedAccount(
                new FeedAccountId(feedAccount),
                account.reference(),
                account.currency(),
                subtype,
                description,
                account.holder(),
                account.institution(),
                zone,
                account.current(),
                account.available(),
                account.synchronizedAt(),
                authorizedAt,
                account.authorizationEnds(),
                availability,
                lastFailure,
                internalReference);
    }
}
