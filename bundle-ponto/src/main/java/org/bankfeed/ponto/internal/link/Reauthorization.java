package org.bankfeed.ponto.internal.link;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import okhttp3.HttpUrl;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.feed.FeedAccountId;
import org.bankfeed.ponto.internal.config.Addresses;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.resource.Resources;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Json;
import org.bankfeed.store.Secrets;
import org.jspecify.annotations.Nullable;

/** Asks for the page on which a holder renews his consent at the bank. */
public final class Reauthorization {

    private static final String DOING = "asking for a renewal at the bank";

    private final Resources resources;
    private final Errors errors;

    public Reauthorization(Resources resources, Errors errors) {
        this.resources = resources;
        this.errors = errors;
    }

    public URI page(Secrets secrets, FeedAccountId account, URI back) throws BankFeedException {
        Answer answer = resources.post(
                secrets, resources.at("accounts", account.value(), "reauthorization-requests"), body(back), DOING);
        String redirect = redirect(answer);
        HttpUrl page = redirect == null ? null : HttpUrl.parse(redirect);
        if (page == null || !Addresses.isSafe(page)) {
            throw errors.unreadable(answer, DOING, "links.redirect is missing or no https address");
        }
        return page.uri();
    }

    private static String body(URI back) {
        ObjectNode root = Json.MAPPER.createObjectNode();
        ObjectNode data = root.putObject("data").put("type", "reauthorizationRequest");
        data.putObject("attributes").put("redirectUri", back.toString());
        return root.toString();
    }

    private @Nullable String redirect(Answer answer) throws BankFeedException {
        try {
            return Json.text(Json.MAPPER
                    .readTree(answer.body())
                    .path("data")
                    .path("links")
                    .path("redirect"));
        } catch (JsonProcessingException e) {
            throw errors.unreadable(answer, DOING, "it is not valid JSON");
        }
    }
}
