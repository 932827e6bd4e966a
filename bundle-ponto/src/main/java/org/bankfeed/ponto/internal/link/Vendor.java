package org.bankfeed.ponto.internal.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedShare;
import org.bankfeed.feed.FeedUsage;
import org.bankfeed.feed.OnboardingDetails;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.resource.Listings;
import org.bankfeed.ponto.internal.resource.Resources;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.ponto.internal.wire.Moments;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * What Ponto Connect lets the application do by its own credentials, over all organizations that are linked to it. The
 * secrets that come with a call are those on whose behalf it is made; they are neither read nor written.
 */
public final class Vendor {

    private static final String ONBOARDING = "telling of a new user";
    private static final String LISTING = "listing the accounts of all links";
    private static final String USAGE = "reading an organization's usage";
    private static final String ENDING = "ending an organization's link";

    private final Resources resources;
    private final Listings listings;
    private final Errors errors;
    private final String onboardingType;

    /** @param resources asked with a token of the client, not of a link */
    public Vendor(Resources resources, Errors errors, int pageSize, String onboardingType) {
        this.resources = resources;
        this.listings = new Listings(resources, errors, pageSize);
        this.errors = errors;
        this.onboardingType = onboardingType;
    }

    /** The id under which the details can be named within the next five minutes. */
    String onboarding(Secrets secrets, OnboardingDetails details) throws BankFeedException {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ObjectNode attributes =
                root.putObject("data").put("type", onboardingType).putObject("attributes");
        attributes.put("email", details.email());
        put(attributes, "firstName", details.firstName());
        put(attributes, "lastName", details.lastName());
        put(attributes, "organizationName", details.organizationName());
        put(attributes, "enterpriseNumber", details.enterpriseNumber());
        put(attributes, "vatNumber", details.vatNumber());
        put(attributes, "addressStreetAddress", details.street());
        put(attributes, "addressPostalCode", details.postalCode());
        put(attributes, "addressCity", details.city());
        put(attributes, "addressCountry", details.country());
        put(attributes, "phoneNumber", details.phoneNumber());
        put(attributes, "partnerReference", details.partnerReference());
        put(attributes, details.wishes());
        Answer answer = resources.post(secrets, resources.at("onboarding-details"), root.toString(), ONBOARDING);
        String id = Json.text(tree(answer, ONBOARDING).path("data").path("id"));
        if (id == null) {
            throw errors.unreadable(answer, ONBOARDING, "the id of the details is missing");
        }
        return id;
    }

    /** All accounts of all organizations that are linked to the application. */
    public List<FeedShare> integrationAccounts(Secrets secrets) throws BankFeedException {
        List<FeedShare> accounts = new ArrayList<>();
        for (Listings.Item item : listings.all(secrets, LISTING, "integration-accounts")) {
            accounts.add(account(item.raw(), item.answer()));
        }
        return List.copyOf(accounts);
    }

    /** What Ponto counts of an organization in a month. */
    public FeedUsage usage(Secrets secrets, String organization, YearMonth month) throws BankFeedException {
        Answer answer =
                resources.get(secrets, resources.at("organizations", organization, "usage", month.toString()), USAGE);
        JsonNode attributes = tree(answer, USAGE).path("data").path("attributes");
        JsonNode accounts = attributes.path("accountCount");
        if (!accounts.isNumber()) {
            throw errors.unreadable(answer, USAGE, "accountCount is missing");
        }
        return new FeedUsage(
                month,
                accounts.decimalValue(),
                number(attributes, "paymentCount"),
                number(attributes, "paymentAccountCount"),
                number(attributes, "bulkPaymentCount"),
                number(attributes, "bulkPaymentBundleCount"));
    }

    private static @Nullable BigDecimal number(JsonNode attributes, String name) {
        JsonNode told = attributes.path(name);
        return told.isNumber() ? told.decimalValue() : null;
    }

    /** Ends an organization's link without its token; one that has ended already is no error. */
    void endIntegration(Secrets secrets, String organization) throws BankFeedException {
        Answer answer = resources.delete(secrets, resources.at("organizations", organization, "integration"), ENDING);
        boolean gone = answer.status() == 404 || answer.status() == 410;
        if (!gone) {
            resources.successful(answer, ENDING);
        }
    }

    private FeedShare account(String raw, Answer answer) throws BankFeedException {
        JsonNode told;
        try {
            told = Json.MAPPER.readTree(raw);
        } catch (JsonProcessingException e) {
            throw errors.unreadable(answer, LISTING, "an account is not valid JSON");
        }
        String account = related(told, "account");
        String organization = related(told, "organization");
        if (account == null || organization == null) {
            throw errors.unreadable(answer, LISTING, "of an account, its id or its organization is missing");
        }
        JsonNode attributes = told.path("attributes");
        return new FeedShare(
                new FeedAccountId(account),
                organization,
                related(told, "financialInstitution"),
                Moments.read(Json.text(attributes.path("createdAt"))),
                Moments.read(Json.text(attributes.path("lastAccessedAt"))));
    }

    private static @Nullable String related(JsonNode told, String name) {
        return Json.text(told.path("relationships").path(name).path("data").path("id"));
    }

    private static void put(ObjectNode attributes, OnboardingDetails.Wishes wishes) {
        OnboardingDetails.Kind kind = wishes.kind();
        put(attributes, "organizationType", kind == null ? null : kind.name().toLowerCase(Locale.ROOT));
        put(attributes, "requestedOrganisationId", wishes.organization());
        put(attributes, "initialFinancialInstitutionId", wishes.institution());
        put(attributes, "preferredOtpMethod", wishes.otpMethod());
        put(attributes, "automaticSubmissionOnCompletedForms", wishes.submitsByItself());
        put(attributes, "skipFinancialInstitutionSelection", wishes.skipsInstitution());
    }

    private static void put(ObjectNode attributes, String name, @Nullable Object value) {
        if (value instanceof Boolean flag) {
            attributes.put(name, flag);
        } else if (value != null) {
            attributes.put(name, value.toString());
        }
    }

    private JsonNode tree(Answer answer, String doing) throws BankFeedException {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw errors.unreadable(answer, doing, "it is not valid JSON");
        }
    }
}
