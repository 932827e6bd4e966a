package org.bankfeed.matching.internal.core;

import java.util.List;
import org.bankfeed.matching.internal.text.NameWords;
import org.jspecify.annotations.Nullable;

/** A party of the book: its names and its items. Only the book changes it. */
final class Payer {

    final String id;
    private final int hash;
    String name = "";

    /** Where its name stands among the {@link PartyNames}, or -1. */
    int named = -1;

    final OpenItems open = new OpenItems();

    /** Items settled by a line or closed by the user. */
    SettledItems settled = SettledItems.NONE;

    Payer(String id) {
        this.id = id;
        this.hash = id.hashCode();
    }

    /** Whether another name shares no word with this party's. */
    boolean hasNothingOf(String other) {
        List<String> own = NameWords.of(name).words();
        return NameWords.of(other).words().stream().noneMatch(own::contains);
    }

    void opened(Item item) {
        settled.remove(item);
        open.put(item);
    }

    void settled(Item item) {
        closed(item);
        settled = settled == SettledItems.NONE ? new SettledItems() : settled;
        settled.add(item);
    }

    void closed(Item item) {
        open.remove(item);
    }

    /** An item says something else of itself than when it was opened or settled. */
    void changed(Item item) {
        if (item.isOpen()) {
            open.put(item);
        } else {
            settled.note(item);
        }
    }

    /** That of its id: cheaper than the one that the runtime gives each object. */
    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }
}
