package org.bankfeed.matching.internal.core.book;

import java.util.List;
import org.bankfeed.matching.internal.text.NameWords;
import org.jspecify.annotations.Nullable;

/** A party of the book: its names and its items. Only the book changes it. */
public final class Payer {

    final String id;
    private final int hash;
    /** The account numbers that the ERP said it has, as it said them last: what it ever said of one stays. */
    List<String> accounts = List.of();

    private String name = "";
    private @Nullable NameWords words;

    /** Where its name stands among the {@link PartyNames}, or -1. */
    int named = -1;

    final OpenItems open = new OpenItems();

    /** Items settled by a line or closed by the user. */
    SettledItems settled = SettledItems.NONE;

    Payer(String id) {
        this.id = id;
        this.hash = id.hashCode();
    }

    public String id() {
        return id;
    }

    public String name() {
        return name;
    }

    public OpenItems open() {
        return open;
    }

    public SettledItems settled() {
        return settled;
    }

    void name(String given) {
        name = given;
        words = null;
    }

    /** Whether another name shares no word with this party's. */
    boolean hasNothingOf(String other) {
        return hasNothingOf(NameWords.of(other));
    }

    boolean hasNothingOf(NameWords other) {
        List<String> own = words().words();
        for (String word : other.words()) {
            if (own.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private NameWords words() {
        if (words == null) {
            words = NameWords.of(name);
        }
        return words;
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
