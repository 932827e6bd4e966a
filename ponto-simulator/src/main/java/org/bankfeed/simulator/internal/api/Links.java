package org.bankfeed.simulator.internal.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.bankfeed.simulator.internal.web.Request;

/**
 * Absolute addresses, under the name by which the client called: its rule is to follow links to that host only.
 *
 * @param authorizationSite where a person's browser is sent, without a slash at the end
 */
record Links(int port, String prefix, String authorizationSite) {

    private static final String ELSEWHERE = "https://elsewhere.example";

    /** The API's base. */
    String base(Request request) {
        return origin(request) + prefix;
    }

    /** The address of the request itself, without query. */
    String self(Request request) {
        return origin(request) + request.path();
    }

    static String segment(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** The address under which a list's pages are; of another host if the request is to be led astray. */
    String pages(Request request) {
        return request.isAstray() ? ELSEWHERE + request.path() : self(request);
    }

    /** Scheme, host and port. */
    String origin(Request request) {
        String byAddress = "127.0.0.1:" + port;
        boolean calledByAddress =
                request.header("Host").filter(byAddress::equals).isPresent();
        return "https://" + (calledByAddress ? byAddress : "localhost:" + port);
    }
}
