package org.bankfeed.ponto.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Names and time zones of banks, asked for once; a bank that cannot be told of is no reason to fail. */
final class Institutions {

    private static final Logger LOG = LoggerFactory.getLogger(Institutions.class);

    private final Resources resources;
    private final ZoneId defaultZone;
    private final Map<String, Institution> known = new ConcurrentHashMap<>();

    Institutions(Resources resources, ZoneId defaultZone) {
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

    private Institution ask(Secrets secrets, String id) throws BankFeedException, JsonProcessingException {
        Answer answer = resources.get(secrets, resources.at("financial-institutions", id), "reading a bank's name");
        JsonNode attributes = Json.MAPPER.readTree(answer.body()).path("data").path("attributes");
        return new Institution(Json.text(attributes.path("name")), zone(Json.text(attributes.path("timeZone"))));
    }

    private ZoneId zone(@Nullable String name) {
        try {
            return name == null ? defaultZone : ZoneId.of(name);
        } catch (DateTimeException e) {
            LOG.warn("A bank's time zone '{}' is unknown to this Java; {} is used.", name, defaultZone);
            return defaultZone;
        }
    }

    private Institution unknown() {
        return new Institution(null, defaultZone);
    }
}
