package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open items by what is open of them, and by what would be paid with the discount taken or a part held back. What leads
 * to the items is numbers, see {@link ById}.
 */
final class AmountIndex {

    /** Beyond so many of one amount, an amount says nothing of an item. */
    static final int MOST = 48;

    private final ById<Item> items;

    /** Amount and direction; 0 where nothing ever came. */
    private long[] keys = new long[1 << 10];

    /** Of each the item that came last, as one more than its place; 0 for none. The items lead on to the others. */
    private int[] first = new int[1 << 10];

    private int[] count = new int[1 << 10];
    private int used;

    private final Map<Long, List<Item>> less = new HashMap<>();

    AmountIndex(ById<Item> items) {
        this.items = items;
    }

    private static long key(Item item, long amount) {
        return key(item.settledByMoneyIn(), amount);
    }

    private static long key(boolean moneyIn, long amount) {
        return amount << 1 | (moneyIn ? 1 : 0);
    }

    void add(Item item) {
        if (used * 2 >= keys.length) {
            rebuild();
        }
        long key = key(item, item.open);
        int slot = slot(key);
        if (keys[slot] == 0) {
            keys[slot] = key;
            used++;
        }
        item.laterAlike = 0;
        item.earlierAlike = first[slot];
        if (first[slot] != 0) {
            items.at(first[slot] - 1).laterAlike = item.place + 1;
        }
        first[slot] = item.place + 1;
        count[slot]++;
        addLess(item, item.discount);
        for (long cut : item.held.cuts()) {
            addLess(item, cut);
        }
    }

    private void addLess(Item item, long cut) {
        if (cut > 0 && cut < item.open) {
            less.computeIfAbsent(key(item, item.open - cut), k -> new ArrayList<>(1))
                    .add(item);
        }
    }

    void remove(Item item) {
        int slot = slot(key(item, item.open));
        if (count[slot] == 0) {
            return;
        }
        if (item.laterAlike != 0) {
            items.at(item.laterAlike - 1).earlierAlike = item.earlierAlike;
        } else {
            first[slot] = item.earlierAlike;
        }
        if (item.earlierAlike != 0) {
            items.at(item.earlierAlike - 1).laterAlike = item.laterAlike;
        }
        item.laterAlike = 0;
        item.earlierAlike = 0;
        count[slot]--;
        removeLess(item, item.discount);
        for (long cut : item.held.cuts()) {
            removeLess(item, cut);
        }
    }

    private void removeLess(Item item, long cut) {
        if (cut > 0 && cut < item.open) {
            long key = key(item, item.open - cut);
            List<Item> fitting = less.get(key);
            if (fitting != null && fitting.remove(item) && fitting.isEmpty()) {
                less.remove(key);
            }
        }
    }

    /** How many items that money of this direction settles have exactly this amount open. */
    int count(boolean moneyIn, long amount) {
        return count[slot(key(moneyIn, amount))];
    }

    /** How many there are with those that fit less their discount or what is held back. */
    int countWithLess(boolean moneyIn, long amount) {
        List<Item> fitting = less.get(key(moneyIn, amount));
        return count(moneyIn, amount) + (fitting == null ? 0 : fitting.size());
    }

    /** Those items, the latest to come first, at most {@link #MOST}; with those that {@link #countWithLess} counts. */
    List<Item> of(boolean moneyIn, long amount) {
        List<Item> found = new ArrayList<>(4);
        long key = key(moneyIn, amount);
        int next = first[slot(key)];
        while (next != 0 && found.size() < MOST) {
            Item item = items.at(next - 1);
            found.add(item);
            next = item.earlierAlike;
        }
        List<Item> fitting = less.getOrDefault(key, List.of());
        for (int i = fitting.size() - 1; i >= 0 && found.size() < MOST; i--) {
            found.add(fitting.get(i));
        }
        return found;
    }

    /** Where an amount is, or where it would have to be. */
    private int slot(long key) {
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(keys.length) + 1);
        while (keys[slot] != 0 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    /** Leaves out the amounts of which nothing is open any more, and makes room. */
    private void rebuild() {
        long[] oldKeys = keys;
        int[] oldFirst = first;
        int[] oldCount = count;
        int living = 0;
        for (int one : oldCount) {
            living += one > 0 ? 1 : 0;
        }
        int size = Math.max(1 << 10, Integer.highestOneBit(living) * 8);
        keys = new long[size];
        first = new int[size];
        count = new int[size];
        used = living;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCount[i] > 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                first[slot] = oldFirst[i];
                count[slot] = oldCount[i];
            }
        }
    }
}
