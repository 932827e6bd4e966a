package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.bankfeed.matching.ReasonCode;
import org.bankfeed.matching.internal.text.Fold;
import org.jspecify.annotations.Nullable;

/**
 * Documents of two parties that a text names one by one and that come out at the amount together: who pays his own pays
 * another's beside them. It is always laid before a person.
 */
final class TwoParties {

    /** So short a name stands in many texts. */
    private static final int SHORTEST_NAME = 4;

    private final Line line;
    private final Mentions mentions;
    private final List<Payers.Known> known;

    TwoParties(Line line, Mentions mentions, List<Payers.Known> known) {
        this.line = line;
        this.mentions = mentions;
        this.known = known;
    }

    /** The explanation, or {@code null} if the text names no such documents. */
    @Nullable
    Explanation explanation() {
        if (known.isEmpty() || mentions.hits().size() < 2) {
            return null;
        }
        List<Item> named = named();
        Set<Payer> parties = new LinkedHashSet<>();
        named.forEach(item -> parties.add(item.party));
        if (parties.size() != 2 || Items.open(named) != line.size()) {
            return null;
        }
        Payers.Known payer = known(parties);
        if (payer == null || !parties.stream().allMatch(this::isMeant)) {
            return null;
        }
        Explanation both = Less.NOTHING.explain(named, List.of(), line, false);
        payer.speaksFor(both);
        both.doubt(
                ReasonCode.DOCUMENTS_OF_TWO_PARTIES,
                () -> parties.stream().map(Arguments::party).toList());
        return both;
    }

    /** What the text names beyond doubt and the line may settle, each at a place of its own; empty if two share a place. */
    private List<Item> named() {
        List<Mentions.Hit> used = new ArrayList<>();
        List<Item> named = new ArrayList<>();
        for (Mentions.Hit hit : mentions.hits()) {
            Item item = hit.item();
            boolean settles = hit.strong()
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

    /** Of the two the one of whom account or mandate say that he pays, or {@code null}. */
    private Payers.@Nullable Known known(Set<Payer> parties) {
        return known.stream()
                .filter(one -> one.certain() && parties.contains(one.payer()))
                .findFirst()
                .orElse(null);
    }

    /** Whether a fact or a name says that the line may be for a party. */
    private boolean isMeant(Payer party) {
        String name = Fold.compact(party.name);
        return known.stream().anyMatch(one -> one.payer() == party)
                || name.length() >= SHORTEST_NAME && Fold.compact(line.text()).contains(name);
    }
}
