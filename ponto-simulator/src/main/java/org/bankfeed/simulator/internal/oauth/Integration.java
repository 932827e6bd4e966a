package org.bankfeed.simulator.internal.oauth;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The link between the organization and the application.
 *
 * @param accounts the shared accounts and since when
 */
public record Integration(String id, Map<String, Instant> accounts) {

    Integration sharing(Collection<String> chosen, Instant now) {
        Map<String, Instant> next = new LinkedHashMap<>();
        for (String account : chosen) {
            next.put(account, accounts.getOrDefault(account, now));
        }
        return new Integration(id, next);
    }

    Integration without(String account) {
        Map<String, Instant> next = new LinkedHashMap<>(accounts);
        next.remove(account);
        return new Integration(id, next);
    }

    public Set<String> accountIds() {
        return accounts.keySet();
    }
}
