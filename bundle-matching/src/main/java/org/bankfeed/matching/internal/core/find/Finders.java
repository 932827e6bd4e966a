package org.bankfeed.matching.internal.core.find;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Tolerance;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.core.book.Book;
import org.bankfeed.matching.internal.core.book.Payer;
import org.bankfeed.matching.internal.core.book.Payers;
import org.bankfeed.matching.internal.core.read.Mentions;
import org.jspecify.annotations.Nullable;

/** Everything that a line may pay or speak of: asks each finder, party by party, and of what needs no party. */
public final class Finders {

    private final Book book;
    private final Line line;
    private final Tolerance tolerance;
    private final Mentions mentions;

    /** Who the line comes from, by what is known of its account, name and mandate. */
    private final List<Payers.Known> known;

    /** Whose names its text says. */
    private final List<Payers.Known> said;

    private final boolean identified;

    /** @param mayPay whether it is a movement of a kind that may pay an invoice; if not, only what its text names is looked for */
    public Finders(Book book, Line line, Tolerance tolerance, Mentions mentions, boolean mayPay) {
        this.book = book;
        this.line = line;
        this.tolerance = tolerance;
        this.mentions = mentions;
        this.known = mayPay ? book.payers().of(line) : List.of();
        this.said = mayPay && mentions.hits().isEmpty() ? book.payers().inText().of(line) : List.of();
        this.identified = isAnyCertain(known);
    }

    private static boolean isAnyCertain(List<Payers.Known> known) {
        for (Payers.Known one : known) {
            if (one.certain()) {
                return true;
            }
        }
        return false;
    }

    /** Whether account or mandate say who pays. */
    public boolean identified() {
        return identified;
    }

    public List<Explanation> explanations() {
        if (line.amount() == 0) {
            // some banks book what they only say
            return List.of();
        }
        Map<Payer, Payers.@Nullable Known> parties = parties();
        Told told = Told.of(line, mentions, known);
        List<Explanation> all = new ArrayList<>();
        for (Map.Entry<Payer, Payers.@Nullable Known> party : parties.entrySet()) {
            if (!isOutweighed(party.getKey(), party.getValue(), told)) {
                all.addAll(ofParty(party.getKey(), party.getValue(), told));
            }
        }
        all.addAll(new AmountFinder(book, line, tolerance, mentions, told).explanations(parties.keySet(), identified));
        Explanation together = new SeveralParties(line, mentions, book.payers(), known, said).explanation();
        if (together != null) {
            all.add(together);
        }
        return all;
    }

    /** Who the line may come from, with what is known of that: who is known, whose documents are named, whose name is said. */
    private Map<Payer, Payers.@Nullable Known> parties() {
        Map<Payer, Payers.@Nullable Known> parties = new LinkedHashMap<>();
        for (Payers.Known one : known) {
            parties.put(one.payer(), one);
        }
        for (Mentions.Hit hit : mentions.hits()) {
            Payer party = hit.item().party();
            if (!parties.containsKey(party)) {
                parties.put(party, known.isEmpty() ? null : book.payers().of(line, party));
            }
        }
        for (Payers.Known one : said) {
            Payers.Known before = parties.get(one.payer());
            if (before == null && !known.isEmpty()) {
                before = book.payers().of(line, one.payer());
            }
            if (before != null && before.certain() && known.size() > 1) {
                parties.put(one.payer(), before.and(one));
            } else if (before == null || before.weight() < one.weight()) {
                parties.put(one.payer(), one);
            }
        }
        return parties;
    }

    private List<Explanation> ofParty(Payer payer, Payers.@Nullable Known of, Told told) {
        List<Explanation> found = new PartyFinder(book, line, tolerance, mentions, payer, of, told).explanations();
        if (!namesAnother(payer)) {
            found.addAll(new SettledFinder(book, line, mentions, payer, of).explanations());
        }
        return found;
    }

    /** Whether the text says the name of one other party, which owes the amount: nothing is paid twice then for this one. */
    private boolean namesAnother(Payer payer) {
        return said.size() == 1 && said.get(0).payer() != payer && said.get(0).weight() > Weights.NAME_IN_TEXT;
    }

    /** Whether a party that no text names is known by so little that what it may have paid need not be looked for. */
    private boolean isOutweighed(Payer payer, Payers.@Nullable Known of, Told told) {
        return of != null
                && told.outweighs(of.weight() + Fit.EXACT.weight() + Weights.ONLY_SET)
                && mentions.shortenNothing()
                && !mentions.nameAny(payer);
    }
}
