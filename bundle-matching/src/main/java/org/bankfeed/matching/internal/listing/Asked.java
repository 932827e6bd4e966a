package org.bankfeed.matching.internal.listing;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What was asked for, each once; a page of a screen asks for few, and a statement does not take any number. */
final class Asked<K> {

    private static final int MOST_AT_ONCE = 500;

    private final Set<K> ids;

    Asked(Collection<K> ids) {
        if (ids.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException(
                    ids.size() + " ids are too many at once; ask for at most " + MOST_AT_ONCE);
        }
        this.ids = new LinkedHashSet<>(ids);
    }

    /** What there is of it, in the order in which it was asked for; where nothing is asked for nothing is looked up. */
    <V> Map<K, V> inOrder(Function<Set<K>, Map<K, V>> lookUp) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<K, V> found = lookUp.apply(ids);
        Map<K, V> ordered = new LinkedHashMap<>();
        for (K id : ids) {
            V value = found.get(id);
            if (value != null) {
                ordered.put(id, value);
            }
        }
        return Collections.unmodifiableMap(ordered);
    }
}
