package org.bankfeed.ponto.internal.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** How JSON is read here: amounts from their literal text, unknown members passed over. */
public final class Json {

    /** Never quotes what it reads in an error: a body may hold a token. */
    public static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    /** The text of a scalar; {@code null} for null, blank, missing, and anything that is no scalar. */
    public static @Nullable String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? given(node.asText()) : null;
    }

    /** The text, unless there is none. */
    public static @Nullable String given(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
