package org.bankfeed.ponto.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bankfeed.feed.Balance;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.store.Secrets;
import org.bankfeed.value.AccountReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the accounts that a link shares. */
final class Accounts {

    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final String DOING = "reading accounts";

    private final Resources resources;
    private final Institutions institutions;
    private final Listings listings;
    private final Errors errors;

    Accounts(Resources resources, Listings listings, Institutions institutions, Errors errors) {
        this.resources = resources;
        this.listings = listings;
        this.institutions = institutions;
        this.errors = errors;
    }

    List<FeedAccount> all(Secrets secrets) throws BankFeedException {
        List<FeedAccount> accounts = new ArrayList<>();
        for (Listings.Item item : told(secrets)) {
            accounts.add(account(secrets, shape(item), item.answer()));
        }
        return List.copyOf(accounts);
    }

    /** The bank of each account, asked for anew; each bank is asked for once. */
    Map<FeedAccountId, FeedInstitution> institutions(Secrets secrets) throws BankFeedException {
        Map<FeedAccountId, String> named = new LinkedHashMap<>();
        for (Listings.Item item : told(secrets)) {
            PontoAccount told = shape(item);
            String bank = told.institution();
            if (told.id() != null && bank != null) {
                named.put(new FeedAccountId(told.id()), bank);
            }
        }
        return institutions.fresh(secrets, named);
    }

    /** Takes an account out of the link; one that is not there any more is no error. */
    void remove(Secrets secrets, FeedAccountId account) throws BankFeedException {
        String doing = "taking an account out of the link";
        Answer answer = resources.delete(secrets, resources.at("accounts", account.value()), doing);
        if (answer.status() != 404 && answer.status() != 410) {
            resources.successful(answer, doing);
        }
    }

    private List<Listings.Item> told(Secrets secrets) throws BankFeedException {
        return listings.all(secrets, DOING, "accounts");
    }

    private PontoAccount shape(Listings.Item item) throws BankFeedException {
        PontoAccount told;
        try {
            told = Json.MAPPER.readValue(item.raw(), PontoAccount.class);
        } catch (JsonProcessingException e) {
            throw errors.unreadable(item.answer(), DOING, "an account has a form that is not known");
        }
        if (told == null) {
            throw errors.unreadable(item.answer(), DOING, "an account is null");
        }
        return told;
    }

    private FeedAccount account(Secrets secrets, PontoAccount told, Answer answer) throws BankFeedException {
        try {
            return account(told, institutions.of(secrets, told.institution()));
        } catch (LineFault e) {
            throw errors.unreadable(answer, DOING, "of an account, " + e.getMessage());
        }
    }

    private static FeedAccount account(PontoAccount told, Institution bank) throws LineFault {
        PontoAccount.Attributes attributes = told.attributes();
        if (attributes == null) {
            throw new LineFault("attributes are missing");
        }
        PontoAccount.Meta meta = told.meta();
        Currency currency = Amounts.currency(attributes.currency());
        return new FeedAccount(
                new FeedAccountId(required("id", told.id())),
                reference(attributes),
                currency,
                attributes.subtype() == null ? "other" : attributes.subtype(),
                description(attributes),
                Json.given(attributes.holderName()),
                bank.name(),
                bank.zone(),
                balance(attributes.currentBalance(), currency, attributes.currentBalanceReferenceDate()),
                balance(attributes.availableBalance(), currency, attributes.availableBalanceReferenceDate()),
                instant(meta == null ? null : meta.synchronizedAt()),
                instant(attributes.authorizedAt()),
                instant(attributes.authorizationExpirationExpectedAt()),
                availability(attributes, meta),
                meta == null ? null : lastFailure(meta.latestSynchronization()));
    }

    private static String required(String field, @Nullable String value) throws LineFault {
        if (value == null || value.isBlank()) {
            throw new LineFault(field + " is missing");
        }
        return value;
    }

    private static @Nullable String description(PontoAccount.Attributes attributes) {
        String description = Json.given(attributes.description());
        return description != null ? description : Json.given(attributes.product());
    }

    /** A number that is called an IBAN and is none is kept as what it is: some number. */
    private static AccountReference reference(PontoAccount.Attributes attributes) throws LineFault {
        String number = required("reference", attributes.reference());
        try {
            return new AccountReference(type(attributes.referenceType()), number);
        } catch (IllegalArgumentException e) {
            LOG.debug("An account's number is called an IBAN and is none");
            return new AccountReference(AccountReference.Type.OTHER, number);
        }
    }

    private static AccountReference.Type type(@Nullable String word) {
        return switch (word == null ? "" : word.toUpperCase(Locale.ROOT)) {
            case "IBAN" -> AccountReference.Type.IBAN;
            case "BBAN" -> AccountReference.Type.BBAN;
            case "EMAIL" -> AccountReference.Type.EMAIL;
            case "PAN" -> AccountReference.Type.PAN;
            case "MASKEDPAN" -> AccountReference.Type.MASKED_PAN;
            case "MSISDN" -> AccountReference.Type.MSISDN;
            default -> AccountReference.Type.OTHER;
        };
    }

    private static @Nullable Balance balance(@Nullable BigDecimal amount, Currency currency, @Nullable String asOf) {
        if (amount == null) {
            return null;
        }
        try {
            return new Balance(Amounts.money(amount, currency.getCurrencyCode()), instant(asOf));
        } catch (LineFault e) {
            LOG.warn("A balance is left out: {}", e.getMessage());
            return null;
        }
    }

    private static @Nullable Instant instant(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            LOG.debug("An account's moment cannot be read: {}", text);
            return null;
        }
    }

    private static Availability availability(PontoAccount.Attributes attributes, PontoAccount.@Nullable Meta meta) {
        if (Boolean.TRUE.equals(attributes.deprecated())) {
            return Availability.DEPRECATED;
        }
        return meta != null && "readonly".equalsIgnoreCase(meta.availability())
                ? Availability.READ_ONLY
                : Availability.AVAILABLE;
    }

    private static @Nullable String lastFailure(PontoAccount.@Nullable Synchronization latest) {
        PontoAccount.Outcome outcome = latest == null ? null : latest.attributes();
        if (outcome == null || !"error".equalsIgnoreCase(outcome.status())) {
            return null;
        }
        List<PontoAccount.Failure> failures = outcome.errors();
        String code = failures == null || failures.isEmpty()
                ? null
                : Json.given(failures.get(0).code());
        return code == null ? "unknown" : code;
    }
}
