package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Documents or lines by their ids; what is kept stays. They lie in the order in which they came, and the table that leads to
 * them holds numbers: a book has a million of each, and the collector has nothing to look for among numbers.
 */
public final class ById<T> {

    private final Function<T, String> id;
    private final List<T> row = new ArrayList<>();

    /** The hash of an id, and below it one more than the place in the row; 0 where nothing is. */
    private long[] slots = new long[1 << 10];

    ById(Function<T, String> id) {
        this.id = id;
    }

    /** What has an id, or {@code null}. */
    @Nullable
    public T get(String asked) {
        int hash = asked.hashCode();
        for (int slot = slot(hash); slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            if ((int) (slots[slot] >>> Integer.SIZE) == hash) {
                T kept = row.get((int) slots[slot] - 1);
                if (id.apply(kept).equals(asked)) {
                    return kept;
                }
            }
        }
        return null;
    }

    boolean contains(String asked) {
        return get(asked) != null;
    }

    /** Keeps something whose id is not there yet, at the place {@link #size()}. */
    void add(T kept) {
        row.add(kept);
        put(id.apply(kept).hashCode(), row.size());
        if (row.size() * 2 > slots.length) {
            grow();
        }
    }

    int size() {
        return row.size();
    }

    /** What came as so many-th, from 0 on. */
    T at(int place) {
        return row.get(place);
    }

    /** All of them, in the order in which they came. */
    List<T> all() {
        return Collections.unmodifiableList(row);
    }

    private void put(int hash, int place) {
        int slot = slot(hash);
        while (slots[slot] != 0) {
            slot = slot + 1 & slots.length - 1;
        }
        slots[slot] = (long) hash << Integer.SIZE | place;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> Short.SIZE) & slots.length - 1;
    }

    private void grow() {
        long[] old = slots;
        slots = new long[old.length * 2];
        for (long slot : old) {
            if (slot != 0) {
                put((int) (slot >>> Integer.SIZE), (int) slot);
            }
        }
    }
}
