package org.bankfeed.ponto.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.Organization;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/** Asks whose accounts they are ({@code /userinfo}). */
final class Organizations {

    private static final String DOING = "asking whose accounts they are";

    private final Resources resources;
    private final Errors errors;

    Organizations(Resources resources, Errors errors) {
        this.resources = resources;
        this.errors = errors;
    }

    Organization own(Secrets secrets) throws BankFeedException {
        return read(resources.get(secrets, resources.at("userinfo"), DOING));
    }

    /** The same, or {@code null} if this product has no such resource. */
    @Nullable
    Organization ownIfTold(Secrets secrets) throws BankFeedException {
        Answer answer = resources.ask(secrets, resources.at("userinfo"), DOING);
        boolean untold = answer.status() == 403 || answer.status() == 404 || answer.status() == 405;
        return untold ? null : read(resources.successful(answer, DOING));
    }

    private Organization read(Answer answer) throws BankFeedException {
        try {
            JsonNode told = Json.MAPPER.readTree(answer.body());
            String id = Json.text(told.path("sub"));
            if (id != null) {
                return new Organization(id, Json.text(told.path("name")));
            }
        } catch (JsonProcessingException e) {
            throw errors.unreadable(answer, DOING, "it is not valid JSON");
        }
        throw errors.unreadable(answer, DOING, "sub is missing");
    }
}
