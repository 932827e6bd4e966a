package org.bankfeed.feed;

import org.jspecify.annotations.Nullable;

/**
 * What we know of a person and his company, so that the provider need not ask him once more. Only the address of mail is
 * needed; everything else may be {@code null}.
 *
 * @param email where the person reads mail
 * @param organizationName the company's name
 * @param enterpriseNumber the number in its country's register of companies
 * @param vatNumber with the country's letters
 * @param country ISO 3166-1 alpha-2
 * @param phoneNumber with {@code +} and the country's number
 * @param partnerReference our own reference to the company
 */
public record OnboardingDetails(
        String email,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String organizationName,
        @Nullable String enterpriseNumber,
        @Nullable String vatNumber,
        @Nullable String street,
        @Nullable String postalCode,
        @Nullable String city,
        @Nullable String country,
        @Nullable String phoneNumber,
        @Nullable String partnerReference) {

    /** Without the person's data. */
    @Override
    public String toString() {
        return "OnboardingDetails[…]";
    }
}
