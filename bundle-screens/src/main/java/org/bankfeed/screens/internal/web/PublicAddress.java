package org.bankfeed.screens.internal.web;

import java.net.URI;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where browsers find the pages. It comes from the configuration, never from what a browser says of itself: who could
 * choose it could send people elsewhere.
 *
 * @param url without a slash at its end
 */
public record PublicAddress(URI url) {

    private static final Logger LOG = LoggerFactory.getLogger(PublicAddress.class);
    private static final PublicAddress DEFAULT = new PublicAddress(URI.create("http://localhost:8181/bankfeed"));

    /** What was configured; where that is no address, the log says so, and the default holds. */
    public static PublicAddress of(String text) {
        try {
            URI url = URI.create(text.strip().replaceAll("/+$", ""));
            boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
            if (web && url.getHost() != null && url.getQuery() == null && url.getFragment() == null) {
                return new PublicAddress(url);
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("no address", e);
        }
        LOG.error(
                "public.url in {} is no web address such as {}: the pages take that one until it is mended",
                "the configuration org.bankfeed.screens",
                DEFAULT.url());
        return DEFAULT;
    }

    /** The path below which every page lies: {@code /bankfeed}, or what a proxy put before it. */
    public String base() {
        return url.getRawPath();
    }

    /** Whether the browser's connection is encrypted, and cookies may insist on that. */
    public boolean secure() {
        return "https".equals(url.getScheme());
    }

    public URI at(String path) {
        return URI.create(url + path);
    }
}
