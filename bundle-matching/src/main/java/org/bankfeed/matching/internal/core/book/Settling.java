package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bankfeed.matching.internal.core.Share;

/**
 * What lines settle of documents, and what that teaches; both can be taken back exactly. A document may come after the line
 * that was booked on it.
 */
final class Settling {

    private final Documents documents;
    private final Facts facts;
    private final Undecided undecided;
    private final EndToEndIds endToEndIds;
    private final EqualOrder equalOrder;
    private final UnderWay underWay;

    /** Lines that a person booked on documents that have not come yet. */
    private final Map<String, List<Past>> awaited = new HashMap<>();

    Settling(
            Documents documents,
            Facts facts,
            Undecided undecided,
            EndToEndIds endToEndIds,
            EqualOrder equalOrder,
            UnderWay underWay) {
        this.documents = documents;
        this.facts = facts;
        this.undecided = undecided;
        this.endToEndIds = endToEndIds;
        this.equalOrder = equalOrder;
        this.underWay = underWay;
    }

    /** A document has come: what was booked on it before settles it now. */
    void arrived(Item item) {
        for (Past past : awaited.getOrDefault(item.id, List.of())) {
            for (Share share : past.shares) {
                if (share.document().equals(item.id)) {
                    documents.open(item, item.open - share.settles());
                    item.touchedBy(past);
                }
            }
        }
        awaited.remove(item.id);
    }

    /** A line settles so much; {@code proposed}: documents that a person saw proposed for it. */
    void settle(Past past, List<Share> shares, boolean byPerson, Set<String> proposed) {
        apply(past, shares, byPerson);
        if (byPerson) {
            reject(past, proposed);
        }
    }

    private void apply(Past past, List<Share> shares, boolean byPerson) {
        past.shares = List.copyOf(shares);
        past.confirmed = byPerson;
        if (shares.isEmpty() && !byPerson) {
            undecided.add(past);
        }
        Item paid = byPerson && shares.size() == 1 ? documents.get(shares.get(0).document()) : null;
        if (paid != null && paid.open == shares.get(0).settles()) {
            equalOrder.learn(past, paid);
        }
        List<Item> settled = new ArrayList<>(shares.size());
        Set<String> parties = new LinkedHashSet<>();
        for (Share share : shares) {
            Item item = documents.get(share.document());
            if (item != null) {
                documents.open(item, item.open - share.settles());
                item.touchedBy(past);
                settled.add(item);
                if (share.amount() > 0) {
                    parties.add(item.party.id);
                }
            } else {
                awaited.computeIfAbsent(share.document(), d -> new ArrayList<>(1))
                        .add(past);
            }
        }
        endToEndIds.learn(past, settled);
        parties.forEach(party -> past.taught(facts.learn(past, party, byPerson)));
        if (byPerson && shares.isEmpty()) {
            past.taught(facts.learn(past, Facts.NOBODY, true));
        }
    }

    /** Whoever picked another party's documents rejected the one that was proposed; one set aside rejects nobody. */
    private void reject(Past past, Set<String> proposed) {
        Set<Payer> paid = parties(past.shares.stream().map(Share::document).toList());
        if (!paid.isEmpty()) {
            Set<Payer> others = parties(proposed);
            others.removeAll(paid);
            others.forEach(party -> past.taught(facts.reject(past, party.id)));
        }
    }

    private Set<Payer> parties(Collection<String> ids) {
        Set<Payer> parties = new LinkedHashSet<>();
        for (String document : ids) {
            Item item = documents.get(document);
            if (item != null) {
                parties.add(item.party);
            }
        }
        return parties;
    }

    /** Takes back exactly what it settles, and what it taught. */
    void undo(Past past) {
        for (Share share : past.shares) {
            Item item = documents.get(share.document());
            if (item != null) {
                documents.open(item, item.open + share.settles());
                item.leftBy(past);
            } else {
                awaited.getOrDefault(share.document(), new ArrayList<>()).remove(past);
            }
        }
        undecided.remove(past);
        facts.unlearn(past);
        endToEndIds.unlearn(past);
        equalOrder.unlearn(past);
        past.shares = List.of();
        if (!past.executed.isEmpty()) {
            underWay.again(past.executed);
            past.executed = List.of();
        }
        past.linked = null;
        past.heldByHost = false;
        past.confirmed = false;
    }
}
