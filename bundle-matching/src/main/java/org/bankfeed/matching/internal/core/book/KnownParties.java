package org.bankfeed.matching.internal.core.book;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.internal.core.book.Facts.Said;
import org.jspecify.annotations.Nullable;

/** What is known under one key: for each party, what said so. It is nearly always one party, and then no map is asked. */
final class KnownParties {

    /** What is known under a key that nobody used. */
    static final KnownParties NONE = new KnownParties();

    private @Nullable Said only;

    /** All of them, as soon as there were two. */
    private @Nullable Map<String, Said> more;

    /** What is known of a party, or {@code null}. */
    @Nullable
    Said of(String party) {
        if (more != null) {
            return more.get(party);
        }
        return only != null && only.party.equals(party) ? only : null;
    }

    /** What is known of each, in the order in which it was first said. */
    Collection<Said> all() {
        if (more != null) {
            return more.values();
        }
        return only == null ? List.of() : List.of(only);
    }

    /** Takes in what is known of a party, instead of what was known before. */
    void put(Said said) {
        if (more != null) {
            more.put(said.party, said);
        } else if (only == null || only.party.equals(said.party)) {
            only = said;
        } else {
            more = new LinkedHashMap<>(4);
            more.put(only.party, only);
            more.put(said.party, said);
            only = null;
        }
    }

    /** Forgets it, unless something else is known of its party by now. */
    void remove(Said said) {
        if (more != null) {
            more.remove(said.party, said);
        } else if (only == said) {
            only = null;
        }
    }
}
