package org.bankfeed.matching.internal.core;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The open items of a party, oldest first, and beside each what most questions ask of it: the items lie anywhere in memory,
 * what is asked of all of them at every line of their party lies here together.
 *
 * <p>What stands beside an item is what the item says, if {@link #put} is called whenever it says something else. Items do
 * not change in what they are sorted by while they are here.
 */
final class OpenItems {

    private static final int SALES = 1;
    private static final int MONEY_IN = 2;
    private static final int PLAIN = 4;

    private @Nullable Item[] items = {};
    private String[] currencies = {};
    private long[] amounts = {};
    private int[] dues = {};
    private byte[] endings = {};
    private byte[] looks = {};
    private int size;

    /** Takes an item in, or what it says now. */
    void put(Item item) {
        int at = place(item);
        if (at < 0) {
            at = -at - 1;
            insert(at);
        }
        items[at] = item;
        currencies[at] = item.currency;
        amounts[at] = item.open;
        dues[at] = item.due;
        endings[at] = item.ending;
        boolean plain = item.discount == 0 && item.held.isEmpty() && item.lines.isEmpty();
        looks[at] = (byte) ((item.sales ? SALES : 0) | (item.settledByMoneyIn() ? MONEY_IN : 0) | (plain ? PLAIN : 0));
    }

    void remove(Item item) {
        int at = place(item);
        if (at >= 0) {
            size--;
            shift(at + 1, at, size - at);
            items[size] = null;
        }
    }

    boolean isEmpty() {
        return size == 0;
    }

    int size() {
        return size;
    }

    Item get(int i) {
        Item item = items[i];
        if (item == null || i >= size) {
            throw new IndexOutOfBoundsException(i);
        }
        return item;
    }

    /** Whether it is a document of sales, or none, in a currency. */
    boolean isOf(int i, boolean sales, String currency) {
        return (looks[i] & SALES) != 0 == sales && currencies[i].equals(currency);
    }

    boolean settledByMoneyIn(int i) {
        return (looks[i] & MONEY_IN) != 0;
    }

    /** Whether nothing may be kept back of it, by discount or contract, and no line has touched it. */
    boolean isPlain(int i) {
        return (looks[i] & PLAIN) != 0;
    }

    /** What is open of it. */
    long amount(int i) {
        return amounts[i];
    }

    int due(int i) {
        return dues[i];
    }

    /** What the digits of its number end in, see {@link Endings}. */
    byte ending(int i) {
        return endings[i];
    }

    /** Where an item is, or, as a binary search says it, would be. */
    private int place(Item item) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order =
                    dues[middle] != item.due ? Integer.compare(dues[middle], item.due) : Item.byAge(get(middle), item);
            if (order == 0) {
                return middle;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -low - 1;
    }

    private void insert(int at) {
        if (size == items.length) {
            grow(Math.max(2, size + (size >> 1) + 1));
        }
        shift(at, at + 1, size - at);
        size++;
    }

    private void shift(int from, int to, int count) {
        System.arraycopy(items, from, items, to, count);
        System.arraycopy(currencies, from, currencies, to, count);
        System.arraycopy(amounts, from, amounts, to, count);
        System.arraycopy(dues, from, dues, to, count);
        System.arraycopy(endings, from, endings, to, count);
        System.arraycopy(looks, from, looks, to, count);
    }

    private void grow(int capacity) {
        items = Arrays.copyOf(items, capacity);
        currencies = Arrays.copyOf(currencies, capacity);
        amounts = Arrays.copyOf(amounts, capacity);
        dues = Arrays.copyOf(dues, capacity);
        endings = Arrays.copyOf(endings, capacity);
        looks = Arrays.copyOf(looks, capacity);
    }
}
