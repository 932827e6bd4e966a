package org.bankfeed.matching.internal.core.book;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The open items of a party, oldest first, and beside each what most questions ask of it: the items lie anywhere in memory,
 * what is asked of all of them at every line of their party lies here together.
 *
 * <p>What stands beside an item is what the item says, if {@link #put} is called whenever it says something else. Items do
 * not change in what they are sorted by while they are here.
 */
public final class OpenItems {

    private static final int SALES = 1;
    private static final int MONEY_IN = 2;
    private static final int PLAIN = 4;
    private static final int HELD = 8;

    /** What is asked first: whether it is of sales, and its currency. */
    private static final int KIND = 0xFFFF0000 | SALES;

    private static final int ENDING = 8;
    private static final int CURRENCY = 16;

    private static final Item[] NO_ITEMS = {};
    private static final long[] NO_NUMBERS = {};

    private @Nullable Item[] items = NO_ITEMS;

    /** Two for each item: what is open of it, and its due day above what else is asked of it. */
    private long[] numbers = NO_NUMBERS;

    private int size;

    /** Takes an item in, or what it says now. */
    void put(Item item) {
        int at = place(item);
        if (at < 0) {
            at = -at - 1;
            insert(at);
        }
        items[at] = item;
        numbers[2 * at] = item.open;
        numbers[2 * at + 1] = (long) item.due << Integer.SIZE | Integer.toUnsignedLong(looks(item));
    }

    private static int looks(Item item) {
        boolean held = !item.held.isEmpty();
        boolean plain = item.discount == 0 && !held && item.last == null;
        return kind(item.sales, item.currency)
                | (item.ending & 0xFF) << ENDING
                | (item.settledByMoneyIn() ? MONEY_IN : 0)
                | (plain ? PLAIN : 0)
                | (held ? HELD : 0);
    }

    /** What a document of sales, or none, in a currency has in common with others of its kind. */
    public static int kind(boolean sales, String currency) {
        return currency.hashCode() << CURRENCY | (sales ? SALES : 0);
    }

    void remove(Item item) {
        int at = place(item);
        if (at >= 0) {
            size--;
            shift(at + 1, at, size - at);
            items[size] = null;
        }
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public int size() {
        return size;
    }

    public Item get(int i) {
        Item item = items[i];
        if (item == null || i >= size) {
            throw new IndexOutOfBoundsException(i);
        }
        return item;
    }

    /** Whether it is of a {@link #kind}. */
    public boolean isOf(int i, int kind) {
        return (looks(i) & KIND) == kind;
    }

    public boolean settledByMoneyIn(int i) {
        return (looks(i) & MONEY_IN) != 0;
    }

    /** Whether nothing may be kept back of it, by discount or contract, and no line has touched it. */
    public boolean isPlain(int i) {
        return (looks(i) & PLAIN) != 0;
    }

    /** Whether a part of it is held back, by contract or law. */
    public boolean isHeldBack(int i) {
        return (looks(i) & HELD) != 0;
    }

    /** What is open of it. */
    public long amount(int i) {
        return numbers[2 * i];
    }

    public int due(int i) {
        return (int) (numbers[2 * i + 1] >> Integer.SIZE);
    }

    /** What the digits of its number end in, see {@link Endings}. */
    public byte ending(int i) {
        return (byte) (looks(i) >> ENDING);
    }

    private int looks(int i) {
        return (int) numbers[2 * i + 1];
    }

    /** Where an item is, or, as a binary search says it, would be. */
    private int place(Item item) {
        int low = 0;
        int high = size - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int due = due(middle);
            int order = due != item.due ? Integer.compare(due, item.due) : Item.byAge(get(middle), item);
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
            int capacity = Math.max(2, size + (size >> 1) + 1);
            items = Arrays.copyOf(items, capacity);
            numbers = Arrays.copyOf(numbers, 2 * capacity);
        }
        shift(at, at + 1, size - at);
        size++;
    }

    private void shift(int from, int to, int count) {
        System.arraycopy(items, from, items, to, count);
        System.arraycopy(numbers, 2 * from, numbers, 2 * to, 2 * count);
    }
}
