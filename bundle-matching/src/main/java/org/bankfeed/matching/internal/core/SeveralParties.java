package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.matching.ReasonCode;
import org.jspecify.annotations.Nullable;

/**
 * Documents of several parties that a text names one by one and that come out at the amount together: a parent or a factor
 * pays for many, or who pays his own pays another's beside them. Numbers that come to the cent together leave no chance, so
 * that it is booked where the account is known to pay for one of them, or for several others; else it is laid before a person.
 */
final class SeveralParties {

    private final Line line;
    private final Mentions mentions;
    private final Payers payers;
    private final List<Payers.Known> known;

    SeveralParties(Line line, Mentions mentions, Payers payers, List<Payers.Known> known) {
        this.line = line;
        this.mentions = mentions;
        this.payers = payers;
        this.known = known;
    }

    /** The explanation, or {@code null} if the text names no such documents. */
    @Nullable
    Explanation explanation() {
        if (mentions.hits().size() < 2) {
            return null;
        }
        List<Item> named = named();
        Set<Payer> parties = new LinkedHashSet<>();
        named.forEach(item -> parties.add(item.party));
        if (parties.size() < 2 || Items.open(named) != line.size()) {
            return null;
        }
        Explanation together = Less.NOTHING.explain(named, List.of(), line, false);
        Payers.Known payer = known(parties);
        if (payer != null) {
            payer.speaksFor(together);
        } else if (parties.size() == 2) {
            together.doubt(
                    ReasonCode.DOCUMENTS_OF_TWO_PARTIES,
                    () -> parties.stream().map(Arguments::party).toList());
        } else {
            together.doubt(ReasonCode.DOCUMENTS_OF_SEVERAL_PARTIES, () -> List.of(Arguments.count(parties.size())));
        }
        return together;
    }

    /** What the text names by whole numbers and the line may settle, each at a place of its own; empty if two share a place. */
    private List<Item> named() {
        List<Mentions.Hit> used = new ArrayList<>();
        List<Item> named = new ArrayList<>();
        for (Mentions.Hit hit : mentions.hits()) {
            Item item = hit.item();
            boolean settles = hit.weight() >= Weights.NAMED
                    && item.isOpen()
                    && item.currency.equals(line.currency())
                    && item.settledByMoneyIn() == line.in();
            if (!settles || named.contains(item)) {
                continue;
            }
            if (used.stream().anyMatch(other -> overlap(hit, other))) {
                return List.of();
            }
            used.add(hit);
            named.add(item);
        }
        return named;
    }

    private static boolean overlap(Mentions.Hit one, Mentions.Hit other) {
        return one.text() == other.text() && one.from() < other.to() && other.from() < one.to();
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
