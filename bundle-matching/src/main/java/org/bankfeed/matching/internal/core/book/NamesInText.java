package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bankfeed.matching.internal.core.Line;
import org.bankfeed.matching.internal.core.Weights;
import org.bankfeed.matching.internal.text.BehalfWords;
import org.bankfeed.matching.internal.text.NameWords;
import org.jspecify.annotations.Nullable;

/** The names of parties that the text of a line says: for whom somebody else pays, and who is meant beside the payer. */
public final class NamesInText {

    /** The words of several names make up those of others besides. */
    private static final int MOST = 20;

    private static final int SHORTEST_NAME = 4;

    /** So many signs of a name are taken for it where a bank cuts it. */
    private static final int LEAST_OF_NAME = 18;

    private final NameIndex names;

    NamesInText(NameIndex names) {
        this.names = names;
    }

    /**
     * The parties whose names a line's text says in full, that of its other side aside: who pays for another often writes for
     * whom.
     */
    public List<Payers.Known> of(Line line) {
        List<Payers.Known> said = new ArrayList<>(0);
        if (!line.text().isBlank()
                && !names.saidIn(NameWords.of(line.text()), 1).isEmpty()) {
            Set<Payer> parties = names.saidIn(NameWords.of(withoutName(line)), MOST);
            Payer meant = onlyOwing(parties, line);
            for (Payer payer : parties) {
                double weight = payer == meant ? saidAlone(payer, line) : Weights.NAME_IN_TEXT;
                said.add(new Payers.Known(payer, weight, false, () -> PayerEvidence.nameIsSaid(payer), () -> null));
            }
        }
        return said;
    }

    /** The only one of some parties, or of them the only one that owes so much to the cent; {@code null} if there is none. */
    private static @Nullable Payer onlyOwing(Set<Payer> parties, Line line) {
        Payer only = null;
        for (Payer payer : parties) {
            if (parties.size() == 1 || owes(payer, line)) {
                if (only != null) {
                    return null;
                }
                only = payer;
            }
        }
        return only;
    }

    private static boolean owes(Payer payer, Line line) {
        OpenItems open = payer.open();
        for (int i = 0; i < open.size(); i++) {
            if (open.amount(i) == line.size() && open.settledByMoneyIn(i) == line.in()) {
                return true;
            }
        }
        return false;
    }

    /**
     * What the only name in a text says: more where the payer says that he pays for somebody else, or is of one family, or where
     * the bank names nobody else.
     */
    private double saidAlone(Payer payer, Line line) {
        String behind = BehalfWords.behind(line.text());
        if (behind != null && names.isSaid(payer, NameWords.of(behind))) {
            return Weights.LEARNED_NAME;
        }
        boolean nobody = line.name().isEmpty() && line.counterpart().isEmpty();
        return nobody || !payer.hasNothingOf(line.name()) ? Weights.RELATIVE_IN_TEXT : Weights.ONLY_NAME_IN_TEXT;
    }

    /** Whether a line's text says that the payer pays for somebody else than a party. */
    public boolean areOfAnother(Line line, Payer party) {
        String behind = BehalfWords.behind(line.text());
        return behind != null && !names.isSaid(party, NameWords.of(behind));
    }

    /** Whether a line's text says the name of a party in full, that of its other side aside. */
    public boolean say(Payer party, Line line) {
        return names.isSaid(party, NameWords.of(withoutName(line)));
    }

    /** Whether a text says the name of a party in full. */
    public boolean say(Payer party, String text) {
        return names.isSaid(party, NameWords.of(text));
    }

    /**
     * A party with open documents that a text names beside another: it says a word of its name that the other has not, and
     * they share one, as members of a family or a group do; {@code null} if there is none.
     */
    @Nullable
    public Payer beside(Payer party, Line line) {
        String text = withoutName(line);
        return text.isBlank() ? null : names.saidBeside(party, NameWords.of(text));
    }

    /** A line's text without the name of its other side, which some banks repeat there, whole or cut. */
    private static String withoutName(Line line) {
        String name = line.name();
        for (int at = 0;
                name.length() >= SHORTEST_NAME
                        && at + SHORTEST_NAME <= line.text().length();
                at++) {
            int length = 0;
            while (length < name.length() && line.text().regionMatches(true, at + length, name, length, 1)) {
                length++;
            }
            if (length >= Math.min(name.length(), LEAST_OF_NAME)) {
                return line.text().substring(0, at) + line.text().substring(at + length);
            }
        }
        return line.text();
    }
}
