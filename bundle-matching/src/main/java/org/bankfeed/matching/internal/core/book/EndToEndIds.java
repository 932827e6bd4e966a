package org.bankfeed.matching.internal.core.book;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bankfeed.matching.internal.core.Line;

/** The end-to-end ids of the lines that came, and what those look like that we give. */
public final class EndToEndIds {

    /** Of more lines with one id the older ones are forgotten. */
    private static final int MOST = 50;

    private final Map<String, List<Past>> lines = new HashMap<>();
    private final OwnIds ours = new OwnIds();

    /** The lines with an id, oldest first. */
    public List<Past> lines(String id) {
        return lines.getOrDefault(id, List.of());
    }

    /** Keeps an id that a line has, or that of a payment that it carried out; nothing is done if it is empty. */
    void keep(String id, Past line) {
        if (id.isEmpty()) {
            return;
        }
        List<Past> kept = lines.computeIfAbsent(id, none -> new ArrayList<>(2));
        kept.add(line);
        if (kept.size() > MOST) {
            kept.remove(0);
        }
    }

    /** Learns from what a line settled, if we gave its id. */
    void learn(Past line, List<Item> settled) {
        if (line.isIdGivenByUs() && !line.shares.isEmpty()) {
            line.taughtOfIds = ours.learn(line.endToEndId, settled);
        }
    }

    /** Takes back what a line taught. */
    void unlearn(Past line) {
        if (line.taughtOfIds != null) {
            ours.forget(line.endToEndId, line.taughtOfIds);
            line.taughtOfIds = null;
        }
    }

    /** Whether a word is an id that we gave to an earlier line, or on a line that bears an id of ours looks like those. */
    boolean areOurs(Line line, String word) {
        return gaveEarlier(word) || OwnIds.areGivenByUs(line.in(), line.mandate()) && ours.onlyCounts(word);
    }

    private boolean gaveEarlier(String word) {
        for (Past past : lines(word)) {
            if (past.isIdGivenByUs()) {
                return true;
            }
        }
        return false;
    }
}
