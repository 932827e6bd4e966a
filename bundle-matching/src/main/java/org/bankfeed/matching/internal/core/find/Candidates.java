package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OpenItems;
import org.bankfeed.matching.internal.core.read.Mentions;

/**
 * Some of a party's open items, oldest first: those that a line may settle, or those that may be netted against them. What
 * is asked of all of them is asked of the {@link OpenItems}, so that few are looked up in memory.
 */
final class Candidates {

    private static final int[] NONE = {};
    private static final int FEW = 10;

    private static final int MOST_NAMED = 40;

    private final OpenItems open;

    /** The place of each among the open items. */
    private int[] places = NONE;

    private int size;

    /** Where the texts name one of them, in the order of the items. */
    private List<Mentions.Hit> named = List.of();

    private boolean heldBack;

    Candidates(OpenItems open) {
        this.open = open;
    }

    void add(int place) {
        if (size == places.length) {
            places = Arrays.copyOf(places, Math.min(open.size(), Math.max(FEW, size * 2)));
        }
        places[size++] = place;
        heldBack |= open.isHeldBack(place);
    }

    /** The texts name the one that was added last. */
    void named(Mentions.Hit hit) {
        named = named.isEmpty() ? new ArrayList<>(2) : named;
        named.add(hit);
    }

    /** All of them. */
    List<Item> items() {
        List<Item> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(get(i));
        }
        return items;
    }

    List<Mentions.Hit> named() {
        return named;
    }

    /** The documents that the texts name clearly, of many the first. */
    List<Item> clearlyNamed() {
        List<Item> some = new ArrayList<>(named.size());
        for (Mentions.Hit hit : named) {
            if (hit.weight() >= Weights.NAMED && some.size() < MOST_NAMED) {
                some.add(hit.item());
            }
        }
        return some;
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    Item get(int i) {
        return open.get(places[i]);
    }

    /** What is open of one. */
    long amount(int i) {
        return open.amount(places[i]);
    }

    /** What is open of the oldest so many. */
    long[] amounts(int most) {
        long[] amounts = new long[Math.min(most, size)];
        for (int i = 0; i < amounts.length; i++) {
            amounts[i] = amount(i);
        }
        return amounts;
    }

    /** Whether nothing may be kept back of one, by discount or contract, and no line has touched it. */
    boolean isPlain(int i) {
        return open.isPlain(places[i]);
    }

    /** Whether a part of any is held back, by contract or law. */
    boolean areHeldBack() {
        return heldBack;
    }
}
