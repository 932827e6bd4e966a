package org.bankfeed.ponto.internal.config;

import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Which addresses secrets may travel to: https everywhere, plain http only inside this machine. */
public final class Addresses {

    private Addresses() {}

    /** A configured address. */
    public static HttpUrl checked(String key, @Nullable String text) throws ConfigurationFault {
        HttpUrl url = text == null ? null : HttpUrl.parse(text);
        if (url == null) {
            throw new ConfigurationFault("%s '%s' is no http(s) address".formatted(key, text));
        }
        if (!isSafe(url)) {
            throw new ConfigurationFault("%s is plain http to %s; use https (http only reaches this machine itself)"
                    .formatted(key, url.host()));
        }
        return url;
    }

    public static boolean isSafe(HttpUrl url) {
        return url.isHttps() || isLoopback(url.host());
    }

    /** Whether both have the same scheme, host and port. */
    public static boolean sameOrigin(HttpUrl one, HttpUrl other) {
        return one.scheme().equals(other.scheme()) && one.host().equals(other.host()) && one.port() == other.port();
    }

    /** So that segments can be added. */
    public static HttpUrl withoutSlash(HttpUrl url) {
        int last = url.pathSize() - 1;
        return last > 0 && url.pathSegments().get(last).isEmpty()
                ? url.newBuilder().removePathSegment(last).build()
                : url;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("::1") || host.matches("127\\.\\d+\\.\\d+\\.\\d+");
    }
}
