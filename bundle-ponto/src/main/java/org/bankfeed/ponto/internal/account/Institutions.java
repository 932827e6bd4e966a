package org.bankfeed.ponto.internal.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.feed.FeedInstitution;
import org.bankfeed.ponto.internal.resource.Resources;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.ponto.internal.wire.Moments;
import org.bankfeed.ponto.internal.wire.Words;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names and time zones of banks, asked for once; a bank that cannot be told of is no reason to fail. */
public final class Institutions {

    private static final Logger LOG = LoggerFactory.getLogger(Institutions.class);

    private final Resources resources;
    private final ZoneId defaultZone;
    private final Map<String, Institution> known = new ConcurrentHashMap<>();

    public Institutions(Resources resources, ZoneId defaultZone) {
        this.resources = resources;
        this.defaultZone = defaultZone;
    }

    /** @param id {@code null} if the account names no bank */
    Institution of(Secrets secrets, @Nullable String id) {
        Institution institution = id == null ? null : known.get(id);
        if (institution != null || id == null) {
            return institution != null ? institution : unknown();
        }
        try {
            institution = ask(secrets, id);
            known.put(id, institution);
            return institution;
        } catch (BankFeedException | JsonProcessingException e) {
            LOG.debug("The bank {} cannot be told of: {}", id, e.getClass().getSimpleName());
            return unknown();
        }
    }

    /** What holds of each account's bank now; a bank that cannot be told of is left out. */
    Map<FeedAccountId, FeedInstitution> fresh(Secrets secrets, Map<FeedAccountId, String> banks)
            throws BankFeedException {
        Map<String, FeedInstitution> told = new HashMap<>();
        for (String id : new TreeSet<>(banks.values())) {
            try {
                told.put(id, institution(id, attributes(secrets, id)));
            } catch (BankFeedException.Refused | JsonProcessingException e) {
                LOG.debug("The bank {} cannot be told of: {}", id, e.getClass().getSimpleName());
            }
        }
        Map<FeedAccountId, FeedInstitution> byAccount = new LinkedHashMap<>();
        banks.forEach((account, id) -> {
            FeedInstitution institution = told.get(id);
            if (institution != null) {
                byAccount.put(account, institution);
            }
        });
        return Collections.unmodifiableMap(byAccount);
    }

    private Institution ask(Secrets secrets, String id) throws BankFeedException, JsonProcessingException {
        JsonNode attributes = attributes(secrets, id);
        return new Institution(Json.text(attributes.path("name")), zone(Json.text(attributes.path("timeZone"))));
    }

    private JsonNode attributes(Secrets secrets, String id) throws BankFeedException, JsonProcessingException {
        Answer answer = resources.get(secrets, resources.at("financial-institutions", id), "reading of a bank");
        return Json.MAPPER.readTree(answer.body()).path("data").path("attributes");
    }

    private FeedInstitution institution(String id, JsonNode attributes) {
        JsonNode pending = attributes.path("pendingTransactionsAvailable");
        JsonNode days = attributes.path("expectedAuthorizationLifetime");
        return new FeedInstitution(
                id,
                Json.text(attributes.path("name")),
                zone(Json.text(attributes.path("timeZone"))),
                attributes.path("deprecated").asBoolean(),
                pending.isBoolean() ? pending.booleanValue() : null,
                days.canConvertToInt() && days.intValue() > 0 ? days.intValue() : null,
                maintenance(Json.text(attributes.path("maintenanceType")), attributes),
                Moments.read(Json.text(attributes.path("maintenanceFrom"))),
                Moments.read(Json.text(attributes.path("maintenanceTo"))));
    }

    private static FeedInstitution.@Nullable Maintenance maintenance(@Nullable String type, JsonNode attributes) {
        if (type == null) {
            boolean announced = Json.text(attributes.path("maintenanceFrom")) != null;
            return announced ? FeedInstitution.Maintenance.OTHER : null;
        }
        return switch (type) {
            case "internal" -> FeedInstitution.Maintenance.PROVIDER;
            case "financialInstitution" -> FeedInstitution.Maintenance.BANK;
            default -> FeedInstitution.Maintenance.OTHER;
        };
    }

    private ZoneId zone(@Nullable String name) {
        try {
            return name == null ? defaultZone : ZoneId.of(name);
        } catch (DateTimeException e) {
            LOG.warn("A bank's time zone '{}' is unknown to this Java; {} is used.", Words.of(name), defaultZone);
            return defaultZone;
        }
    }

    private Institution unknown() {
        return new Institution(null, defaultZone);
    }
}
