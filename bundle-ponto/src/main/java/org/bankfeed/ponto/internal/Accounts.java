package org.bankfeed.ponto.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.store.Secrets;
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
    private final AccountReader reader;
    private final String feed;
    private final Set<String> leftOut = ConcurrentHashMap.newKeySet();

    Accounts(
            String feed,
            Resources resources,
            Listings listings,
            Institutions institutions,
            Errors errors,
            Set<String> consentCodes) {
        this.feed = feed;
        this.resources = resources;
        this.listings = listings;
        this.institutions = institutions;
        this.errors = errors;
        this.reader = new AccountReader(consentCodes);
    }

    List<FeedAccount> all(Secrets secrets) throws BankFeedException {
        List<FeedAccount> accounts = new ArrayList<>();
        for (Listings.Item item : told(secrets)) {
            PontoAccount told = shape(item);
            if (isCountable(told)) {
                accounts.add(account(secrets, told, item.answer()));
            }
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

    /** One that is kept in something that is no money here must not stand in the way of the others. */
    private boolean isCountable(PontoAccount told) {
        PontoAccount.Attributes attributes = told.attributes();
        String currency = attributes == null ? null : Json.given(attributes.currency());
        if (currency == null || Amounts.isMoney(currency)) {
            return true;
        }
        if (leftOut.add(String.valueOf(told.id()))) {
            LOG.warn(
                    "Feed '{}': account {} is kept in '{}', which is no currency that this Java can count;"
                            + " it is left out and the others are read. Stop sharing it at Ponto, or update Java",
                    feed,
                    told.id(),
                    Words.of(currency));
        }
        return false;
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
            return reader.read(told, institutions.of(secrets, told.institution()));
        } catch (LineFault e) {
            throw errors.unreadable(answer, DOING, "of an account, " + e.getMessage());
        }
    }
}
