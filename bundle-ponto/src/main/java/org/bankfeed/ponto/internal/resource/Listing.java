package org.bankfeed.ponto.internal.resource;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import org.bankfeed.feed.BankFeedException;
import org.bankfeed.ponto.internal.config.Addresses;
import org.bankfeed.ponto.internal.http.Errors;
import org.bankfeed.ponto.internal.wire.Answer;
import org.bankfeed.ponto.internal.wire.Json;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items each the literal text that Ponto sent, so that no digit is changed before it is kept
 * @param after the cursor of what follows; {@code null} at the end
 * @param before the cursor of what comes before; {@code null} at the beginning
 * @param answer in which it came
 */
public record Listing(
        List<String> items,
        @Nullable String after,
        @Nullable String before,
        Answer answer) {

    private static final JsonNode NOTHING = Json.MAPPER.missingNode();

    /** @param api where links may lead to; any other host is refused */
    public static Listing of(Answer answer, HttpUrl api, Errors errors, String doing) throws BankFeedException {
        Parts parts;
        try {
            parts = parts(answer.body());
        } catch (IOException e) {
            throw errors.unreadable(answer, doing, "it is not valid JSON, or it ends in the middle");
        }
        if (parts.items == null) {
            throw errors.unreadable(answer, doing, "its list 'data' is missing");
        }
        HttpUrl next = link(parts.links, "next", api, errors, answer, doing);
        HttpUrl prev = link(parts.links, "prev", api, errors, answer, doing);
        JsonNode paging = parts.meta.path("paging");
        String after = next == null ? Json.text(paging.path("after")) : cursor(next, "after", paging);
        String before = prev == null ? null : cursor(prev, "before", paging);
        if ((next != null && after == null) || (prev != null && before == null)) {
            throw errors.unreadable(answer, doing, "its link to another page names no place to read on from");
        }
        return new Listing(List.copyOf(parts.items), after, before, answer);
    }

    /** Without the items. */
    @Override
    public String toString() {
        return "Listing[%d items, %s]".formatted(items.size(), answer);
    }

    private static Parts parts(String body) throws IOException {
        Parts parts = new Parts();
        try (JsonParser parser = Json.MAPPER.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return parts;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("data") && value == JsonToken.START_ARRAY) {
                    parts.items = items(parser, body);
                } else if (name.equals("links")) {
                    parts.links = parser.readValueAsTree();
                } else if (name.equals("meta")) {
                    parts.meta = parser.readValueAsTree();
                } else {
                    parser.skipChildren();
                }
            }
            return parts;
        }
    }

    private static List<String> items(JsonParser parser, String body) throws IOException {
        List<String> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            int from = (int) parser.currentTokenLocation().getCharOffset();
            parser.skipChildren();
            parser.finishToken();
            int to = (int) parser.currentLocation().getCharOffset();
            items.add(body.substring(from, to));
        }
        return items;
    }

    private static @Nullable HttpUrl link(
            JsonNode links, String name, HttpUrl api, Errors errors, Answer answer, String doing)
            throws BankFeedException {
        JsonNode node = links.path(name);
        String link = Json.text(node.isObject() ? node.path("href") : node);
        if (link == null) {
            return null;
        }
        HttpUrl url = api.resolve(link);
        if (url == null || !Addresses.sameOrigin(url, api)) {
            String where = url == null ? "no address" : url.scheme() + "://" + url.host() + ":" + url.port();
            throw errors.unreadable(answer, doing, "it links to " + where + " and not back to " + api.host());
        }
        return url;
    }

    private static @Nullable String cursor(HttpUrl link, String name, JsonNode paging) {
        String cursor = link.queryParameter("page[" + name + "]");
        if (cursor == null) {
            cursor = link.queryParameter(name); // the older spelling
        }
        return Json.given(cursor != null ? cursor : Json.text(paging.path(name)));
    }

    private static final class Parts {
        private @Nullable List<String> items;
        private JsonNode links = NOTHING;
        private JsonNode meta = NOTHING;
    }
}
