package org.bankfeed.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object as it was read. A value is a {@link String}, a {@link Literal}, an object, a {@link List} of values, or
 * {@code null}. Objects have so few fields that one is found soonest by looking through them.
 */
final class JsonObject {

    private static final JsonFactory JSON = new JsonFactory();

    private String[] names = new String[16];
    private @Nullable Object[] values = new @Nullable Object[16];
    private int size;

    private JsonObject() {}

    /** A number or truth value, as it is written. */
    record Literal(String text) {}

    /**
     * Reads one value that nothing follows.
     *
     * @return {@code null} also if there is nothing at all
     */
    static @Nullable Object read(byte[] bytes, int from, int length) throws IOException {
        try (JsonParser parser = JSON.createParser(bytes, from, length)) {
            Object value = parser.nextToken() == null ? null : value(parser);
            if (parser.nextToken() != null) {
                throw new JsonParseException(parser, "more than one value", parser.currentTokenLocation());
            }
            return value;
        }
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_NULL -> null;
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            default -> new Literal(parser.getText());
        };
    }

    private static JsonObject object(JsonParser parser) throws IOException {
        JsonObject object = new JsonObject();
        for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
            parser.nextToken();
            object.add(name, value(parser));
        }
        return object;
    }

    private static List<@Nullable Object> array(JsonParser parser) throws IOException {
        List<@Nullable Object> array = new ArrayList<>(2);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private void add(String name, @Nullable Object value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size++] = value;
    }

    /** The value of a field, the last if it is there more than once; {@code null} if there is none. */
    @Nullable
    Object get(String field) {
        for (int i = size - 1; i >= 0; i--) {
            if (names[i].equals(field)) {
                return values[i];
            }
        }
        return null;
    }
}
