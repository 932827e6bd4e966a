package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Arguments;
import org.bankfeed.matching.internal.core.book.Item;
import org.bankfeed.matching.internal.core.book.OpenItems;
import org.bankfeed.matching.internal.core.book.Payer;
import org.bankfeed.matching.internal.core.book.Payers;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.bankfeed.matching.internal.core.read.ShortenedList;
import org.bankfeed.matching.internal.text.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Documents of several parties that a text names one by one and that come out at the amount together: a parent or a factor
 * pays for many, or who pays his own pays another's beside them. Numbers that come to the cent together leave no chance, so
 * that it is booked where the account is known to pay for one of them, or for several others; else it is laid before a person.
 */
public final class SeveralParties {

    /** Who owes more documents than this is not paid for by his name alone. */
    private static final int MOST_OF_ONE = 20;

    private final Line line;
    private final Mentions mentions;
    private final Payers payers;
    private final List<Payers.Known> known;
    private final List<Payers.Known> said;

    /** @param said whose names the text says, if it names no document */
    public SeveralParties(
            Line line, Mentions mentions, Payers payers, List<Payers.Known> known, List<Payers.Known> said) {
        this.line = line;
        this.mentions = mentions;
        this.payers = payers;
        this.known = known;
        this.said = said;
    }

    /** The explanation, or {@code null} if the text names no such documents. */
    @Nullable
    public Explanation explanation() {
        if (mentions.hits().isEmpty()) {
            return said.size() < 2 ? null : ofWhomTheTextNames();
        }
        if (mentions.hits().size() == 1 && !mayGoOn()) {
            return null;
        }
        List<Item> named = named();
        List<Item> nets = new ArrayList<>(named);
        nets.removeIf(item -> item.settledByMoneyIn() == line.in());
        named.removeAll(nets);
        long rest = line.size() - Items.open(named);
        if (rest == 0) {
            nets = List.of();
        } else {
            rest += Items.open(nets);
            named.addAll(rest > 0 && !named.isEmpty() ? shortened(named, rest) : List.of());
        }
        Set<Payer> parties = new LinkedHashSet<>();
        named.forEach(item -> parties.add(item.party()));
        if (parties.size() < 2 || Items.open(named) - Items.open(nets) != line.size() || !owing(nets, parties)) {
            return null;
        }
        return together(named, nets, parties);
    }

    /** What the ends of numbers name beside whole ones, of those for whom the account is known to pay. */
    private List<Item> shortened(List<Item> named, long rest) {
        return mayGoOn() ? new ShortenedList(line, mentions).rest(payers.paidBy(line), named, rest) : List.of();
    }

    private boolean mayGoOn() {
        return known.size() > 1 && known.get(0).certain() && !mentions.shortenNothing();
    }

    /**
     * What parties owe whose names the text says, all of it or of each the oldest: a social service pays the rents of several
     * tenants.
     */
    private @Nullable Explanation ofWhomTheTextNames() {
        List<Item> all = new ArrayList<>();
        List<Item> oldest = new ArrayList<>();
        Set<Payer> parties = new LinkedHashSet<>();
        List<Payers.Known> whole = saidAsOne();
        for (Payers.Known one : whole) {
            OpenItems open = one.payer().open();
            for (int i = 0; i < open.size() && i < MOST_OF_ONE; i++) {
                Item item = open.get(i);
                if (item.settledByMoneyIn() == line.in() && item.currency().equals(line.currency())) {
                    all.add(item);
                    if (parties.add(item.party())) {
                        oldest.add(item);
                    }
                }
            }
        }
        List<Item> paid = Items.open(all) == line.size() ? all : oldest;
        if (parties.size() < 2 || parties.size() < whole.size() || Items.open(paid) != line.size()) {
            return null;
        }
        Explanation together = together(paid, List.of(), parties);
        together.weighs(whole.size() * Weights.NAME_IN_TEXT);
        whole.forEach(one -> together.says(one.words()));
        return together;
    }

    /** Of them those whose names stand there as one: the words of two names make up those of others. */
    private List<Payers.Known> saidAsOne() {
        String text = Fold.compact(line.text());
        return said.stream()
                .filter(one -> text.contains(Fold.compact(one.payer().name())))
                .toList();
    }

    private Explanation together(List<Item> named, List<Item> nets, Set<Payer> parties) {
        Explanation together = Less.NOTHING.explain(named, nets, line, false);
        Payers.Known payer = known(parties);
        if (payer != null) {
            together.isOf(payer);
        } else if (isCollectedByUs()) {
            return together;
        } else if (parties.size() == 2) {
            together.doubt(
                    ReasonCode.DOCUMENTS_OF_TWO_PARTIES,
                    () -> parties.stream().map(Arguments::party).toList());
        } else {
            together.doubt(ReasonCode.DOCUMENTS_OF_SEVERAL_PARTIES, () -> List.of(Arguments.count(parties.size())));
        }
        return together;
    }

    /** Whether it is a batch of direct debits of ours, which its bank books as one line from nobody. */
    private boolean isCollectedByUs() {
        return line.in() && line.name().isEmpty() && line.counterpart().isEmpty();
    }

    /** What the text names by whole numbers and the line may settle or net, each at a place of its own; empty if two share a place. */
    private List<Item> named() {
        List<Mentions.Hit> used = new ArrayList<>();
        List<Item> named = new ArrayList<>();
        for (Mentions.Hit hit : mentions.hits()) {
            Item item = hit.item();
            boolean settles = hit.weight() >= Weights.NAMED
                    && item.isOpen()
                    && item.currency().equals(line.currency());
            if (!settles || named.contains(item)) {
                continue;
            }
            Mentions.Hit other = overlapping(hit, used);
            if (other != null && other.item().settledByMoneyIn() == item.settledByMoneyIn()) {
                return new ArrayList<>(0);
            }
            if (other != null) {
                continue;
            }
            used.add(hit);
            named.add(item);
        }
        return named;
    }

    /** Whether credit notes are of parties whose documents are paid. */
    private static boolean owing(List<Item> nets, Set<Payer> parties) {
        return nets.stream().allMatch(item -> parties.contains(item.party()));
    }

    private static Mentions.@Nullable Hit overlapping(Mentions.Hit one, List<Mentions.Hit> used) {
        for (Mentions.Hit other : used) {
            if (one.text() == other.text() && one.from() < other.to() && other.from() < one.to()) {
                return other;
            }
        }
        return null;
    }

    /**
     * Of them the one of whom account or mandate say that he pays; else, where they say so of several others, one of those,
     * as of a factor whom one more has joined; or {@code null}.
     */
    private Payers.@Nullable Known known(Set<Payer> parties) {
        List<Payers.Known> certain =
                known.stream().filter(Payers.Known::certain).toList();
        for (Payers.Known one : certain) {
            if (parties.contains(one.payer())) {
                return one;
            }
        }
        for (Payer party : certain.isEmpty() ? Set.<Payer>of() : parties) {
            Payers.Known one = payers.of(line, party);
            if (one != null && one.certain()) {
                return one;
            }
        }
        return certain.size() > 1 ? certain.get(0) : null;
    }
}
