package org.bankfeed.simulator.internal.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which handler answers which method and path. Filled before the first request, only read afterwards. */
public final class Routes implements Handler {

    private record Route(String method, List<String> segments, Handler handler) {}

    private final String prefix;
    private final List<Route> routes = new ArrayList<>();

    /** Routes whose templates start below {@code prefix}, which may be empty. */
    public Routes(String prefix) {
        this.prefix = prefix;
    }

    public Routes get(String template, Handler handler) {
        return on("GET", template, handler);
    }

    public Routes post(String template, Handler handler) {
        return on("POST", template, handler);
    }

    public Routes delete(String template, Handler handler) {
        return on("DELETE", template, handler);
    }

    /** Adds a route; {@code {name}} in the template stands for one segment. */
    public Routes on(String method, String template, Handler handler) {
        return outside(method, prefix + template, handler);
    }

    /** Adds a route that does not lie below the prefix. */
    public Routes outside(String method, String template, Handler handler) {
        routes.add(new Route(method, segments(template), handler));
        return this;
    }

    @Override
    public Answer handle(Request request) throws IOException {
        List<String> path = segments(request.path());
        boolean known = false;
        for (Route route : routes) {
            Map<String, String> variables = match(route.segments(), path);
            if (variables == null) {
                continue;
            }
            if (route.method().equals(request.method())) {
                return route.handler().handle(request.with(variables));
            }
            known = true;
        }
        throw known
                ? ApiError.of(
                        405, "methodNotAllowed", "This resource does not know the method " + request.method() + ".")
                : ApiError.of(404, "resourceNotFound", "There is nothing at this path.");
    }

    private static @Nullable Map<String, String> match(List<String> template, List<String> path) {
        if (template.size() != path.size()) {
            return null;
        }
        Map<String, String> variables = new LinkedHashMap<>();
        for (int i = 0; i < template.size(); i++) {
            String wanted = template.get(i);
            if (wanted.startsWith("{")) {
                variables.put(wanted.substring(1, wanted.length() - 1), Request.decode(path.get(i)));
            } else if (!wanted.equals(path.get(i))) {
                return null;
            }
        }
        return variables;
    }

    private static List<String> segments(String path) {
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }
}
