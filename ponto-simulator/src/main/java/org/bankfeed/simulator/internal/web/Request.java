package org.bankfeed.simulator.internal.web;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came in. Names of headers match in any case; query and form give the first of equal names. */
public final class Request {

    private final String id;
    private final String method;
    private final String target;
    private final String path;
    private final Map<String, String> query;
    private final Function<String, @Nullable String> headers;
    private final Set<String> headerNames;
    private final byte[] body;
    private final Map<String, String> variables;
    private final Answering answering;

    /** How a page is answered. */
    enum Answering {
        FAITHFULLY,
        SHORT,
        ASTRAY
    }

    Request(
            String id,
            String method,
            String target,
            String path,
            Map<String, String> query,
            Function<String, @Nullable String> headers,
            Set<String> headerNames,
            byte[] body,
            Map<String, String> variables,
            Answering answering) {
        this.id = id;
        this.method = method;
        this.target = target;
        this.path = path;
        this.query = query;
        this.headers = headers;
        this.headerNames = headerNames;
        this.body = body;
        this.variables = variables;
        this.answering = answering;
    }

    /** What {@code ibanity-request-id} will say. */
    public String id() {
        return id;
    }

    public String method() {
        return method;
    }

    /** Path and query exactly as they were sent. */
    public String target() {
        return target;
    }

    /** The path as it was sent, still percent-encoded. */
    public String path() {
        return path;
    }

    public Map<String, String> query() {
        return query;
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    /** The names of all headers, in any case. */
    public Set<String> headerNames() {
        return headerNames;
    }

    /** Whether a page is to hold fewer items than asked. */
    public boolean isShortened() {
        return answering == Answering.SHORT;
    }

    /** Whether a page is to link to another host. */
    public boolean isAstray() {
        return answering == Answering.ASTRAY;
    }

    /** This request, to be answered with a short page. */
    public Request shortened() {
        return answering(Answering.SHORT);
    }

    /** This request, to be answered with a page that links to another host. */
    public Request astray() {
        return answering(Answering.ASTRAY);
    }

    private Request answering(Answering other) {
        return new Request(id, method, target, path, query, headers, headerNames, body, variables, other);
    }

    /** What stood for {@code {name}} in the route. */
    public String variable(String name) {
        String value = variables.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The route has no {" + name + "}");
        }
        return value;
    }

    public byte[] body() {
        return body.clone();
    }

    /** The body read as a form. */
    public Map<String, String> form() {
        return pairs(new String(body, StandardCharsets.UTF_8));
    }

    /** All values that the form gives for a name. */
    public List<String> formValues(String name) {
        return Arrays.stream(text().split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> decode(pair.substring(name.length() + 1)))
                .toList();
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The body as a JSON:API resource. */
    public ResourceBody resource() throws IOException {
        return ResourceBody.parse(body);
    }

    /** This request, inside another path. */
    Request at(String newPath) {
        return new Request(id, method, target, newPath, query, headers, headerNames, body, variables, answering);
    }

    Request with(Map<String, String> newVariables) {
        return new Request(id, method, target, path, query, headers, headerNames, body, newVariables, answering);
    }

    static Map<String, String> pairs(@Nullable String encoded) {
        Map<String, String> pairs = new LinkedHashMap<>();
        if (encoded == null || encoded.isEmpty()) {
            return pairs;
        }
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            pairs.putIfAbsent(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
        }
        return pairs;
    }

    static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text; // a stray percent sign: taken as it stands
        }
    }
}
