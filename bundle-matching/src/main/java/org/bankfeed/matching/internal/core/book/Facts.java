package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bankfeed.matching.internal.text.Fillers;
import org.bankfeed.matching.internal.text.Fold;
import org.bankfeed.matching.internal.text.NameWords;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for whom: told by the ERP, learned from bookings, or said by a person. A fact is a count of what said so, so
 * that taking one of them back leaves exactly what the others said.
 */
public final class Facts {

    /** The party that stands for "this is no invoice". */
    static final String NOBODY = "";

    private static final Past[] NO_LINES = {};

    /** By key, then by party. What is known under a key may become nothing, but its place stays. */
    private final Map<String, KnownParties> facts = new HashMap<>();

    /** An account number, name or mandate, whose place among the facts is looked up once. */
    static final class Key {
        private final String text;
        private @Nullable KnownParties known;

        Key(String text) {
            this.text = text;
        }
    }

    /** How often something was said, and by whom. */
    static final class Said {
        final String key;
        final String party;
        int byHost;
        int byPerson;
        int byEngine;

        /** How often it was proposed and a person said another party. */
        int rejected;

        /** That party as the book holds it, once it was asked for; a party stays in the book. */
        @Nullable
        Payer payer;

        /** As a person reads it who corrected another fact to this one, or {@code null}. */
        @Nullable
        String corrected;

        /** The lines that taught it, oldest first: many are taught at every line, and a list is one object more to wait for. */
        private @Nullable Past[] lines = NO_LINES;

        private int size;

        private final Taught byTheEngine = new Taught(this, How.BY_ENGINE);

        Said(String key, String party) {
            this.key = key;
            this.party = party;
        }

        /** Whether it counts: a rejection outweighs what was never said, and not what was said as often. */
        boolean holds() {
            return byHost > 0 || learned() > 0 && learned() >= rejected;
        }

        int learned() {
            return byPerson + byEngine;
        }

        boolean isNothing() {
            return byHost + learned() + rejected == 0;
        }

        private void count(How how, int change) {
            switch (how) {
                case BY_PERSON -> byPerson += change;
                case BY_ENGINE -> byEngine += change;
                case REJECTED -> rejected += change;
            }
        }

        private Taught taught(How how) {
            return how == How.BY_ENGINE ? byTheEngine : new Taught(this, how);
        }

        /** The line that taught it last, one that a person decided if there is any; {@code null} if there is none. */
        @Nullable
        Past telling() {
            int at = size - 1;
            while (byPerson > 0 && at >= 0 && !line(at).confirmed) {
                at--;
            }
            return at >= 0 ? line(at) : last();
        }

        /** The line that taught it last, or {@code null}. */
        @Nullable
        Past last() {
            return size == 0 ? null : line(size - 1);
        }

        private Past line(int i) {
            return Objects.requireNonNull(lines[i]);
        }

        private void taughtBy(Past line) {
            if (size == lines.length) {
                lines = Arrays.copyOf(lines, size + (size >> 1) + 1);
            }
            lines[size++] = line;
        }

        private void notTaughtBy(Past line) {
            int at = size - 1;
            while (lines[at] != line) {
                at--;
            }
            System.arraycopy(lines, at + 1, lines, at, --size - at);
            lines[size] = null;
        }
    }

    /** One thing that a line taught. What was forgotten since is counted in a place where nobody looks any more. */
    record Taught(Said said, How how) {}

    enum How {
        BY_PERSON,
        BY_ENGINE,
        REJECTED
    }

    public static String accountKey(String account) {
        String compact = Fold.compact(account);
        return compact.startsWith("IBAN") ? compact.substring(4) : compact;
    }

    static String account(String account) {
        return ofAccount(accountKey(account));
    }

    /** The key of an account number that is letters and digits only. */
    static String ofAccount(String compact) {
        return "A" + compact;
    }

    static String name(String name) {
        return "N" + NameWords.key(name);
    }

    static String mandate(String mandate) {
        return "M" + Fold.compact(mandate);
    }

    /** What is known under a key. */
    KnownParties of(Key key) {
        if (key.known == null) {
            key.known = facts.get(key.text);
        }
        return key.known == null ? KnownParties.NONE : key.known;
    }

    /** Everything that is known. */
    Map<String, KnownParties> all() {
        return facts;
    }

    void host(Key account, String party) {
        said(account, party).byHost++;
    }

    /** Learns from a line that it pays for a party. */
    List<Taught> learn(Past line, String party, boolean byPerson) {
        How how = byPerson ? How.BY_PERSON : How.BY_ENGINE;
        List<Taught> taught = new ArrayList<>(3);
        if (!line.sender.account.isEmpty()) {
            taught.add(teach(line.sender.ofAccount, party, line, how));
        }
        Key name = line.sender.ofName(line.name);
        if (name.text.length() > 3) {
            taught.add(teach(name, party, line, how));
        }
        if (!Fillers.orEmpty(line.mandate).isEmpty()) {
            taught.add(teach(new Key(mandate(line.mandate)), party, line, how));
        }
        return taught;
    }

    /** Learns from a line that was proposed for a party that it does not pay for it: by its account, else its name. */
    List<Taught> reject(Past line, String party) {
        Key key = line.sender.key(line.name);
        return key.text.length() > 3 ? List.of(teach(key, party, line, How.REJECTED)) : List.of();
    }

    private Taught teach(Key key, String party, Past line, How how) {
        Said said = said(key, party);
        said.count(how, 1);
        if (how != How.REJECTED) {
            said.taughtBy(line);
        }
        return said.taught(how);
    }

    /** Takes back exactly what a line taught. */
    void unlearn(Past line) {
        for (Taught taught : line.taught) {
            taught.said.count(taught.how, -1);
            if (taught.how != How.REJECTED) {
                taught.said.notTaughtBy(line);
            }
            tidy(taught.said);
        }
        line.taught = List.of();
    }

    /** A person says that it is so. */
    void correct(String key, String party, String shown) {
        Said said = said(new Key(key), party);
        said.byPerson++;
        said.corrected = shown;
    }

    /** Forgets what was learned of a party under a key; what the ERP says of it stays. */
    void forget(String key, String party) {
        KnownParties parties = facts.get(key);
        Said before = parties == null ? null : parties.of(party);
        if (parties != null && before != null) {
            Said left = new Said(key, party);
            left.byHost = before.byHost;
            parties.put(left);
            tidy(left);
        }
    }

    private Said said(Key key, String party) {
        if (key.known == null) {
            key.known = facts.computeIfAbsent(key.text, k -> new KnownParties());
        }
        Said said = key.known.of(party);
        if (said == null) {
            said = new Said(key.text, party);
            key.known.put(said);
        }
        return said;
    }

    private void tidy(Said said) {
        KnownParties parties = facts.get(said.key);
        if (parties != null && said.isNothing()) {
            parties.remove(said);
        }
    }
}
