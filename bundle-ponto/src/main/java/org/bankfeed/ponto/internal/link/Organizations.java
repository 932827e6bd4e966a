package org.bankfeed.ponto.internal.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedOrganization;
import org.bankfeed.feed.Organization;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.resource.Resources;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/** Asks whose accounts they are ({@code /userinfo}). */
public final class Organizations {

    private static final String DOING = "asking whose accounts they are";

    private final Resources resources;
    private final Errors errors;

    public Organizations(Resources resources, Errors errors) {
        this.resources = resources;
        this.errors = errors;
    }

    Organization own(Secrets secrets) throws BankFeedException {
        return read(resources.get(secrets, resources.at("userinfo"), DOING));
    }

    /** The same, or {@code null} if this product has no such resource. */
    @Nullable
    public Organization ownIfTold(Secrets secrets) throws BankFeedException {
        Answer answer = resources.ask(secrets, resources.at("userinfo"), DOING);
        return isUntold(answer) ? null : read(resources.successful(answer, DOING));
    }

    /** How it stands with Ponto; empty if this product has no such resource. */
    public Optional<FeedOrganization> standing(Secrets secrets) throws BankFeedException {
        Answer answer = resources.ask(secrets, resources.at("userinfo"), DOING);
        if (isUntold(answer)) {
            return Optional.empty();
        }
        Organization own = read(resources.successful(answer, DOING));
        JsonNode told = tree(answer);
        String by = Json.text(told.path("representativeOrganizationId"));
        return Optional.of(new FeedOrganization(
                own,
                told.path("onboardingComplete").asBoolean(true), // not told means that nothing is missing
                by == null ? null : new Organization(by, Json.text(told.path("representativeOrganizationName")))));
    }

    private static boolean isUntold(Answer answer) {
        return answer.status() == 403 || answer.status() == 404 || answer.status() == 405;
    }

    private Organization read(Answer answer) throws BankFeedException {
        JsonNode told = tree(answer);
        String id = Json.text(told.path("sub"));
        if (id == null) {
            throw errors.unreadable(answer, DOING, "sub is missing");
        }
        return new Organization(id, Json.text(told.path("name")));
    }

    private JsonNode tree(Answer answer) throws BankFeedException {
        try {
            return Json.MAPPER.readTree(answer.body());
        } catch (JsonProcessingException e) {
            throw errors.unreadable(answer, DOING, "it is not valid JSON");
        }
    }
}
