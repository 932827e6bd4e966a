package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.bankfeed.matching.internal.text.NameWords;
import org.jspecify.annotations.Nullable;

/** A party of the book: its names and its items. Only the book changes it. */
final class Payer {

    /** How many settled items of a party are remembered as the ones a line may speak of again. */
    private static final int SETTLED_KEPT = 40;

    final String id;
    String name = "";
    List<NameIndex.Word> words = List.of();
    String legalForm = "";

    /** The words again with foreign letters dropped instead of folded; empty if there are none. */
    List<NameIndex.Word> droppedWords = List.of();

    /** The last search by name that came past it. */
    long search;

    /** Open items, oldest first. */
    final List<Item> open = new ArrayList<>(2);

    /** Items settled by a line or closed by the user, latest last. */
    final List<Item> settled = new ArrayList<>(2);

    Payer(String id) {
        this.id = id;
    }

    void called(NameWords of, String name, List<NameIndex.Word> words, List<NameIndex.Word> droppedWords) {
        this.name = name;
        this.legalForm = of.legalForm();
        this.words = words;
        this.droppedWords = droppedWords;
    }

    /** Whether another name shares no word with this party's. */
    boolean hasNothingOf(String other) {
        List<String> own = NameWords.of(name).words();
        return NameWords.of(other).words().stream().noneMatch(own::contains);
    }

    void opened(Item item) {
        settled.remove(item);
        int at = Collections.binarySearch(open, item, Item::byAge);
        if (at < 0) {
            open.add(-at - 1, item);
        }
    }

    void settled(Item item) {
        closed(item);
        settled.remove(item);
        settled.add(item);
        if (settled.size() > SETTLED_KEPT) {
            settled.remove(0);
        }
    }

    void closed(Item item) {
        int at = Collections.binarySearch(open, item, Item::byAge);
        if (at >= 0) {
            open.remove(at);
        }
    }

    /** That of its id: cheaper than the one that the runtime gives each object. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }
}
