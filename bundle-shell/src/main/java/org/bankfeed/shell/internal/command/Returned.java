package org.bankfeed.shell.internal.command;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.bankfeed.journal.ConnectReturn;

/** Reads the address on which a person's browser ended after the provider's page. */
final class Returned {

    private Returned() {}

    /**
     * @param address the whole address, or its query alone
     * @throws IllegalArgumentException if it does not tell what came of it
     */
    static ConnectReturn read(String address) {
        Map<String, String> query = query(address.strip());
        String state = query.get("state");
        if (state == null || !query.containsKey("code") && !query.containsKey("error")) {
            throw new IllegalArgumentException("--returned needs the whole address that the browser ended on, with"
                    + " state and code in it, in single quotes so that the shell leaves it alone");
        }
        return new ConnectReturn(state, query.get("code"), query.get("error"));
    }

    private static Map<String, String> query(String address) {
        String withoutFragment = address.replaceFirst("#.*$", "");
        String text = withoutFragment.substring(withoutFragment.indexOf('?') + 1);
        Map<String, String> query = new HashMap<>();
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
