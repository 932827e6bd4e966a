package org.bankfeed.simulator.internal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.bankfeed.simulator.internal.bank.Page;
import org.bankfeed.simulator.internal.web.ApiError;
import org.bankfeed.simulator.internal.web.Json;
import org.bankfeed.simulator.internal.web.Request;
import org.jspecify.annotations.Nullable;

/** Cursors in and out: {@code page[limit]}, {@code page[after]}, {@code page[before]}, and the older bare spelling. */
final class Paging {

    private static final int DEFAULT_LIMIT = 10;
    private static final int LARGEST_LIMIT = 100;

    private Paging() {}

    /** Answers with the page that the request asks for. */
    static <T> ObjectNode document(
            Request request, Links links, Function<Page.Wish, Page<T>> list, Function<T, ObjectNode> resource) {
        Page.Wish wish = wish(request);
        int given = request.isShortened() ? Math.max(1, wish.limit() / 3) : wish.limit();
        Page<T> page = page(new Page.Wish(given, wish.after(), wish.before()), list);
        ObjectNode document = Json.object();
        ArrayNode data = document.putArray("data");
        page.items().forEach(item -> data.add(resource.apply(item)));
        String path = links.pages(request) + filters(request);
        ObjectNode pages = document.putObject("links");
        pages.put("first", path + "page[limit]=" + wish.limit());
        ObjectNode paging = document.putObject("meta").putObject("paging").put("limit", wish.limit());
        cursor(pages, paging, path, wish.limit(), "after", "next", page.after());
        cursor(pages, paging, path, wish.limit(), "before", "prev", page.before());
        if (request.isAstray()) {
            pages.put("next", path + "page[limit]=" + wish.limit()); // whether there is more or not
        }
        return document;
    }

    private static <T> Page<T> page(Page.Wish wish, Function<Page.Wish, Page<T>> list) {
        try {
            return list.apply(wish);
        } catch (Page.UnknownCursorException e) {
            throw ApiError.parameter(
                    wish.after() != null ? "page[after]" : "page[before]", "The cursor is not an item of this list.");
        }
    }

    private static void cursor(
            ObjectNode links,
            ObjectNode paging,
            String path,
            int limit,
            String name,
            String link,
            @Nullable String cursor) {
        paging.put(name, cursor);
        if (cursor != null) {
            links.put(link, path + "page[" + name + "]=" + encode(cursor) + "&page[limit]=" + limit);
        }
    }

    private static String filters(Request request) {
        StringBuilder query = new StringBuilder("?");
        request.query().forEach((name, value) -> {
            if (name.startsWith("filter[")) {
                query.append(name).append('=').append(encode(value)).append('&');
            }
        });
        return query.toString();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Page.Wish wish(Request request) {
        Optional<String> after = parameter(request, "after");
        Optional<String> before = parameter(request, "before");
        if (after.isPresent() && before.isPresent()) {
            throw ApiError.parameter("page[before]", "Give page[after] or page[before], not both.");
        }
        return new Page.Wish(
                parameter(request, "limit").map(Paging::limit).orElse(DEFAULT_LIMIT),
                after.orElse(null),
                before.orElse(null));
    }

    private static Optional<String> parameter(Request request, String name) {
        return request.query("page[" + name + "]").or(() -> request.query(name)).filter(value -> !value.isEmpty());
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= LARGEST_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw ApiError.parameter("page[limit]", "The limit must be a number from 1 to " + LARGEST_LIMIT + ".");
    }
}
