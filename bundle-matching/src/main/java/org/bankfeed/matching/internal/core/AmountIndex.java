package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The open items by what is open of them, and by what would be paid with the discount taken or a part held back. */
final class AmountIndex {

    /** Beyond so many of one amount, an amount says nothing of an item. */
    static final int MOST = 48;

    private final Map<Long, Chain> open = new HashMap<>();
    private final Map<Long, List<Item>> less = new HashMap<>();

    private static final class Chain {
        @Nullable
        Item first;

        int size;
    }

    private static long key(Item item, long amount) {
        return amount << 1 | (item.settledByMoneyIn() ? 1 : 0);
    }

    void add(Item item) {
        Chain chain = open.computeIfAbsent(key(item, item.open), k -> new Chain());
        item.before = null;
        item.after = chain.first;
        if (chain.first != null) {
            chain.first.before = item;
        }
        chain.first = item;
        chain.size++;
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
        long key = key(item, item.open);
        Chain chain = open.get(key);
        if (chain == null) {
            return;
        }
        if (item.before != null) {
            item.before.after = item.after;
        } else {
            chain.first = item.after;
        }
        if (item.after != null) {
            item.after.before = item.before;
        }
        item.before = null;
        item.after = null;
        if (--chain.size == 0) {
            open.remove(key);
        }
        removeLess(item, item.discount);
        for (long cut : item.held.cuts()) {
            removeLess(item, cut);
        }
    }

    private void removeLess(Item item, long cut) {
        if (cut > 0 && cut < item.open) {
            long key = key(item, item.open - cut);
            List<Item> items = less.get(key);
            if (items != null && items.remove(item) && items.isEmpty()) {
                less.remove(key);
            }
        }
    }

    /** How many items that money of this direction settles have exactly this amount open. */
    int count(boolean moneyIn, long amount) {
        Chain chain = open.get(amount << 1 | (moneyIn ? 1 : 0));
        return chain == null ? 0 : chain.size;
    }

    /** How many there are with those that fit less their discount or what is held back. */
    int countWithLess(boolean moneyIn, long amount) {
        List<Item> fitting = less.get(amount << 1 | (moneyIn ? 1 : 0));
        return count(moneyIn, amount) + (fitting == null ? 0 : fitting.size());
    }

    /** Those items, the latest to come first, at most {@link #MOST}; with those that {@link #countWithLess} counts. */
    List<Item> of(boolean moneyIn, long amount) {
        List<Item> found = new ArrayList<>(4);
        long key = amount << 1 | (moneyIn ? 1 : 0);
        Chain chain = open.get(key);
        for (Item item = chain == null ? null : chain.first; item != null && found.size() < MOST; item = item.after) {
            found.add(item);
        }
        List<Item> fitting = less.getOrDefault(key, List.of());
        for (int i = fitting.size() - 1; i >= 0 && found.size() < MOST; i--) {
            found.add(fitting.get(i));
        }
        return found;
    }
}
