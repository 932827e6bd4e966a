package org.bankfeed.simulator.internal.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** What goes back: status, headers, body, and how it is sent. The body's bytes belong to the answer. */
public record Answer(int status, Map<String, String> headers, Body body, Sending sending) {

    private static final String JSON_API = "application/vnd.api+json";

    /** Bytes that are compared as what they are: a body is never looked into once it is made. */
    public static final class Body {
        private final byte[] bytes;

        private Body(byte[] bytes) {
            this.bytes = bytes;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    /**
     * How an answer is sent.
     *
     * @param after how long it is held
     */
    public record Sending(Duration after, Fate fate) {
        static final Sending AT_ONCE = new Sending(Duration.ZERO, Fate.WHOLE);
    }

    /** How much of an answer reaches the client. */
    public enum Fate {
        WHOLE,
        /** Half of the body, then the connection ends. */
        CUT,
        /** Nothing: the connection ends instead. */
        LOST
    }

    public Answer {
        headers = Map.copyOf(headers);
    }

    /** A JSON:API document. */
    public static Answer document(int status, JsonNode document) {
        return of(status, JSON_API, Json.bytes(document));
    }

    /** Plain JSON, as the OAuth endpoints and a few others give. */
    public static Answer json(int status, JsonNode value) {
        return of(status, "application/json;charset=UTF-8", Json.bytes(value));
    }

    public static Answer text(int status, String contentType, String text) {
        return of(status, contentType, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a browser on with GET. */
    public static Answer seeOther(String location) {
        return new Answer(303, Map.of("Location", location), new Body(new byte[0]), Sending.AT_ONCE);
    }

    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body, sending);
    }

    /** The same, held for this long. */
    public Answer after(Duration time) {
        return new Answer(status, headers, body, new Sending(time, sending.fate()));
    }

    public Answer lost() {
        return new Answer(status, headers, body, new Sending(sending.after(), Fate.LOST));
    }

    public Answer cut() {
        return new Answer(status, headers, body, new Sending(sending.after(), Fate.CUT));
    }

    private static Answer of(int status, String contentType, byte[] body) {
        return new Answer(status, Map.of("Content-Type", contentType), new Body(body), Sending.AT_ONCE);
    }
}
