package org.bankfeed.simulator.internal;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** What may be registered as a place to send the browser back to. */
final class RedirectUri {

    private RedirectUri() {}

    /** The text itself if it is good. */
    static Optional<String> check(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawFragment() == null ? Optional.of(text) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
