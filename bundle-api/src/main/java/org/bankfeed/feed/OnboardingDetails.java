package org.bankfeed.feed;

import java.util.regex.Pattern;
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
 * @param wishes how the provider's forms are to begin and to go on
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
        @Nullable String partnerReference,
        Wishes wishes) {

    private static final Pattern MAIL = Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}");

    /** @throws IllegalArgumentException if the address of mail is none */
    public OnboardingDetails {
        if (!MAIL.matcher(email).matches()) {
            throw new IllegalArgumentException(
                    "'" + email + "' is no address of mail: write it as name@company.example");
        }
    }

    /** Details without wishes. */
    public OnboardingDetails(
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
        this(
                email,
                firstName,
                lastName,
                organizationName,
                enterpriseNumber,
                vatNumber,
                street,
                postalCode,
                city,
                country,
                phoneNumber,
                partnerReference,
                Wishes.NONE);
    }

    /**
     * How the provider's forms are to begin and to go on; what is {@code null} is left to the provider.
     *
     * @param kind what the organization is
     * @param organization the provider's id of the organization to begin with, where the person has one there already
     * @param institution the provider's id of the bank to begin with
     * @param otpMethod how the person wants to be sent a code, such as {@code sms}
     * @param submitsByItself whether forms that are complete need not be shown
     * @param skipsInstitution whether no bank is to be chosen
     */
    public record Wishes(
            @Nullable Kind kind,
            @Nullable String organization,
            @Nullable String institution,
            @Nullable String otpMethod,
            @Nullable Boolean submitsByItself,
            @Nullable Boolean skipsInstitution) {

        /** Everything is left to the provider. */
        public static final Wishes NONE = new Wishes(null, null, null, null, null, null);

        /** The same, beginning with that organization unless they name one. */
        public Wishes orOrganization(@Nullable String id) {
            return organization != null
                    ? this
                    : new Wishes(kind, id, institution, otpMethod, submitsByItself, skipsInstitution);
        }
    }

    /** What an organization is. */
    public enum Kind {
        BUSINESS,
        PERSONAL
    }

    /** The same with our reference and with an organization to begin with, where none is named. */
    public OnboardingDetails completed(String reference, @Nullable String organization) {
        return new OnboardingDetails(
                email,
                firstName,
                lastName,
                organizationName,
                enterpriseNumber,
                vatNumber,
                street,
                postalCode,
                city,
                country,
                phoneNumber,
                partnerReference == null ? reference : partnerReference,
                wishes.orOrganization(organization));
    }

    /** Without the person's data. */
    @Override
    public String toString() {
        return "OnboardingDetails[…]";
    }
}
