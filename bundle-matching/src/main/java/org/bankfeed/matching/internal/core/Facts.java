package org.bankfeed.matching.internal.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.NameWords;

/**
 * Who pays for whom: told by the ERP, or learned from bookings. A fact is a count of what said so, so that taking one of
 * them back leaves exactly what the others said.
 */
final class Facts {

    /** The party that stands for "this is no invoice". */
    static final String NOBODY = "";

    private final Map<String, Map<String, Said>> facts = new HashMap<>();

    /** How often something was said, and by whom. */
    static final class Said {
        private final String key;
        private final String party;
        int byHost;
        int byPerson;
        int byEngine;

        Said(String key, String party) {
            this.key = key;
            this.party = party;
        }

        boolean isNothing() {
            return byHost + byPerson + byEngine == 0;
        }
    }

    /** One thing that a line taught. What it counts in stays, as long as it counts. */
    record Taught(Said said, boolean byPerson) {}

    static String accountKey(String account) {
        String compact = Fold.compact(account);
        return compact.startsWith("IBAN") ? compact.substring(4) : compact;
    }

    static String account(String account) {
        return "A" + accountKey(account);
    }

    static String name(String name) {
        return "N" + NameWords.key(name);
    }

    static String mandate(String mandate) {
        return "M" + Fold.compact(mandate);
    }

    /** What is known under a key: for each party, what said so. */
    Map<String, Said> of(String key) {
        return facts.getOrDefault(key, Map.of());
    }

    void host(String account, String party, int change) {
        Said said = said(account(account), party);
        said.byHost += change;
        tidy(said);
    }

    /** Learns from a line that it pays for a party. */
    List<Taught> learn(Line line, String party, boolean byPerson) {
        List<Taught> taught = new ArrayList<>(3);
        if (!accountKey(line.counterpart()).isEmpty()) {
            taught.add(new Taught(said(account(line.counterpart()), party), byPerson));
        }
        if (name(line.name()).length() > 3) {
            taught.add(new Taught(said(name(line.name()), party), byPerson));
        }
        if (!Fillers.orEmpty(line.mandate()).isEmpty()) {
            taught.add(new Taught(said(mandate(line.mandate()), party), byPerson));
        }
        taught.forEach(one -> count(one, 1));
        return taught;
    }

    /** Forgets exactly what was learned. */
    void forget(List<Taught> taught) {
        taught.forEach(one -> count(one, -1));
    }

    private void count(Taught one, int change) {
        if (one.byPerson()) {
            one.said.byPerson += change;
        } else {
            one.said.byEngine += change;
        }
        tidy(one.said);
    }

    private Said said(String key, String party) {
        return facts.computeIfAbsent(key, k -> new LinkedHashMap<>(2)).computeIfAbsent(party, p -> new Said(key, p));
    }

    private void tidy(Said said) {
        if (said.isNothing()) {
            Map<String, Said> parties = facts.get(said.key);
            if (parties != null) {
                parties.remove(said.party);
                if (parties.isEmpty()) {
                    facts.remove(said.key);
                }
            }
        }
    }
}
