package org.bankfeed.ponto.internal.account;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.bankfeed.feed.Balance;
import org.bankfeed.feed.FaultCode;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccount.Availability;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.ponto.internal.access.OrderRules;
import org.bankfeed.ponto.internal.wire.Amounts;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.ponto.internal.wire.LineFault;
import org.bankfeed.ponto.internal.wire.Moments;
import org.bankfeed.ponto.internal.wire.Words;
import org.bankfeed.value.AccountReference;
import org.bankfeed.words.Argument.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one account: strict about what is needed, lenient about all else. */
final class AccountReader {

    private static final Logger LOG = LoggerFactory.getLogger(AccountReader.class);

    private final Set<String> consentCodes;

    /** @param consentCodes codes of errors that mean that the consent at the bank has ended */
    AccountReader(Set<String> consentCodes) {
        this.consentCodes = consentCodes;
    }

    FeedAccount read(PontoAccount told, Institution bank) throws LineFault {
        PontoAccount.Attributes attributes = told.attributes();
        if (attributes == null) {
            throw LineFault.missing("attributes");
        }
        PontoAccount.Meta meta = told.meta();
        Currency currency = currency(attributes.currency());
        AccountReference reference = reference(attributes);
        return new FeedAccount(
                new FeedAccountId(required("id", told.id())),
                reference,
                currency,
                attributes.subtype() == null ? "other" : attributes.subtype(),
                description(attributes),
                Json.given(attributes.holderName()),
                bank.name(),
                bank.zone(),
                balance(reference, attributes.currentBalance(), currency, attributes.currentBalanceReferenceDate()),
                balance(reference, attributes.availableBalance(), currency, attributes.availableBalanceReferenceDate()),
                Moments.read(meta == null ? null : meta.synchronizedAt()),
                Moments.read(attributes.authorizedAt()),
                Moments.read(attributes.authorizationExpirationExpectedAt()),
                availability(told, attributes),
                lastFailure(told.latest()),
                Json.given(attributes.internalReference()));
    }

    /** One that the JDK knows, with a number of decimals. */
    private static Currency currency(@Nullable String code) throws LineFault {
        String given = Json.given(code);
        if (given != null && !Amounts.isMoney(given)) {
            throw new LineFault(FaultCode.CURRENCY_NOT_COUNTED, new Text(String.valueOf(Words.of(given))));
        }
        return Amounts.currency(given);
    }

    private static String required(String field, @Nullable String value) throws LineFault {
        if (value == null || value.isBlank()) {
            throw LineFault.missing(field);
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

    private static @Nullable Balance balance(
            AccountReference account, @Nullable BigDecimal amount, Currency currency, @Nullable String asOf) {
        if (amount == null) {
            return null;
        }
        try {
            return new Balance(Amounts.money(amount, currency.getCurrencyCode()), Moments.read(asOf));
        } catch (LineFault e) {
            LOG.warn("A balance of account {} is left out: {}", account.masked(), e.getMessage());
            return null;
        }
    }

    private static Availability availability(PontoAccount told, PontoAccount.Attributes attributes) {
        if (Boolean.TRUE.equals(attributes.deprecated())) {
            return Availability.DEPRECATED;
        }
        return told.isReadOnly() ? Availability.READ_ONLY : Availability.AVAILABLE;
    }

    private @Nullable String lastFailure(PontoAccount.@Nullable Outcome latest) {
        return latest == null || !latest.isError() ? null : OrderRules.tellingCode(latest.codes(), consentCodes);
    }
}
