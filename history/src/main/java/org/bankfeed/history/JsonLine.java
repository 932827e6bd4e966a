package org.bankfeed.history;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.ContentReference;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads lines that hold one JSON value each, all with one parser and into one place: a history has a million lines, and what
 * would be made anew for each took longer than reading it.
 */
final class JsonLine {

    private static final JsonFactory JSON = new JsonFactory();

    private final LineInput line = new LineInput();
    private final JsonParser parser;
    private final Signs signs = new Signs();
    private final List<JsonValues> values = new ArrayList<>();
    private int taken;

    JsonLine() {
        try {
            parser = JSON.createParser(line);
        } catch (IOException e) {
            throw new IllegalStateException("it reads nothing yet", e);
        }
    }

    /**
     * Reads the next line. What it gives is overwritten when the one after it is read.
     *
     * @return {@code null} if the line is JSON and not an object
     * @throws JsonParseException if it is not one JSON value; nothing can be read afterwards
     */
    @Nullable
    JsonValues read(byte[] bytes, int from, int to) throws IOException {
        signs.clear();
        taken = 0;
        line.holds(bytes, from, to);
        JsonValues outside = take(null, 0);
        value(outside, "", nextToken());
        int left = parser.releaseBuffered(OutputStream.nullOutputStream()) + line.left();
        if (left > 0) {
            throw broken("more than one value", line.firstSign(line.length() - left));
        }
        return outside.object(0);
    }

    /** The next token of a value, which the line has to hold. */
    private JsonToken nextToken() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            throw broken("the line ends before its value does", line.length());
        }
        return token;
    }

    private JsonParseException broken(String how, int after) {
        return new JsonParseException(parser, how, new JsonLocation(ContentReference.unknown(), -1, 1, after + 1));
    }

    private void value(JsonValues into, String name, JsonToken token) throws IOException {
        switch (token) {
            case VALUE_STRING -> into.add(name, JsonValues.Kind.TEXT, text());
            case VALUE_NULL -> into.add(name, JsonValues.Kind.NULL, signs.end());
            case START_OBJECT -> fields(into.add(name, JsonValues.Kind.OBJECT, take(into, into.size())));
            case START_ARRAY -> elements(into.add(name, JsonValues.Kind.LIST, take(into, into.size())));
            default -> into.add(name, JsonValues.Kind.LITERAL, text());
        }
    }

    private void fields(JsonValues object) throws IOException {
        while (nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            value(object, name, nextToken());
        }
    }

    private void elements(JsonValues list) throws IOException {
        for (JsonToken token = nextToken(); token != JsonToken.END_ARRAY; token = nextToken()) {
            value(list, "", token);
        }
    }

    /** Keeps the signs of a value; where they begin. */
    private int text() throws IOException {
        return signs.add(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    private JsonValues take(@Nullable JsonValues outer, int place) {
        if (taken == values.size()) {
            values.add(new JsonValues(signs));
        }
        return values.get(taken++).begin(outer, place);
    }
}
