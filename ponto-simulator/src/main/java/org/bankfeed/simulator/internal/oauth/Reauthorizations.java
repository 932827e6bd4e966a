package org.bankfeed.simulator.internal.oauth;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reauthorization requests whose page has not been answered yet. */
public final class Reauthorizations {

    private static final int REMEMBERED = 1000;

    private final Map<String, Reauthorization> open = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Reauthorization> eldest) {
            return size() > REMEMBERED;
        }
    });

    /** The account to renew and where the browser goes afterwards. */
    public record Reauthorization(String id, String accountId, String redirectUri) {}

    public Reauthorization create(String accountId, String redirectUri) {
        Reauthorization made = new Reauthorization(UUID.randomUUID().toString(), accountId, redirectUri);
        open.put(made.id(), made);
        return made;
    }

    Optional<Reauthorization> find(String id) {
        return Optional.ofNullable(open.get(id));
    }

    Optional<Reauthorization> close(String id) {
        return Optional.ofNullable(open.remove(id));
    }
}
