package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The open items by what is open of them, and by what would be paid with the discount taken or a part held back. What leads
 * to the items is numbers, see {@link ById}.
 */
public final class AmountIndex {

    /** Beyond so many of one amount, an amount says nothing of an item. */
    public static final int MOST = 48;

    private final ById<Item> items;

    /**
     * Two for each place: amount and direction, 0 where nothing ever came, and the item that came last above how many there
     * are. Items are said by one more than their place, 0 is none.
     */
    private long[] slots = new long[2 << 10];

    private int used;

    /** Two for each item: its neighbours among the open items of the same amount, the earlier and the later one. */
    private int[] alike = new int[1 << 10];

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
        if (used * 4 >= slots.length) {
            rebuild();
        }
        long key = key(item, item.open);
        int slot = slot(key);
        if (slots[slot] == 0) {
            slots[slot] = key;
            used++;
        }
        int earlier = last(slot);
        link(earlier, item.place + 1);
        link(item.place + 1, 0);
        set(slot, item.place + 1, count(slot) + 1);
        addLess(item, item.discount);
        for (long cut : item.held.cuts()) {
            addLess(item, cut);
        }
    }

    /** Makes two items neighbours, or one the last of its side where the other is none. */
    private void link(int earlier, int later) {
        int most = 2 * Math.max(earlier, later);
        if (most > alike.length) {
            alike = Arrays.copyOf(alike, most + (most >> 1));
        }
        if (earlier != 0) {
            alike[2 * earlier - 1] = later;
        }
        if (later != 0) {
            alike[2 * later - 2] = earlier;
        }
    }

    private int last(int slot) {
        return (int) (slots[slot + 1] >>> Integer.SIZE);
    }

    private int count(int slot) {
        return (int) slots[slot + 1];
    }

    private void set(int slot, int last, int count) {
        slots[slot + 1] = (long) last << Integer.SIZE | count;
    }

    private void addLess(Item item, long cut) {
        if (cut > 0 && cut < item.open) {
            less.computeIfAbsent(key(item, item.open - cut), k -> new ArrayList<>(1))
                    .add(item);
        }
    }

    void remove(Item item) {
        int slot = slot(key(item, item.open));
        if (count(slot) == 0) {
            return;
        }
        int earlier = alike[2 * item.place];
        int later = alike[2 * item.place + 1];
        link(earlier, later);
        set(slot, later == 0 ? earlier : last(slot), count(slot) - 1);
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
        return count(slot(key(moneyIn, amount)));
    }

    /** How many there are with those that fit less their discount or what is held back. */
    public int countWithLess(boolean moneyIn, long amount) {
        List<Item> fitting = less.get(key(moneyIn, amount));
        return count(moneyIn, amount) + (fitting == null ? 0 : fitting.size());
    }

    /** Those items, the latest to come first, at most {@link #MOST}; with those that {@link #countWithLess} counts. */
    public List<Item> of(boolean moneyIn, long amount) {
        List<Item> found = new ArrayList<>(4);
        long key = key(moneyIn, amount);
        int next = last(slot(key));
        while (next != 0 && found.size() < MOST) {
            Item item = items.at(next - 1);
            found.add(item);
            next = alike[2 * item.place];
        }
        List<Item> fitting = less.getOrDefault(key, List.of());
        for (int i = fitting.size() - 1; i >= 0 && found.size() < MOST; i--) {
            found.add(fitting.get(i));
        }
        return found;
    }

    /** Where an amount is, or where it would have to be. */
    private int slot(long key) {
        int places = slots.length / 2;
        int place = (int) (key * 0x9E3779B97F4A7C15L >>> Long.numberOfLeadingZeros(places) + 1);
        while (slots[2 * place] != 0 && slots[2 * place] != key) {
            place = place + 1 & places - 1;
        }
        return 2 * place;
    }

    /** Leaves out the amounts of which nothing is open any more, and makes room. */
    private void rebuild() {
        long[] old = slots;
        used = 0;
        for (int slot = 0; slot < old.length; slot += 2) {
            used += (int) old[slot + 1] > 0 ? 1 : 0;
        }
        slots = new long[2 * Math.max(1 << 10, Integer.highestOneBit(used) * 8)];
        for (int slot = 0; slot < old.length; slot += 2) {
            if ((int) old[slot + 1] > 0) {
                int at = slot(old[slot]);
                slots[at] = old[slot];
                slots[at + 1] = old[slot + 1];
            }
        }
    }
}
