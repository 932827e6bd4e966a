package org.bankfeed.shell.internal.command;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON for scripts: ASCII only, so that no terminal's character set can spoil it. */
final class Json {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private Json() {}

    static void print(PrintStream out, Object document) {
        try {
            out.println(MAPPER.writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we made ourselves can be written", e);
        }
    }

    /** An object under construction, its fields in the order in which they are put. */
    static final class Fields {
        private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

        /** Moments, days, ids and enums are put as their texts. */
        Fields put(String name, @Nullable Object value) {
            boolean asIs = value == null
                    || value instanceof Boolean
                    || value instanceof Number
                    || value instanceof Iterable<?>
                    || value instanceof Map<?, ?>;
            fields.put(name, asIs ? value : String.valueOf(value));
            return this;
        }

        Map<String, @Nullable Object> map() {
            return fields;
        }
    }
}
