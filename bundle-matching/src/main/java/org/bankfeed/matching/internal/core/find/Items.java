package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.bankfeed.matching.internal.core.book.Item;

/** What is asked of several items together. */
final class Items {

    static final ToLongFunction<Item> OPEN = item -> item.open();

    /** Sets that the text does not name are sought among so many of the oldest. */
    private static final int WIDTH = 14;

    private Items() {}

    /** What is open of them. */
    static long open(List<Item> items) {
        long sum = 0;
        for (Item item : items) {
            sum += item.open();
        }
        return sum;
    }

    /** What is due of them beside what is held back. */
    static long due(List<Item> items) {
        long due = 0;
        for (Item item : items) {
            due += item.held().due(item.open());
        }
        return due;
    }

    /** Those among which sets are sought. */
    static List<Item> oldest(List<Item> byAge) {
        return first(WIDTH, byAge);
    }

    static List<Item> first(int most, List<Item> items) {
        return items.size() > most ? items.subList(0, most) : items;
    }

    static List<Item> joined(List<Item> a, List<Item> b) {
        List<Item> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    static List<Item> without(List<Item> all, List<Item> some) {
        Set<Item> left = new LinkedHashSet<>(all);
        some.forEach(left::remove);
        return new ArrayList<>(left);
    }
}
