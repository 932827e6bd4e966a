package org.bankfeed.matching.internal.core.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OpenItems;
import org.bankfeed.matching.internal.core.book.Payer;

/**
 * The rest of a list that begins with whole numbers and goes on with the ends of others, of customers for whom one account
 * pays ("24070122 + 0143 + 0148"): each end names one document, and all come out at the amount together in one way only.
 *
 * <p>Costs a look at the endings of the open documents of those customers, for lines only that such an account sent, that
 * name a document and do not come out at what they name.
 */
public final class ShortenedList {

    private static final int MOST_PARTIES = 60;
    private static final int MOST_OF_ONE = 40;

    /** What has fewer digits is a day, or part of a telephone number. */
    private static final int FEWEST_DIGITS = 3;

    private static final int MOST_WAYS = 256;

    private final Line line;
    private final Mentions mentions;

    /** What each place may name. */
    private final Map<Integer, List<Item>> places = new LinkedHashMap<>();

    private List<Item> only = List.of();
    private int ways;

    public ShortenedList(Line line, Mentions mentions) {
        this.line = line;
        this.mentions = mentions;
    }

    /** The documents that the ends name; empty if there are none that come out at the rest, or if others do so too. */
    public List<Item> rest(List<Payer> customers, List<Item> named, long rest) {
        for (int i = 0; i < customers.size() && i < MOST_PARTIES; i++) {
            look(customers.get(i).open(), named);
        }
        long combinations = 1;
        for (List<Item> one : places.values()) {
            combinations = Math.min(MOST_WAYS + 1, combinations * one.size());
        }
        if (!places.isEmpty() && combinations <= MOST_WAYS) {
            choose(new ArrayList<>(places.values()), 0, rest, new ArrayList<>());
        }
        return ways == 1 ? only : List.of();
    }

    private void look(OpenItems open, List<Item> named) {
        for (int i = 0; i < open.size() && i < MOST_OF_ONE; i++) {
            boolean settles = open.settledByMoneyIn(i) == line.in() && mentions.mayShorten(open.ending(i));
            Item item = settles ? open.get(i) : null;
            if (item == null || named.contains(item) || !item.currency().equals(line.currency())) {
                continue;
            }
            Mentions.Hit hit = mentions.of(item);
            if (hit != null && !hit.strong() && hit.to() - hit.from() >= FEWEST_DIGITS) {
                places.computeIfAbsent(hit.from(), place -> new ArrayList<>(1)).add(item);
            }
        }
    }

    private void choose(List<List<Item>> from, int at, long rest, List<Item> chosen) {
        if (at == from.size()) {
            if (rest == 0) {
                only = List.copyOf(chosen);
                ways++;
            }
            return;
        }
        for (Item item : from.get(at)) {
            if (item.open() <= rest && !chosen.contains(item)) {
                chosen.add(item);
                choose(from, at + 1, rest - item.open(), chosen);
                chosen.remove(chosen.size() - 1);
            }
        }
    }
}
