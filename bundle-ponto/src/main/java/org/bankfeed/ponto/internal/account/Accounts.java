package org.bankfeed.ponto.internal.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccount;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.feed.SharedAccounts;
import org.bankfeed.feed.UnreadableAccount;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.resource.Listings;
import org.bankfeed.ponto.internal.resource.Resources;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.ponto.internal.wire.LineFault;
import org.bankfeed.store.Secrets;

/** Reads the accounts that a link shares. */
public final class Accounts {

    private static final String DOING = "reading accounts";

    private final Resources resources;
    private final Institutions institutions;
    private final Listings listings;
    private final Errors errors;
    private final AccountReader reader;

    public Accounts(
            Resources resources,
            Listings listings,
            Institutions institutions,
            Errors errors,
            Set<String> consentCodes) {
        this.resources = resources;
        this.listings = listings;
        this.institutions = institutions;
        this.errors = errors;
        this.reader = new AccountReader(consentCodes);
    }

    public SharedAccounts all(Secrets secrets) throws BankFeedException {
        List<FeedAccount> accounts = new ArrayList<>();
        List<UnreadableAccount> unreadable = new ArrayList<>();
        for (Listings.Item item : told(secrets)) {
            PontoAccount told = shape(item);
            Institution bank = institutions.of(secrets, told.institution());
            try {
                accounts.add(reader.read(told, bank));
            } catch (LineFault e) {
                unreadable.add(unreadable(told, e, item.answer()));
            }
        }
        return new SharedAccounts(accounts, unreadable);
    }

    /** One that cannot be read does not stand in the way of the others, as long as it has a name. */
    private UnreadableAccount unreadable(PontoAccount told, LineFault fault, Answer answer) throws BankFeedException {
        String id = Json.given(told.id());
        if (id == null) {
            throw errors.unreadable(answer, DOING, "of an account: " + fault.getMessage());
        }
        PontoAccount.Attributes attributes = told.attributes();
        return new UnreadableAccount(
                new FeedAccountId(id),
                attributes == null ? null : Json.given(attributes.reference()),
                attributes == null ? null : Json.given(attributes.description()),
                fault.sentence());
    }

    /** The bank of each account, asked for anew; each bank is asked for once. */
    public Map<FeedAccountId, FeedInstitution> institutions(Secrets secrets) throws BankFeedException {
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
    public void remove(Secrets secrets, FeedAccountId account) throws BankFeedException {
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
}
