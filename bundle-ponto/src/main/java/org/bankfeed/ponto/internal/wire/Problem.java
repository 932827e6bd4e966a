package org.bankfeed.ponto.internal.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An answer that is an error, its envelope read: {@code {"errors":[…]}} of resources, {@code {"error":…}} of OAuth, or
 * anything else, HTML among it.
 *
 * @param code Ponto's own word for it; {@code null} if the body names none
 * @param resource the kind of thing that was not found, if told
 */
public record Problem(
        int status,
        @Nullable String code,
        @Nullable String resource,
        @Nullable String requestId) {

    public static Problem of(Answer answer) {
        JsonNode root = parsed(answer.body());
        JsonNode first = root.path("errors").path(0);
        String code = Json.text(first.path("code"));
        String requestId = answer.requestId();
        return new Problem(
                answer.status(),
                Words.of(code != null ? code : Json.text(root.path("error"))),
                Json.text(first.path("meta").path("resource")),
                requestId != null
                        ? requestId
                        : Words.of(Json.text(first.path("meta").path("requestId"))));
    }

    public boolean isCode(String... codes) {
        for (String one : codes) {
            if (one.equals(code)) {
                return true;
            }
        }
        return false;
    }

    public boolean isAbout(String what) {
        return what.equalsIgnoreCase(resource);
    }

    private static JsonNode parsed(String body) {
        try {
            JsonNode root = Json.MAPPER.readTree(body);
            return root == null ? Json.MAPPER.missingNode() : root;
        } catch (JsonProcessingException e) {
            return Json.MAPPER.missingNode();
        }
    }
}
