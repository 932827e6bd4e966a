package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.bankfeed.matching.Evidence;

/** Finds whose money a line may be: by account number, mandate, a name that paid before, and the words of the name. */
final class Payers {

    private static final int MOST = 8;

    private final Map<String, Payer> payers = new LinkedHashMap<>();
    private final NameIndex names = new NameIndex();
    private final Facts facts;

    Payers(Facts facts) {
        this.facts = facts;
    }

    /**
     * A party that a line may come from.
     *
     * @param weight how sure, as the logarithm of odds
     * @param certain whether account or mandate say so
     */
    record Known(Payer payer, double weight, boolean certain, Supplier<Evidence> words) {
        Evidence evidence() {
            return words.get();
        }
    }

    Payer of(Document.Party party) {
        Payer payer = payers.computeIfAbsent(party.id(), Payer::new);
        if (!payer.name.equals(party.name())) {
            names.put(payer, party.name());
        }
        return payer;
    }

    /** Whether a person said that money from this account pays no invoice. */
    boolean saidToBeNobody(Line line) {
        String account = Facts.account(line.counterpart());
        Facts.Said said = facts.of(account.length() > 1 ? account : Facts.name(line.name()))
                .get(Facts.NOBODY);
        return said != null && said.byPerson > 0;
    }

    /** Who it may be, most probable first, at most eight. */
    List<Known> of(Line line) {
        Map<Payer, Known> found = new LinkedHashMap<>();
        String account = Facts.accountKey(line.counterpart());
        if (!account.isEmpty()) {
            byFact(
                    found,
                    Facts.account(line.counterpart()),
                    Weights.ACCOUNT,
                    true,
                    "counterpartReference",
                    masked(account),
                    "account " + masked(account));
        }
        if (!Fillers.orEmpty(line.mandate()).isEmpty()) {
            byFact(
                    found,
                    Facts.mandate(line.mandate()),
                    Weights.MANDATE,
                    true,
                    "mandateId",
                    line.mandate(),
                    "mandate " + line.mandate());
        }
        if (found.isEmpty() && line.name().length() > 2) {
            byFact(
                    found,
                    Facts.name(line.name()),
                    Weights.LEARNED_NAME,
                    false,
                    "counterpartName",
                    line.name(),
                    "the name '" + line.name() + "'");
            byWords(found, line);
        }
        List<Known> known = new ArrayList<>(found.values());
        known.sort(Comparator.comparingDouble((Known k) -> -k.weight()).thenComparing(k -> k.payer().id));
        return known.size() > MOST ? known.subList(0, MOST) : known;
    }

    /** An account number that may stand in a sentence. */
    static String masked(String account) {
        return account.length() <= 6
                ? account
                : account.substring(0, 2) + "…" + account.substring(account.length() - 4);
    }

    private void byFact(
            Map<Payer, Known> found,
            String key,
            double weight,
            boolean certain,
            String field,
            String excerpt,
            String what) {
        Map<String, Facts.Said> said = facts.of(key);
        int parties = said.size() - (said.containsKey(Facts.NOBODY) ? 1 : 0);
        said.forEach((party, by) -> {
            Payer payer = payers.get(party);
            if (payer != null) {
                boolean onFile = by.byHost > 0;
                String sentence = onFile ? " is on file as that of " : " has paid for ";
                Supplier<Evidence> words = () -> new Evidence(
                        Evidence.Speaks.FOR, what + sentence + payer.name + (onFile ? "" : " before"), field, excerpt);
                offer(found, new Known(payer, weight - 0.7 * (parties - 1), certain, words));
            }
        });
    }

    private static void offer(Map<Payer, Known> found, Known known) {
        found.merge(known.payer(), known, (a, b) -> a.weight() >= b.weight() ? a : b);
    }

    private void byWords(Map<Payer, Known> found, Line line) {
        for (NameIndex.Like like : names.like(line.name(), MOST)) {
            Supplier<Evidence> words = () -> new Evidence(
                    Evidence.Speaks.FOR,
                    "the name '" + line.name() + "' is like " + like.payer().name,
                    "counterpartName",
                    line.name());
            offer(found, new Known(like.payer(), like.weight(), false, words));
        }
    }
}
