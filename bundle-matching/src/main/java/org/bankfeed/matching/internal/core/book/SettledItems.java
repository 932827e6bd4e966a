package org.bankfeed.matching.internal.core.book;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The settled items of a party that a line may speak of once more, the latest last, and beside each what rules most of them
 * out: the items lie anywhere in memory, what is asked of all of them at every line of their party lies here together.
 *
 * <p>What stands beside an item is what the item says, if {@link #note} is called whenever it says something else.
 */
public final class SettledItems {

    /** Of a party of which none is settled; nothing is added to it. */
    static final SettledItems NONE = new SettledItems();

    /** Older ones are forgotten. */
    private static final int MOST = 40;

    /** What was closed by hand longer ago is not what a line pays that does not name it. */
    public static final int CLOSED_LONG_AGO = 45;

    /** The same of what a line paid. */
    public static final int PAID_LONG_AGO = 10;

    private @Nullable Item[] items = {};

    /**
     * Two for each item: what a line that speaks of it and does not name it amounts to, whatever its sign, and the last day on
     * which there may be one above what the digits of its number end in.
     */
    private long[] numbers = {};

    private int size;

    void add(Item item) {
        remove(item);
        if (size == MOST) {
            remove(0);
        } else if (size == items.length) {
            grow(Math.min(MOST, Math.max(2, size * 2)));
        }
        items[size++] = item;
        item.isAmongSettled = true;
        set(size - 1, item);
    }

    void remove(Item item) {
        int at = place(item);
        if (at >= 0) {
            remove(at);
        }
    }

    /** An item says something else now; nothing is done if it is not among these. */
    void note(Item item) {
        int at = place(item);
        if (at >= 0) {
            set(at, item);
        }
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

    /** Whether a line that does not name an item may speak of it all the same, by its day and amount. */
    public boolean mayBePaidAgain(int i, int day, long amount) {
        return numbers[2 * i] == amount && day <= (int) (numbers[2 * i + 1] >> Integer.SIZE);
    }

    /** What the digits of its number end in, see {@link Endings}. */
    public byte ending(int i) {
        return (byte) numbers[2 * i + 1];
    }

    /** Most of what is asked for is not here, or came last. */
    private int place(Item item) {
        int at = item.isAmongSettled ? size - 1 : -1;
        while (at >= 0 && items[at] != item) {
            at--;
        }
        return at;
    }

    private void set(int i, Item item) {
        boolean byHand = item.closedByUser();
        Past last = item.last;
        int lastDay = byHand ? item.closedOn + CLOSED_LONG_AGO : item.lastDay + PAID_LONG_AGO;
        numbers[2 * i] = byHand ? item.closedAmount : last == null ? -1 : Math.abs(last.amount);
        numbers[2 * i + 1] = (long) lastDay << Integer.SIZE | Byte.toUnsignedLong(item.ending);
    }

    private void remove(int i) {
        get(i).isAmongSettled = false;
        int rest = --size - i;
        System.arraycopy(items, i + 1, items, i, rest);
        System.arraycopy(numbers, 2 * (i + 1), numbers, 2 * i, 2 * rest);
        items[size] = null;
    }

    private void grow(int capacity) {
        items = Arrays.copyOf(items, capacity);
        numbers = Arrays.copyOf(numbers, 2 * capacity);
    }
}
